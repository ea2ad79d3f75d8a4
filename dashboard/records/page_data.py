"""What each component of the page is told: one record each, the same in Python and JavaScript.

`dashboard/page/components/records.d.ts` is its twin, written by `make javascript` from the classes
here; a test compares both. Labels and sentences are made in Python: the browser writes them as
they are.
"""

from collections.abc import Mapping
from typing import Literal, NotRequired, TypedDict

Patch = Mapping[str, str | None]
"""Changes of the view's link: a key of the link and its new value, None to leave it out."""


class Mark(TypedDict):
    """How a group of mentions is shown: its glyph, and what it is called."""

    glyph: str
    label: str


class Signs(TypedDict):
    """The marks of all groups, which every component that shows a group gets."""

    marks: dict[str, Mark]


class Terms(TypedDict):
    """What the page's terms mean."""

    terms: dict[str, str]


class Target(TypedDict):
    """The link's values that select an occurrence: its place, its number, its article."""

    place: str | None
    mention: str | None
    reading: str


class Step(TypedDict):
    """A step of the slider: the link's value and how it reads; what it would hide, if said."""

    value: str
    said: str
    effect: NotRequired[str]


# --- the chips -------------------------------------------------------------------------------


class ChipOption(TypedDict):
    """What can be shown or hidden, how often it is there, and whether it is shown."""

    key: str
    label: str
    help: str
    count: int
    on: bool


class ChipGroup(TypedDict):
    """A group of mention types: a chip with a menu of its types."""

    key: str
    label: str
    options: list[ChipOption]


class Certainty(TypedDict):
    """The slider that hides what is less sure: the step it stands at, and all steps."""

    at: int
    steps: list[Step]
    label: str
    hidden: str


class FilterChips(TypedDict):
    """What each part of the filter would show, and what it shows now."""

    groups: list[ChipGroup]
    kinds: list[ChipOption]
    articles: list[ChipOption]
    doubt: Certainty
    words: str
    dates: str
    changed: bool
    reset: Patch
    shown: str


class PageChips(FilterChips):
    """The chips of a page, or of a frame in another page."""

    embed: bool


class ChipsData(PageChips, Signs, Terms):
    """What the chips are told."""


# --- the pane beside the map -----------------------------------------------------------------


class TextMark(TypedDict):
    """A marked name: number `i`, group `g`, place `p`, how sure `s`, label `l`, content `c`."""

    i: int
    g: str
    p: str
    s: Literal["sure", "likely", "unsure", "none"]
    l: str  # noqa: E741 - short, as a text has thousands
    c: "list[str | TextMark]"


class Readable(TypedDict):
    """An article to choose for reading."""

    id: str
    title: str


class PlaceRow(TypedDict):
    """A place of the list."""

    id: str
    name: str
    where: str
    kind: str
    count: int
    counted: str
    groups: list[str]
    likelihood: str
    target: Target


class MissingRow(TypedDict):
    """A name that is not on the map, and why."""

    name: str
    reason: str
    count: int
    counted: str
    groups: list[str]
    target: Target


class TopRow(TypedDict):
    """One of the most mentioned places."""

    id: str
    name: str
    count: int
    counted: str
    groups: list[str]
    target: Target


class FocusPlace(TypedDict):
    """What an article is mostly about."""

    name: str
    target: Target


class Alternative(TypedDict):
    """Another place that a mention might mean; `lat` and `lon` are degrees on the map."""

    id: str
    name: str
    kind: str
    likelihood: str
    share: float
    lat: float
    lon: float
    outline: str


class OpenExcerpt(TypedDict):
    """The excerpt that is open in the panel."""

    before: str
    name: str
    after: str
    group: str
    type: str
    article: str
    credit: str
    target: Target
    link: str
    citation: str
    likelihood: str
    review: Literal["automatic", "verified", "flagged"]
    meant: str
    share: float
    reasons: list[str]
    alternatives: list[Alternative]


class PanelPages(TypedDict):
    """The excerpt that is open, which of all it is, and those before and after it."""

    at: int
    total: int
    previous: Target | None
    next: Target | None
    excerpt: OpenExcerpt


class Panel(PanelPages):
    """The selected place, or the selected name without one (its `id` is empty)."""

    id: str
    name: str
    where: str
    count: str
    likelihood: str
    sureness: str
    approximate: str
    groups: list[tuple[str, int]]
    missing: str
    unavailable: bool


class TextPart(TypedDict):
    """Which part of a long text is shown, and what leads to the parts before and after it."""

    said: str
    previous: Target | None
    next: Target | None


class Offer(TypedDict):
    """A place that a search found: an id of the gazetteer, or a point in degrees."""

    name: str
    place: NotRequired[str]
    lat: NotRequired[float]
    lon: NotRequired[float]


class SearchResult(TypedDict):
    """What was searched in the gazetteer for a mention, and what came of it."""

    article: str
    mention: str
    words: str
    places: list[Offer]


class Review(TypedDict):
    """What the panel needs to have a mention corrected; choices as value and label."""

    editing: bool
    scopes: list[tuple[str, str]]
    types: list[tuple[str, str]]
    last: str
    said: str
    found: SearchResult | None


class OnlineLookup(TypedDict):
    """Names that a service is asked about: how often to ask, in milliseconds (0: never)."""

    every: int
    asking: bool
    unavailable: str
    stamp: str


class ShownText(TypedDict):
    """The paragraphs of the text, or of the part of it that is shown."""

    paragraphs: list[list[str | TextMark]]
    part: TextPart | None


class Pane(ShownText):
    """What the pane shows of a filtered atlas, less what the open tab does not need."""

    tab: Literal["article", "places"]
    place: str
    mention: int | None
    held: bool
    reading: str
    readable: list[Readable]
    panel: Panel | None
    summary: str
    invitation: str
    empty: bool
    top: list[TopRow]
    focus: list[FocusPlace]
    title: list[str | TextMark]
    language: str
    note: str
    count: int
    openings: dict[str, Target]
    rows: list[PlaceRow]
    missing: list[MissingRow]


class PageReader(Pane):
    """The pane with what the page knows: the link's `reset` where anything is filtered out."""

    hidden: str
    channel: str
    reset: Patch | None
    embed: bool
    pinned: str
    dark: bool
    review: Review
    online: OnlineLookup


class ReaderData(PageReader, Signs, Terms):
    """What the pane beside the map is told."""


# --- the frame of every page -----------------------------------------------------------------


class ProgressData(TypedDict):
    """The line over the map; `stamp` changes when there is something new to draw.

    `asked` changes each time that the line is asked for, so that it is heard even where it says
    what it said before.
    """

    said: str
    stamp: str
    asked: int


class ShareData(TypedDict):
    """The articles of a bare address, by comma, and what the embedded frame is called."""

    articles: str
    title: str


class ReturnData(TypedDict):
    """Who is signed in, or ""."""

    who: str


# --- the pages about many articles -----------------------------------------------------------


class SearchBar(TypedDict):
    """What is found, the words searched for, what sizes count ("" for no choice), the reset."""

    count: str
    more: str
    words: str
    size: str
    changed: bool
    reset: Patch


class SearchBarData(SearchBar, Signs):
    """What the search bar is told."""


class FacetOption(TypedDict):
    """What can be chosen, how often it is there, and whether it is chosen."""

    key: str
    label: str
    on: bool
    count: int
    group: NotRequired[str]


class Facet(TypedDict):
    """A list to choose from; `sorted`: most first, so that the first few are enough."""

    key: str
    label: str
    sorted: bool
    options: list[FacetOption]


class Slider(TypedDict):
    """The slider of the least probability."""

    at: int
    steps: list[Step]


class Facets(TypedDict):
    """What can be chosen, and how sure a mention's place must be."""

    facets: list[Facet]
    sure: Slider


class PageFacets(Facets):
    """The facets of a page; `folded` where they are closed at first."""

    folded: bool


class FacetsData(PageFacets, Signs):
    """What the facets are told."""


class Column(TypedDict):
    """A column of the timeline: its first and last day, as in a link and in words."""

    since: str
    until: str
    first: str
    last: str
    articles: int
    label: str


class Timeline(TypedDict):
    """The histogram of days; `since` and `until` of the link, or ""."""

    bins: list[Column]
    since: str
    until: str
    brushed: bool
    undated: int
    nothing: str


class TimelineData(Timeline, Signs):
    """What the timeline is told."""


class MapListener(TypedDict):
    """The channel the map talks on, and whether the page is drawn dark."""

    channel: str
    dark: bool


class MapListenerData(MapListener, Signs):
    """What the listener is told."""


class Excerpt(TypedDict):
    """An excerpt with its article; `query` is the link's that opens it."""

    before: str
    name: str
    after: str
    group: str
    type: str
    likelihood: str
    title: str
    credit: str
    query: dict[str, str]


class PlaceCounts(TypedDict):
    """What is said of a place that is named; one that is not found has an empty `id`."""

    id: str
    name: str
    where: str
    counts: str
    sure: str
    groups: list[tuple[str, int]]


class SelectedPlace(PlaceCounts):
    """The selected place beside the atlas."""

    excerpts: list[Excerpt]
    all: str
    query: dict[str, str]


class TopPlace(TypedDict):
    """One of the most named places; `share` of the first one's count, in percent."""

    id: str
    name: str
    where: str
    articles: int
    mentions: int
    share: int


class More(TypedDict):
    """The button that lists more: how it reads, and the link's value."""

    text: str
    to: str


class TopPlaces(TypedDict):
    """The most named places, or the selected one."""

    place: SelectedPlace | None
    measure: Literal["articles", "mentions"]
    countries: list[str]
    rows: list[TopPlace]
    more: More | None
    nothing: str


class PageTopPlaces(TopPlaces):
    """The same with the channel that the map talks on."""

    channel: str


class TopPlacesData(PageTopPlaces, Signs):
    """What the list beside the atlas is told."""


class ArticleRow(TypedDict):
    """An article of the library."""

    id: str
    title: str
    outlet: str
    published: str
    added: str
    language: str
    places: int
    mentions: int
    kept: str
    deletable: bool


class Heading(TypedDict):
    """A column of the table by which it can be sorted."""

    key: str
    label: str


class ArticlesTable(TypedDict):
    """A page of the library's table; `most` articles can be opened at once."""

    rows: list[ArticleRow]
    columns: list[Heading]
    order: str
    rising: bool
    page: int
    pages: int
    most: int
    nothing: str


class ArticlesTableData(ArticlesTable, Signs):
    """What the table is told."""


class PlaceFacts(PlaceCounts):
    """The head of a place's page; `degrees` is empty where there is no such place."""

    words: str
    changed: bool
    reset: Patch
    atlas: dict[str, str]
    degrees: str


class PlaceFactsData(PlaceFacts, Signs):
    """What the head of a place is told."""


class PlaceExcerpts(TypedDict):
    """A page of a place's excerpts."""

    excerpts: list[Excerpt]
    page: int
    pages: int
    nothing: str


class PlaceExcerptsData(PlaceExcerpts, Signs):
    """What the excerpts of a place are told."""
