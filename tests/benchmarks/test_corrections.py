"""Scoring against corrections, counted by hand."""

from dataclasses import replace

from support.corrections import correction
from support.samples import CHINA, HARBIN, KHARKIV, sample

from benchmarks.corrections import Judged, judge, score
from geo.corrections import Correction, Scope, Verdict, by_name
from geo.model.article import Article, content_hash
from geo.model.mentions import MentionType
from geo.model.parsed_article import ParsedArticle

PARSED = sample()
ARTICLE = PARSED.article


def judged(*corrections: Correction) -> list[tuple[str, bool]]:
    return [(j.mention.text, j.right) for j in judge(PARSED, by_name(corrections))]


def test_a_place_is_right_by_id_or_nearby() -> None:
    near = replace(KHARKIV, id="x", lat=KHARKIV.lat + 1)
    far = replace(KHARKIV, id="x", lat=KHARKIV.lat + 2)
    moved = replace(KHARKIV, lat=0.0)
    for place, right in ((KHARKIV, True), (near, True), (far, False), (moved, True)):
        assert judged(correction("Kharkov", article=ARTICLE, place=place)) == [("Kharkov", right)]


def test_not_a_place_is_right_where_nothing_is_pinned() -> None:
    none = Verdict.NOT_A_PLACE
    assert judged(correction("West", article=ARTICLE, verdict=none)) == [("West", True)]
    assert judged(correction("China", article=ARTICLE, verdict=none)) == [("China", False)]
    assert judged(correction("West", article=ARTICLE, place=CHINA)) == [("West", False)]


def test_types_are_judged_and_doubts_are_not() -> None:
    kind = correction("Russians", article=ARTICLE, verdict=Verdict.TYPE, meant=MentionType.DEMONYM)
    assert judged(kind) == [("Russians", True)]
    assert judged(correction("West", article=ARTICLE, verdict=Verdict.FLAGGED)) == []


def test_a_wide_correction_judges_all_of_the_name() -> None:
    wide = correction("Harbin", article=ARTICLE, scope=Scope.ARTICLE, place=HARBIN)
    assert judged(wide) == [("Harbin", True), ("HARBIN", True), ("Harbin", True), ("Harbin", True)]


class Sampled:
    def parse_many(self, articles) -> list[ParsedArticle]:
        return [PARSED for _ in articles]


def test_articles_that_are_not_here_are_counted() -> None:
    gone = Article("b", "It fell.")
    corrections = [correction("China", article=ARTICLE, place=CHINA), correction(article=gone)]
    report = score(corrections, {content_hash(ARTICLE): ARTICLE}, Sampled())  # type: ignore[arg-type]
    assert report.missing == 1
    assert report.counts() == {Verdict.PLACE: (1, 1)}
    assert isinstance(report.judged[0], Judged)
