"""axe-core over a page as it stands: its shadow roots and the map's frame too."""

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page
from support.page import rested

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
GRAVE = {"serious", "critical"}


_STILL = """async () => {
  const roots = (root) => [root, ...[...root.querySelectorAll("*")]
    .flatMap((one) => one.shadowRoot ? roots(one.shadowRoot) : [])];
  const moving = () => roots(document).flatMap((root) => root.getAnimations())
    .filter((one) => one.playState === "running" && one.effect.getComputedTiming().endTime < 1e4);
  await Promise.allSettled(moving().map((one) => one.finished));
}"""
"""Waits for what fades in or out: half of a colour has no contrast."""


def violations(page: Page, *, excluded: tuple[str, ...] = ()) -> list[str]:
    """What axe finds serious or critical once the page rests: rule, where, what is wrong."""
    rested(page)
    for frame in page.frames:
        frame.evaluate(_STILL)
    for frame in page.frames:
        # A frame without axe would be passed over in silence.
        frame.evaluate(f"window.axe || (() => {{ {AXE} }})()")
    found = page.evaluate(
        """([tags, excluded]) => axe.run(
          { exclude: excluded.map((one) => [one]) },
          { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] },
        ).then((answer) => answer.violations)""",
        [TAGS, list(excluded)],
    )
    return [_line(rule, node) for rule in found for node in rule["nodes"] if _is_grave(rule, node)]


def _is_grave(rule: dict[str, Any], node: dict[str, Any]) -> bool:
    return (node.get("impact") or rule.get("impact")) in GRAVE


def _line(rule: dict[str, Any], node: dict[str, Any]) -> str:
    where = " ".join(str(part) for part in node["target"])
    return f"{rule['id']}: {where}: {node['failureSummary']} {node['html'][:200]}"
