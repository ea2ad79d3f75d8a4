// What is written on the map of coverage, and said of it.

/** @import { Place } from "./types.js" */

const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/**
 * A number with its noun.
 * @param {number} number
 * @param {string} noun
 */
export function counted(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

/**
 * A number as a disc has room for it: `1.2K`.
 * @param {number} number
 */
export function shortNumber(number) {
  return short.format(number);
}

/**
 * What a disc is called: its first place, and how many more there are.
 * @param {Pick<Place, "name" | "names">} place
 */
export function titleOf({ name, names }) {
  return names > 1 ? `${name} and ${names - 1} more` : name;
}

/**
 * The same where there is little room.
 * @param {Pick<Place, "name" | "names">} place
 */
export function labelOf({ name, names }) {
  return names > 1 ? `${name} +${names - 1}` : name;
}

/**
 * How much a class of countries has, of those with these least counts.
 * @param {number[]} edges
 * @param {number} nth
 */
export function rangeOf(edges, nth) {
  const from = edges[nth] ?? 0, next = edges[nth + 1];
  if (next === undefined) return `${from.toLocaleString("en")} or more`;
  const to = next - 1;
  return from === to ? String(from) : `${from.toLocaleString("en")} – ${to.toLocaleString("en")}`;
}
