"""The recogniser's promises: order, offsets, nesting, spans, and any input at all."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import spacy
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from geo.errors import InputError, ModelError
from geo.model.article import Article
from geo.model.mentions import Mention, MentionType
from geo.model.places import PlaceKind
from geo.recognition import Recogniser
from geo.recognition import recogniser as module
from geo.settings import Settings


def read(recogniser: Recogniser, text: str, title: str = "") -> tuple[Mention, ...]:
    return next(iter(recogniser.recognise([Article("a", text, title)])))


def test_title_comes_first_and_offsets_are_code_points_of_the_field(
    recogniser: Recogniser,
) -> None:
    article = Article(
        "a", "🌊 Naïve café: floods in Kenya.\n\nHelp came from Uganda.", "Kenya floods"
    )
    mentions = read(recogniser, article.text, article.title)
    assert [(m.field, m.text) for m in mentions] == [
        ("title", "Kenya"), ("text", "Kenya"), ("text", "Uganda")
    ]  # fmt: skip
    for m in mentions:
        field = article.title if m.field == "title" else article.text
        assert field[m.start : m.end] == m.text
        assert m.sentence[0] <= m.start < m.end <= m.sentence[1]
    uganda = mentions[2]
    assert article.text[slice(*uganda.sentence)] == "Help came from Uganda."


def test_a_facility_holds_the_place_in_its_name(recogniser: Recogniser) -> None:
    outer, inner = read(recogniser, "She spoke to students of Kampala University on Monday.")
    assert (outer.text, outer.kind_hint, outer.inside) == (
        "Kampala University", PlaceKind.FACILITY, None
    )  # fmt: skip
    assert (inner.text, inner.inside, inner.type) == ("Kampala", 0, MentionType.EMBEDDED_LITERAL)


def test_inside_counts_the_titles_mentions_too(recogniser: Recogniser) -> None:
    mentions = read(recogniser, "He left Oslo University.", "Rain in Kenya")
    assert [(m.text, m.inside) for m in mentions] == [
        ("Kenya", None), ("Oslo University", None), ("Oslo", 1)
    ]  # fmt: skip


def test_an_organisation_that_is_no_place_is_none_but_the_name_in_it_is(
    recogniser: Recogniser,
) -> None:
    (only,) = read(recogniser, "It was first reported by the Washington Post.")
    assert (only.text, only.inside) == ("Washington", None)
    assert only.type is MentionType.EMBEDDED_NON_LITERAL


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The India-Pakistan border was closed.", ["India", "Pakistan"]),
        ("A French-led force entered the town.", ["French"]),
        ("The U.S.-based company left.", ["U.S."]),
        ("Peru’s coast and Chile's north shook.", ["Peru", "Chile"]),
        ("He had moved to the Netherlands.", ["Netherlands"]),
        ("A storm hit Beckley, W.Va., on Monday.", ["Beckley", "W.Va."]),
        ("It is directed against the West.", ["West"]),
        ("After Western sanctions, prices rose.", ["Western"]),
        ("Nobody was seen in the county.", []),
        ("He ate turkey at home.", []),
    ],
)  # fmt: skip
def test_names_without_what_is_glued_to_them(
    recogniser: Recogniser, text: str, names: list[str]
) -> None:
    assert [m.text for m in read(recogniser, text)] == names


def test_a_church_names_its_patron_who_is_no_place(recogniser: Recogniser) -> None:
    mentions = read(recogniser, "They prayed in the Cathedral of St Sophia in Kyiv.")
    assert [m.text for m in mentions] == ["Cathedral of St Sophia", "Kyiv"]


def test_a_name_of_no_fixed_place_is_one_mention(recogniser: Recogniser) -> None:
    (only,) = read(recogniser, "Trade with the Asian giant has doubled.")
    assert (only.text, only.type) == ("Asian giant", MentionType.METONYMIC)


def test_alone_and_in_a_batch_say_the_same(recogniser: Recogniser) -> None:
    short = ["Fighting near Goma, in eastern Congo.", "", "Peru and Chile signed.", "No names."]
    long = " ".join(f"On day {n} she left Oslo for Kampala, and Kenyans met." for n in range(60))
    articles = [Article(str(i), text) for i, text in enumerate([*short, long] * 3)]
    together = list(recogniser.recognise(articles))
    alone = [next(iter(recogniser.recognise([article]))) for article in articles]
    # to the last digit: how sure it is of a type must not depend on the neighbours either
    assert together == alone
    assert together[1] == ()
    assert len(together[4]) >= 150


def test_a_long_article_is_read_a_few_pieces_at_a_time(
    recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CHARACTERS", 30_000)
    article = Article("a", "It rained on Oslo for a day.\n\n" * 3_000, "Rain in Kenya")
    found = recogniser.recognise_by_piece([article, Article("b", "Snow fell on Lima.")])
    pipe, lengths = recogniser._own.pipe, []

    def counted(texts: Iterable[str]) -> Iterator[Doc]:
        listed = list(texts)
        lengths.append(sum(len(text) for text in listed))
        return pipe(listed)

    monkeypatch.setattr(recogniser._own, "pipe", counted)
    assert [next(found)[0], next(found)[0]] == [0, 0]
    assert sum(lengths) <= 30_000, "what comes later is not read yet"
    rest = list(found)
    assert (rest[-1][0], rest[-1][1][0].text) == (1, "Lima")
    assert max(lengths) <= 30_000
    assert sum(lengths) == len(article.title) + len(article.text) + len("Snow fell on Lima.")


def test_threads_may_share_it(recogniser: Recogniser) -> None:
    article = Article("a", "Ministers of Kenya flew to Kampala. " * 5)
    expected = next(iter(recogniser.recognise([article])))
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: next(iter(recogniser.recognise([article]))), range(8)))
    assert all(result == expected for result in results)


def test_given_spans_come_back_exactly_in_the_order_given(recogniser: Recogniser) -> None:
    text = "Students of Harare University met Zambians."
    spans = [(34, 42), (12, 29), (12, 18), (13, 16)]
    mentions = recogniser.type_spans(Article("a", text, "Kenya"), spans)
    assert [(m.start, m.end) for m in mentions] == spans
    assert [m.text for m in mentions] == [text[a:b] for a, b in spans]
    assert [m.inside for m in mentions] == [None, None, 1, 1]
    assert mentions[1].kind_hint is PlaceKind.FACILITY
    assert {m.field for m in mentions} == {"text"}
    assert all(m.sentence == (0, len(text)) for m in mentions)


@pytest.mark.parametrize("span", [(-1, 2), (3, 3), (4, 2), (0, 99)])
def test_spans_outside_the_text_are_refused(recogniser: Recogniser, span: tuple[int, int]) -> None:
    with pytest.raises(InputError, match=r"Span .* of article 'a'"):
        recogniser.type_spans(Article("a", "Rain in Kenya."), [span])


@pytest.mark.parametrize(
    "text",
    [
        "x" * 300_000,
        "(" * 100_000,
        " " * 100_000,
        "Kenya" * 2_000,
        "\x00\x01\u202e",
        "K" + "\u0301" * 5_000,
        "a.b," * 20_000,
    ],
    ids=["word", "brackets", "spaces", "name", "controls", "accents", "marks"],
)
def test_hostile_text_is_read_without_a_mention_lost_after_it(
    recogniser: Recogniser, text: str
) -> None:
    after = "\n\nFloods hit Kenya on Monday."
    last = read(recogniser, text + after)[-1]
    assert (last.text, last.start) == ("Kenya", len(text) + after.index("Kenya"))
    assert recogniser.type_spans(Article("a", text), [(0, len(text))])[0].end == len(text)


def test_bidi_marks_around_a_name_are_not_part_of_it(recogniser: Recogniser) -> None:
    (kenya,) = read(recogniser, "Floods hit \u202eKenya\u202c on Monday.")
    assert (kenya.text, kenya.start) == ("Kenya", 12)


def test_a_long_article_is_read_to_its_end(recogniser: Recogniser) -> None:
    text = "Nothing happened on that day.\n\n" * 3_000 + "Floods hit Kenya."
    (kenya,) = read(recogniser, text)
    assert text[kenya.start : kenya.end] == "Kenya"
    assert text[slice(*kenya.sentence)] == "Floods hit Kenya."


def test_another_pipeline_can_be_used(tmp_path_factory: pytest.TempPathFactory) -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "GPE", "pattern": "Xanadu"},
            {"label": "FAC", "pattern": "Xanadu Opera House"},
            {"label": "NORP", "pattern": "Kenyan"},
            {"label": "NORP", "pattern": "Stoics"},
            {"label": "ORG", "pattern": "Acme"},
        ]
    )
    folder = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(folder)
    recogniser = Recogniser.load(Settings(model=str(folder)))
    mentions = read(recogniser, "Kenyan Stoics left Xanadu for Acme and Xanadu Opera House.")
    assert [m.text for m in mentions] == ["Kenyan", "Xanadu", "Xanadu Opera House"]
    assert mentions[2].kind_hint is PlaceKind.FACILITY


def test_another_pipelines_names_are_typed_by_the_one_that_ships(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    nlp = spacy.blank("en")
    # another tokenizer, so that words fall elsewhere
    nlp.tokenizer = Tokenizer(nlp.vocab, token_match=None)
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "India"}])  # type: ignore[attr-defined]
    folder = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(folder)
    other = Recogniser.load(Settings(model=str(folder)))
    own = Recogniser.load(Settings())
    text = "India accused Pakistan of firing first."
    (only,) = read(other, text)
    assert only == read(own, text)[0]


def test_a_pipeline_that_is_not_there_says_what_to_do() -> None:
    with pytest.raises(ModelError, match="'no_such_pipeline' cannot be loaded: set DATELINE_MODEL"):
        Recogniser.load(Settings(model="no_such_pipeline"))


def test_a_pipeline_that_finds_no_names_is_refused(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("blank")
    spacy.blank("en").to_disk(folder)
    with pytest.raises(ModelError, match="finds names"):
        Recogniser.load(Settings(model=str(folder)))
