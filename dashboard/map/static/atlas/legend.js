// The legend of the map of coverage, with its numbers.

import { element } from "../base/dom.js";
import { discSymbol } from "./discs.js";
import { rangeOf } from "./words.js";

/** @import { AtlasInk, AtlasState } from "../records.js" */
/** @import { Look } from "./types.js" */

/**
 * @param {Element} icon
 * @param {string} text
 */
function row(icon, text) {
  const line = element("li");
  line.append(icon, element("span", "", text));
  return line;
}

/**
 * @param {AtlasInk} ink
 * @param {Partial<Look>} place
 */
function sample(ink, place) {
  return discSymbol({ count: 0, area: false, names: 1, r: 7, ...place }, ink).svg;
}

/**
 * @param {HTMLElement} legend
 * @param {AtlasState} wanted
 * @param {AtlasInk} ink
 */
export function writeLegend(legend, { measure, shades: { edges } }, ink) {
  const shades = element("ul"), discs = element("ul"), what = measure === "article" ? "Articles" : "Mentions";
  edges.forEach((_, nth) => {
    const swatch = element("i", "dl-swatch");
    swatch.style.background = ink.shades[nth] ?? "";
    shades.append(row(swatch, rangeOf(edges, nth)));
  });
  discs.append(
    row(sample(ink, {}), `A place; size: ${what.toLowerCase()}`),
    row(sample(ink, { area: true }), "A country, region or larger"),
    row(sample(ink, { names: 2, r: 6 }), "Several places: zooms in"));
  const heading = edges.length ? [element("p", "", `${what} that name places in a country`), shades] : [];
  legend.lastElementChild?.replaceChildren(...heading, discs);
}
