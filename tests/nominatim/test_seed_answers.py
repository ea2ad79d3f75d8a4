"""The answers that ship with Dateline against the Nominatim they were recorded from."""

import subprocess
import sys
from pathlib import Path

from support import faulty_proxy as faults
from support.asking import Clock, asking
from support.faulty_proxy import Exchange, faulty
from support.seed_answers import shipped_for

from geo import Geoparser
from geo.geocoding import Service, complete, unasked_names
from geo.geocoding.cache.shipped_answers import FILE
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Resolution
from geo.reading.seeds import seed_articles
from geo.settings import Settings

ROOT = Path(__file__).parents[2]


def test_the_file_is_what_the_script_writes_now(domain: str, tmp_path: Path) -> None:
    out = tmp_path / "answers.jsonl"
    command = [sys.executable, ROOT / "scripts" / "seed_answers.py", "--domain", domain, "-o", out]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said = "Questions or answers have changed: run scripts/seed_answers.py and look at its file."
    assert out.read_bytes() == FILE.read_bytes(), said


def test_the_service_is_asked_when_it_is_up_and_its_own_answer_wins(
    geoparser: Geoparser, domain: str, tmp_path: Path
) -> None:
    harbin = next(a for a in seed_articles(Settings(seeds=None))[0] if a.id == "01-harbin-visit")
    parsed, clock = geoparser.parse(harbin), Clock()
    with faulty(domain) as proxy:
        proxy.fault = faults.hang_up
        shipped = shipped_for(proxy.domain)
        service: Service = asking(proxy.domain, tmp_path, clock, shipped=shipped, timeout=20)
        down = complete(parsed, [service])
        clock.now += 3600
        proxy.fault = Exchange.pass_on
        up = complete(parsed, [service])
    assert [found.source for found in churches(down)] == ["shipped"]
    assert unasked_names(down)
    (own,), (theirs,) = churches(down), churches(up)
    assert own.place is not None
    assert theirs.place is not None
    assert (theirs.source, theirs.place.id) == ("nominatim", "osm-node-3")
    assert (theirs.place.lat, theirs.place.lon) == (own.place.lat, own.place.lon)
    assert unasked_names(up) == []


def churches(parsed: ParsedArticle) -> list[Resolution]:
    pairs = zip(parsed.mentions, parsed.resolutions, strict=True)
    found = [r for mention, r in pairs if mention.text == "Church of the Intercession"]
    return found[:1]
