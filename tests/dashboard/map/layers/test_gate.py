import html

import jinja2
import pytest

from dashboard.map.layers.gate import MAX_CHARACTERS, for_map

HOSTILE = [
    "{{7*7}}",
    "{% raw %}",
    "{# note",
    "${alert(1)}",
    "`alert(1)`",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"' onmouseover=alert(1) x='",
    "a\\u003cb\\",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "&#123;&#123;7*7&#125;&#125;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_holds_no_active_character_and_reads_the_same(text):
    gated = for_map(text)
    assert not set(gated) & set("<>\"'{}$`\\%=")
    assert html.unescape(gated) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_jinja_gives_gated_text_back_unchanged(text):
    assert jinja2.Template(for_map(text)).render() == for_map(text)


def test_gated_text_is_ended_by_no_javascript_string():
    assert for_map("a\u2028b\u2029c") == "a b c"


def test_characters_that_are_not_seen_are_left_out():
    hidden = "Har\u202ebin\u2066\u200b\u200d\ufeff\u0000\u0007\ud800\ue000\u00ad"
    assert for_map(hidden) == "Harbin"


def test_other_scripts_and_accents_stay():
    assert for_map("Харків · 哈尔滨 · القاهرة · Åland") == "Харків · 哈尔滨 · القاهرة · Åland"


def test_white_space_becomes_single_spaces():
    assert for_map(" a\n\tb\u00a0 c ") == "a b c"


def test_long_names_are_cut():
    assert for_map("x" * 10_000) == "x" * (MAX_CHARACTERS - 1) + "…"
    assert len(for_map("x" * 10_000, None)) == 10_000


def test_a_name_of_nothing_but_hidden_characters_is_empty():
    assert for_map("\u200b" * 10_000) == ""
