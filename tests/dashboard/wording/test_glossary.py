from dashboard.wording.glossary import GLOSSARY
from geo.model.mentions import MentionGroup, MentionType
from geo.model.places import PlaceKind, Review


def test_every_group_type_kind_and_review_is_explained() -> None:
    wanted = [*MentionGroup, *MentionType, *PlaceKind, *Review]
    assert len({one.value for one in wanted}) == len(wanted), "two terms would share one key"
    assert {one.value for one in wanted} <= set(GLOSSARY)


def test_an_explanation_is_a_short_sentence() -> None:
    for key, term in GLOSSARY.items():
        assert term.said.endswith((".", "”.")), key
        assert len(term.said) < 180, key
