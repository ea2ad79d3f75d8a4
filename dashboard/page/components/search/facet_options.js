// Which options of a facet are listed, and in which order.

/** @import { Facet, FacetOption } from "../records.js" */

/** A long list shows this many at first, and all of them where few more are left. */
const FEW = 6;
const MOST = 200;

/**
 * The options listed of a facet, and how many more there are.
 * @param {Facet} facet
 * @param {{ find: string, isAll: boolean }} how `find`: words that a label must have;
 * `isAll`: whether the reader wants all of them
 * @returns {{ shown: FacetOption[], rest: number }}
 */
export function listedOptions(facet, { find, isAll }) {
  const words = find.toLowerCase();
  const chosen = facet.options.filter((one) => one.on);
  const fitting = facet.options.filter((one) => !words || one.on || one.label.toLowerCase().includes(words));
  const ordered = facet.sorted ? [...chosen, ...fitting.filter((one) => !one.on)] : fitting;
  const few = facet.sorted && ordered.length > FEW + 2 ? FEW : ordered.length;
  const shown = isAll || words ? ordered.slice(0, MOST) : ordered.slice(0, Math.max(few, chosen.length));
  return { shown, rest: ordered.length - shown.length };
}

/**
 * How long an option's bar is, in percent of the longest.
 * @param {FacetOption} option
 * @param {Facet} facet
 */
export function shareOf(option, facet) {
  return Math.round((100 * option.count) / Math.max(1, ...facet.options.map((one) => one.count)));
}
