"""Known vulnerabilities of the pinned packages, asked of the OSV database in one question.

Fails where one is known. Where the database cannot be reached or read it says so in one line,
and that is no failure: nobody shall be kept from working without a network.
"""

import argparse
import json
import sys
import urllib.request

from pins import DEVELOPS, DOCUMENTS, SHIPS, npm, pins

DATABASE = "https://api.osv.dev/v1/querybatch"
SECONDS = 10
MOST_BYTES = 20_000_000
ACCEPTED: dict[str, str] = {}
"""Advisories that do not concern Dateline, each with the reason."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", default=DATABASE)
    pinned = [("PyPI", *pin) for pin in sorted({*pins(SHIPS), *pins(DEVELOPS), *pins(DOCUMENTS)})]
    pinned += [("npm", name, version) for name, (version, _) in sorted(npm().items())]
    try:
        found = _asked(parser.parse_args().database, pinned)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        print(f"advisories: the database cannot be asked ({type(error).__name__}); not checked")
        return 0
    for (_, name, version), ids in zip(pinned, found, strict=True):
        if known := [i for i in ids if i not in ACCEPTED]:
            print(f"advisories: {name} {version} has {', '.join(known)}", file=sys.stderr)
    return int(any(i not in ACCEPTED for ids in found for i in ids))


def _asked(database: str, pinned: list[tuple[str, str, str]]) -> list[list[str]]:
    """The ids of each pin's advisories, in order."""
    queries = [
        {"package": {"name": name, "ecosystem": registry}, "version": version}
        for registry, name, version in pinned
    ]
    request = urllib.request.Request(  # noqa: S310 - the address is a constant or the caller's
        database,
        data=json.dumps({"queries": queries}).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - the same
        results = json.loads(answer.read(MOST_BYTES))["results"]
    found = [[vuln["id"] for vuln in result.get("vulns") or ()] for result in results]
    if len(found) != len(pinned):
        raise ValueError("another number of answers than of questions")
    return found


if __name__ == "__main__":
    sys.exit(main())
