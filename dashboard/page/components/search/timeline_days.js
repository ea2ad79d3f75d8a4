// Which columns of the timeline are chosen, and what a key or a drag changes about it. Columns are
// counted from 0; a choice is its first and its last column.

import { counted } from "../shared/numbers.js";

/** @import { Column, Patch } from "../records.js" */
/** @typedef {{ from: number, to: number }} Choice */
/** @typedef {"from" | "to" | "move" | "brush"} How which end is dragged, the whole choice, or a new one */
/** @typedef {Choice & { at: number, how: How }} Drag the choice when it began, and the column it began on */

/**
 * The columns that a link's days choose; a choice between columns takes those it touches.
 * @param {Pick<Column, "since" | "until">[]} bins
 * @param {string} since a day, or ""
 * @param {string} until a day, or ""
 * @returns {Choice}
 */
export function chosenColumns(bins, since, until) {
  const found = since ? bins.findIndex((bin) => bin.until >= since) : 0;
  const from = found < 0 ? Math.max(0, bins.length - 1) : found;
  const last = Math.max(0, bins.findLastIndex((bin) => !until || bin.since <= until));
  return { from, to: Math.max(last, found < 0 ? from : found) };
}

/**
 * The link's values for a choice; all columns are no choice.
 * @param {Pick<Column, "since" | "until">[]} bins
 * @param {Choice} choice
 * @returns {Patch}
 */
export function patchOfDays(bins, { from, to }) {
  const first = bins[from], last = bins[to];
  if (isAll(bins, { from, to }) || !first || !last) return { since: null, until: null };
  return { since: first.since, until: last.until };
}

/**
 * @param {unknown[]} bins
 * @param {Choice} choice
 */
export function isAll(bins, { from, to }) {
  return from === 0 && to === bins.length - 1;
}

/**
 * The choice after a key on one of its handles, which do not pass each other; null for a key that
 * does nothing.
 * @param {Choice} choice
 * @param {"from" | "to"} end
 * @param {string} key
 * @param {number} last
 * @returns {Choice | null}
 */
export function choiceAfterKey(choice, end, key, last) {
  /** @type {Record<string, number>} */
  const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 7, PageDown: -7, Home: -Infinity, End: Infinity };
  const by = steps[key];
  if (by === undefined) return null;
  const to = Math.max(0, Math.min(last, choice[end] + by));
  return end === "from" ? { from: Math.min(to, choice.to), to: choice.to } : { from: choice.from, to: Math.max(to, choice.from) };
}

/**
 * What the pointer does: on a handle it moves that end, inside a choice it moves the choice, else
 * it brushes a new one.
 * @param {{ handle: "from" | "to" | null, at: number, choice: Choice, isBrushed: boolean, count: number }} pressed
 * @returns {How}
 */
export function dragAt({ handle, at, choice: { from, to }, isBrushed, count }) {
  if (handle) return handle;
  return isBrushed && at >= from && at <= to && to - from < count - 1 ? "move" : "brush";
}

/**
 * The choice while it is dragged to a column.
 * @param {Drag} drag
 * @param {Choice} now
 * @param {number} at
 * @param {number} last
 * @returns {Choice}
 */
export function dragged(drag, now, at, last) {
  if (drag.how === "from") return { from: Math.min(at, now.to), to: now.to };
  if (drag.how === "to") return { from: now.from, to: Math.max(at, now.from) };
  if (drag.how === "brush") return { from: Math.min(drag.at, at), to: Math.max(drag.at, at) };
  const by = Math.max(-drag.from, Math.min(last - drag.to, at - drag.at));
  return { from: drag.from + by, to: drag.to + by };
}

/**
 * The column at this place of the plot.
 * @param {number} x pixels of the screen
 * @param {{ left: number, width: number }} plot
 * @param {number} count
 */
export function columnAt(x, plot, count) {
  return Math.max(0, Math.min(count - 1, Math.floor((count * (x - plot.left)) / plot.width)));
}

/**
 * Heights of the columns. One with one article among thousands is still seen.
 * @param {Pick<Column, "articles">[]} bins
 * @param {number} high
 */
export function columnHeights(bins, high) {
  const most = Math.max(1, ...bins.map((bin) => bin.articles));
  return bins.map(({ articles }) => (articles ? Math.max(3, ((high - 2) * articles) / most) : 0));
}

/**
 * What is written below: the first and the last column, and the middle one of many.
 * @param {Pick<Column, "label">[]} bins
 */
export function axisLabels(bins) {
  const named = bins.length > 4 ? [0, Math.floor(bins.length / 2), bins.length - 1] : bins.length > 1 ? [0, bins.length - 1] : [0];
  return named.map((nth) => bins[nth]?.label ?? "");
}

/**
 * The days chosen and how many articles they have.
 * @param {Pick<Column, "first" | "last" | "articles">[]} bins
 * @param {Choice} choice
 */
export function choiceInWords(bins, { from, to }) {
  const first = bins[from]?.first ?? "", last = bins[to]?.last ?? "";
  const articles = bins.slice(from, to + 1).reduce((sum, bin) => sum + bin.articles, 0);
  return `${first === last ? first : `${first} to ${last}`}: ${counted(articles, "article")}`;
}
