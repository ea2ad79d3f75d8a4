"""A light guess at the language of a text, so that a page can say "not English".

Scripts tell most languages apart; among those in Latin letters the most frequent little
words do. No answer is better than a wrong one: short or mixed text gives "".
"""

import re
from collections import Counter

SAMPLE = 20_000
"""Characters looked at; more does not change the answer."""

MIN_HITS, MIN_SHARE, MIN_LEAD = 2, 0.08, 1.5
"""Least little words, least share of all words, least lead over the next language."""

_SCRIPTS = {
    "ja": "\u3040-\u30ff",
    "ko": "\uac00-\ud7af",
    "zh": "\u4e00-\u9fff",
    "ru": "\u0400-\u04ff",
    "ar": "\u0600-\u06ff",
    "el": "\u0370-\u03ff",
    "he": "\u0590-\u05ff",
    "hi": "\u0900-\u097f",
    "th": "\u0e00-\u0e7f",
}
_LITTLE_WORDS = {
    "en": "the of and to in a that is was for on with as by from at it were has have an",
    "fr": "le la les de des et en du une un dans est pour que qui sur par au aux avec pas ont ce",
    "de": "der die das und in den von zu mit ist im für auf dem ein eine nicht sich des auch",
    "es": "el la los las de y en que un una por con para se del es al su lo como",
    "it": "il la di e che in un una per del della dei con si sono da al nel gli le",
    "pt": "o a os as de e que em um uma do da dos das para com por no na não",
    "nl": "de het een en van in is dat op te met voor zijn aan niet door er bij ook",
    "pl": "i w na z do nie się jest że to przez dla od po jak za oraz ale są o",
    "sv": "och i att det som en på är av för med till den har inte om ett de var från",
    "tr": "ve bir bu da de için ile olarak olan çok daha gibi sonra ancak kadar en",
}
_WORDS = {code: frozenset(words.split()) for code, words in _LITTLE_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the text's likely language, or "" where it cannot be told."""
    sample = text[:SAMPLE]
    letters = sum(character.isalpha() for character in sample)
    for code, block in _SCRIPTS.items():
        if letters and len(re.findall(f"[{block}]", sample)) > _least_share(code) * letters:
            return "uk" if code == "ru" and _UKRAINIAN.search(sample) else code
    return _by_little_words(_WORD.findall(sample.lower()))


def _least_share(code: str) -> float:
    # Japanese and Korean mix in Chinese characters, so a fifth of their own tells them.
    return 0.2 if code in {"ja", "ko"} else 0.5


def _by_little_words(words: list[str]) -> str:
    hits = Counter({code: sum(w in little for w in words) for code, little in _WORDS.items()})
    (best, most), (_, next_most) = hits.most_common(2)
    is_clear = most >= MIN_HITS and most >= MIN_SHARE * len(words) and most >= MIN_LEAD * next_most
    return best if is_clear else ""
