// Made by `make javascript` of dashboard/records/page_data.py: change that.

export type Patch = Record<string, string | null>;

/**
 * How a group of mentions is shown: its glyph, and what it is called.
 */
export interface Mark {
  glyph: string;
  label: string;
}

/**
 * The marks of all groups, which every component that shows a group gets.
 */
export interface Signs {
  marks: Record<string, Mark>;
}

/**
 * What the page's terms mean.
 */
export interface Terms {
  terms: Record<string, string>;
}

/**
 * The link's values that select an occurrence: its place, its number, its article.
 */
export interface Target {
  place: string | null;
  mention: string | null;
  reading: string;
}

/**
 * A step of the slider: the link's value and how it reads; what it would hide, if said.
 */
export interface Step {
  value: string;
  said: string;
  effect?: string;
}

/**
 * What can be shown or hidden, how often it is there, and whether it is shown.
 */
export interface ChipOption {
  key: string;
  label: string;
  help: string;
  count: number;
  on: boolean;
}

/**
 * A group of mention types: a chip with a menu of its types.
 */
export interface ChipGroup {
  key: string;
  label: string;
  options: ChipOption[];
}

/**
 * The slider that hides what is less sure: the step it stands at, and all steps.
 */
export interface Certainty {
  at: number;
  steps: Step[];
  label: string;
  hidden: string;
}

/**
 * What each part of the filter would show, and what it shows now.
 */
export interface FilterChips {
  groups: ChipGroup[];
  kinds: ChipOption[];
  articles: ChipOption[];
  doubt: Certainty;
  words: string;
  dates: string;
  changed: boolean;
  reset: Record<string, string | null>;
  shown: string;
}

/**
 * The chips of a page, or of a frame in another page.
 */
export interface PageChips {
  groups: ChipGroup[];
  kinds: ChipOption[];
  articles: ChipOption[];
  doubt: Certainty;
  words: string;
  dates: string;
  changed: boolean;
  reset: Record<string, string | null>;
  shown: string;
  embed: boolean;
}

/**
 * What the chips are told.
 */
export interface ChipsData {
  groups: ChipGroup[];
  kinds: ChipOption[];
  articles: ChipOption[];
  doubt: Certainty;
  words: string;
  dates: string;
  changed: boolean;
  reset: Record<string, string | null>;
  shown: string;
  embed: boolean;
  marks: Record<string, Mark>;
  terms: Record<string, string>;
}

/**
 * A marked name: number `i`, group `g`, place `p`, how sure `s`, label `l`, content `c`.
 */
export interface TextMark {
  i: number;
  g: string;
  p: string;
  s: "sure" | "likely" | "unsure" | "none";
  l: string;
  c: (string | TextMark)[];
}

/**
 * An article to choose for reading.
 */
export interface Readable {
  id: string;
  title: string;
}

/**
 * A place of the list.
 */
export interface PlaceRow {
  id: string;
  name: string;
  where: string;
  kind: string;
  count: number;
  counted: string;
  groups: string[];
  likelihood: string;
  target: Target;
}

/**
 * A name that is not on the map, and why.
 */
export interface MissingRow {
  name: string;
  reason: string;
  count: number;
  counted: string;
  groups: string[];
  target: Target;
}

/**
 * One of the most mentioned places.
 */
export interface TopRow {
  id: string;
  name: string;
  count: number;
  counted: string;
  groups: string[];
  target: Target;
}

/**
 * What an article is mostly about.
 */
export interface FocusPlace {
  name: string;
  target: Target;
}

/**
 * Another place that a mention might mean; `lat` and `lon` are degrees on the map.
 */
export interface Alternative {
  id: string;
  name: string;
  kind: string;
  likelihood: string;
  share: number;
  lat: number;
  lon: number;
  outline: string;
}

/**
 * The excerpt that is open in the panel.
 */
export interface OpenExcerpt {
  before: string;
  name: string;
  after: string;
  group: string;
  type: string;
  article: string;
  credit: string;
  target: Target;
  link: string;
  citation: string;
  likelihood: string;
  review: "automatic" | "verified" | "flagged";
  meant: string;
  share: number;
  reasons: string[];
  alternatives: Alternative[];
}

/**
 * The excerpt that is open, which of all it is, and those before and after it.
 */
export interface PanelPages {
  at: number;
  total: number;
  previous: Target | null;
  next: Target | null;
  excerpt: OpenExcerpt;
}

/**
 * The selected place, or the selected name without one (its `id` is empty).
 */
export interface Panel {
  at: number;
  total: number;
  previous: Target | null;
  next: Target | null;
  excerpt: OpenExcerpt;
  id: string;
  name: string;
  where: string;
  count: string;
  likelihood: string;
  sureness: string;
  approximate: string;
  groups: [string, number][];
  missing: string;
  unavailable: boolean;
}

/**
 * Which part of a long text is shown, and what leads to the parts before and after it.
 */
export interface TextPart {
  said: string;
  previous: Target | null;
  next: Target | null;
}

/**
 * A place that a search found: an id of the gazetteer, or a point in degrees.
 */
export interface Offer {
  name: string;
  place?: string;
  lat?: number;
  lon?: number;
}

/**
 * What was searched in the gazetteer for a mention, and what came of it.
 */
export interface SearchResult {
  article: string;
  mention: string;
  words: string;
  places: Offer[];
}

/**
 * What the panel needs to have a mention corrected; choices as value and label.
 */
export interface Review {
  editing: boolean;
  scopes: [string, string][];
  types: [string, string][];
  last: string;
  said: string;
  found: SearchResult | null;
}

/**
 * Names that a service is asked about: how often to ask, in milliseconds (0: never).
 */
export interface OnlineLookup {
  every: number;
  asking: boolean;
  unavailable: string;
  stamp: string;
}

/**
 * The paragraphs of the text, or of the part of it that is shown.
 */
export interface ShownText {
  paragraphs: ((string | TextMark)[])[];
  part: TextPart | null;
}

/**
 * What the pane shows of a filtered atlas, less what the open tab does not need.
 */
export interface Pane {
  paragraphs: ((string | TextMark)[])[];
  part: TextPart | null;
  tab: "article" | "places";
  place: string;
  mention: number | null;
  held: boolean;
  reading: string;
  readable: Readable[];
  panel: Panel | null;
  summary: string;
  invitation: string;
  empty: boolean;
  top: TopRow[];
  focus: FocusPlace[];
  title: (string | TextMark)[];
  language: string;
  note: string;
  count: number;
  openings: Record<string, Target>;
  rows: PlaceRow[];
  missing: MissingRow[];
}

/**
 * The pane with what the page knows: the link's `reset` where anything is filtered out.
 */
export interface PageReader {
  paragraphs: ((string | TextMark)[])[];
  part: TextPart | null;
  tab: "article" | "places";
  place: string;
  mention: number | null;
  held: boolean;
  reading: string;
  readable: Readable[];
  panel: Panel | null;
  summary: string;
  invitation: string;
  empty: boolean;
  top: TopRow[];
  focus: FocusPlace[];
  title: (string | TextMark)[];
  language: string;
  note: string;
  count: number;
  openings: Record<string, Target>;
  rows: PlaceRow[];
  missing: MissingRow[];
  hidden: string;
  channel: string;
  reset: Record<string, string | null> | null;
  embed: boolean;
  pinned: string;
  dark: boolean;
  review: Review;
  online: OnlineLookup;
}

/**
 * What the pane beside the map is told.
 */
export interface ReaderData {
  paragraphs: ((string | TextMark)[])[];
  part: TextPart | null;
  tab: "article" | "places";
  place: string;
  mention: number | null;
  held: boolean;
  reading: string;
  readable: Readable[];
  panel: Panel | null;
  summary: string;
  invitation: string;
  empty: boolean;
  top: TopRow[];
  focus: FocusPlace[];
  title: (string | TextMark)[];
  language: string;
  note: string;
  count: number;
  openings: Record<string, Target>;
  rows: PlaceRow[];
  missing: MissingRow[];
  hidden: string;
  channel: string;
  reset: Record<string, string | null> | null;
  embed: boolean;
  pinned: string;
  dark: boolean;
  review: Review;
  online: OnlineLookup;
  marks: Record<string, Mark>;
  terms: Record<string, string>;
}

/**
 * The line over the map; `stamp` changes when there is something new to draw.
 *
 * `asked` changes each time that the line is asked for, so that it is heard even where it says
 * what it said before.
 */
export interface ProgressData {
  said: string;
  stamp: string;
  asked: number;
}

/**
 * The articles of a bare address, by comma, and what the embedded frame is called.
 */
export interface ShareData {
  articles: string;
  title: string;
}

/**
 * Who is signed in, or "".
 */
export interface ReturnData {
  who: string;
}

/**
 * What is found, the words searched for, what sizes count ("" for no choice), the reset.
 */
export interface SearchBar {
  count: string;
  more: string;
  words: string;
  size: string;
  changed: boolean;
  reset: Record<string, string | null>;
}

/**
 * What the search bar is told.
 */
export interface SearchBarData {
  count: string;
  more: string;
  words: string;
  size: string;
  changed: boolean;
  reset: Record<string, string | null>;
  marks: Record<string, Mark>;
}

/**
 * What can be chosen, how often it is there, and whether it is chosen.
 */
export interface FacetOption {
  key: string;
  label: string;
  on: boolean;
  count: number;
  group?: string;
}

/**
 * A list to choose from; `sorted`: most first, so that the first few are enough.
 */
export interface Facet {
  key: string;
  label: string;
  sorted: boolean;
  options: FacetOption[];
}

/**
 * The slider of the least probability.
 */
export interface Slider {
  at: number;
  steps: Step[];
}

/**
 * What can be chosen, and how sure a mention's place must be.
 */
export interface Facets {
  facets: Facet[];
  sure: Slider;
}

/**
 * The facets of a page; `folded` where they are closed at first.
 */
export interface PageFacets {
  facets: Facet[];
  sure: Slider;
  folded: boolean;
}

/**
 * What the facets are told.
 */
export interface FacetsData {
  facets: Facet[];
  sure: Slider;
  folded: boolean;
  marks: Record<string, Mark>;
}

/**
 * A column of the timeline: its first and last day, as in a link and in words.
 */
export interface Column {
  since: string;
  until: string;
  first: string;
  last: string;
  articles: number;
  label: string;
}

/**
 * The histogram of days; `since` and `until` of the link, or "".
 */
export interface Timeline {
  bins: Column[];
  since: string;
  until: string;
  brushed: boolean;
  undated: number;
  nothing: string;
}

/**
 * What the timeline is told.
 */
export interface TimelineData {
  bins: Column[];
  since: string;
  until: string;
  brushed: boolean;
  undated: number;
  nothing: string;
  marks: Record<string, Mark>;
}

/**
 * The channel the map talks on, and whether the page is drawn dark.
 */
export interface MapListener {
  channel: string;
  dark: boolean;
}

/**
 * What the listener is told.
 */
export interface MapListenerData {
  channel: string;
  dark: boolean;
  marks: Record<string, Mark>;
}

/**
 * An excerpt with its article; `query` is the link's that opens it.
 */
export interface Excerpt {
  before: string;
  name: string;
  after: string;
  group: string;
  type: string;
  likelihood: string;
  title: string;
  credit: string;
  query: Record<string, string>;
}

/**
 * What is said of a place that is named; one that is not found has an empty `id`.
 */
export interface PlaceCounts {
  id: string;
  name: string;
  where: string;
  counts: string;
  sure: string;
  groups: [string, number][];
}

/**
 * The selected place beside the atlas.
 */
export interface SelectedPlace {
  id: string;
  name: string;
  where: string;
  counts: string;
  sure: string;
  groups: [string, number][];
  excerpts: Excerpt[];
  all: string;
  query: Record<string, string>;
}

/**
 * One of the most named places; `share` of the first one's count, in percent.
 */
export interface TopPlace {
  id: string;
  name: string;
  where: string;
  articles: number;
  mentions: number;
  share: number;
}

/**
 * The button that lists more: how it reads, and the link's value.
 */
export interface More {
  text: string;
  to: string;
}

/**
 * The most named places, or the selected one.
 */
export interface TopPlaces {
  place: SelectedPlace | null;
  measure: "articles" | "mentions";
  countries: string[];
  rows: TopPlace[];
  more: More | null;
  nothing: string;
}

/**
 * The same with the channel that the map talks on.
 */
export interface PageTopPlaces {
  place: SelectedPlace | null;
  measure: "articles" | "mentions";
  countries: string[];
  rows: TopPlace[];
  more: More | null;
  nothing: string;
  channel: string;
}

/**
 * What the list beside the atlas is told.
 */
export interface TopPlacesData {
  place: SelectedPlace | null;
  measure: "articles" | "mentions";
  countries: string[];
  rows: TopPlace[];
  more: More | null;
  nothing: string;
  channel: string;
  marks: Record<string, Mark>;
}

/**
 * An article of the library.
 */
export interface ArticleRow {
  id: string;
  title: string;
  outlet: string;
  published: string;
  added: string;
  language: string;
  places: number;
  mentions: number;
  kept: string;
  deletable: boolean;
}

/**
 * A column of the table by which it can be sorted.
 */
export interface Heading {
  key: string;
  label: string;
}

/**
 * A page of the library's table; `most` articles can be opened at once.
 */
export interface ArticlesTable {
  rows: ArticleRow[];
  columns: Heading[];
  order: string;
  rising: boolean;
  page: number;
  pages: number;
  most: number;
  nothing: string;
}

/**
 * What the table is told.
 */
export interface ArticlesTableData {
  rows: ArticleRow[];
  columns: Heading[];
  order: string;
  rising: boolean;
  page: number;
  pages: number;
  most: number;
  nothing: string;
  marks: Record<string, Mark>;
}

/**
 * The head of a place's page; `degrees` is empty where there is no such place.
 */
export interface PlaceFacts {
  id: string;
  name: string;
  where: string;
  counts: string;
  sure: string;
  groups: [string, number][];
  words: string;
  changed: boolean;
  reset: Record<string, string | null>;
  atlas: Record<string, string>;
  degrees: string;
}

/**
 * What the head of a place is told.
 */
export interface PlaceFactsData {
  id: string;
  name: string;
  where: string;
  counts: string;
  sure: string;
  groups: [string, number][];
  words: string;
  changed: boolean;
  reset: Record<string, string | null>;
  atlas: Record<string, string>;
  degrees: string;
  marks: Record<string, Mark>;
}

/**
 * A page of a place's excerpts.
 */
export interface PlaceExcerpts {
  excerpts: Excerpt[];
  page: number;
  pages: number;
  nothing: string;
}

/**
 * What the excerpts of a place are told.
 */
export interface PlaceExcerptsData {
  excerpts: Excerpt[];
  page: number;
  pages: number;
  nothing: string;
  marks: Record<string, Mark>;
}
