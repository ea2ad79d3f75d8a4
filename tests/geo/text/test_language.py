"""The light guess at a text's language."""

import pytest

from geo.text.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The river rose in the night and flooded a part of the town.", "en"),
        ("Les eaux de la rivière ont monté dans la nuit et une partie de la ville.", "fr"),
        ("Der Fluss ist in der Nacht gestiegen und hat einen Teil der Stadt überflutet.", "de"),
        ("El río subió en la noche y una parte de la ciudad se inundó por las lluvias.", "es"),
        ("O rio subiu durante a noite e uma parte da cidade não tem luz.", "pt"),
        ("Река вышла из берегов ночью.", "ru"),
        ("Річка вийшла з берегів уночі, її рівень зріс.", "uk"),
        ("河水在夜间上涨，淹没了部分城市。", "zh"),
        ("川は夜に氾濫し、町の一部が浸水した。", "ja"),
        ("ارتفع النهر في الليل.", "ar"),
        ("Oslo", ""),
        ("", ""),
        ("a" * 5000, ""),
        ("12 34 56", ""),
    ],
)
def test_guess(text: str, language: str) -> None:
    assert guess_language(text) == language
