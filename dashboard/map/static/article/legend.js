// The legend, with the choice of online tiles where there is one.

import { element, legendBox } from "../base/dom.js";
import { symbol } from "./symbols.js";
import { term } from "./terms.js";

/** @import { Ink } from "../records.js" */
/** @import { Look } from "./types.js" */

const TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
/** The closest look at the built-in map, and at online tiles. */
export const MAX_ZOOM = 12;
const MAX_ZOOM_ONLINE = 18;

/**
 * @param {Partial<Look>} place
 * @param {Ink} ink
 */
function sample(place, ink) {
  return symbol({ count: 1, certainty: "sure", probability: 1, r: 7, groups: [], ...place }, ink).svg;
}

/**
 * @param {Element} icon
 * @param {string} text
 * @param {string} [meaning] explains the words; without it they stand for themselves
 */
function row(icon, text, meaning) {
  const line = element("li");
  line.append(icon, meaning ? term(text, meaning) : element("span", "", text));
  return line;
}

/** @param {Ink} ink */
function rows(ink) {
  const [first = "", second = ""] = ink.order, { terms } = ink;
  /** @type {[string, number][]} */
  const one = [[first, 1]];
  const groups = ink.order.map((id) => row(sample({ groups: [[id, 1]] }, ink), ink.groups[id]?.label ?? id, terms[id]));
  return [
    ...groups,
    row(sample({ groups: [[first, 2], [second, 1]], r: 6 }, ink), "Mentioned in several ways"),
    row(sample({ groups: one, r: 5, isSoft: true }, ink), "Region or larger; countries are filled"),
    row(sample({ groups: one, certainty: "likely", probability: 0.7 }, ink), "Less sure: paler, thin outline", terms.likelihood),
    row(sample({ groups: one, certainty: "unsure", probability: 0.4 }, ink), "Unsure: palest, dashed outline", terms.likelihood),
    row(element("i", "dl-near"), "Somewhere in this circle", terms.approximate),
    row(element("i", "dl-dashes"), "Disputed border or area", terms.disputed),
  ];
}

/**
 * Online tiles, only when asked for; the built-in map stays below them.
 * @param {L.Map} map
 */
function onlineChoice(map) {
  const tiles = L.tileLayer(TILES, {
    maxZoom: MAX_ZOOM_ONLINE, attribution: "© OpenStreetMap contributors", zIndex: 1, referrerPolicy: "origin",
  });
  const label = element("label", "dl-online"), box = element("input");
  const note = element("span", "", "Street map from OpenStreetMap (goes online)");
  box.type = "checkbox";
  label.append(box, note);
  box.addEventListener("change", () => {
    map.setMaxZoom(box.checked ? MAX_ZOOM_ONLINE : MAX_ZOOM);
    if (box.checked) tiles.addTo(map); else tiles.remove();
  });
  tiles.on("tileerror", () => { note.textContent = "OpenStreetMap cannot be reached; built-in map shown"; });
  return label;
}

/**
 * @param {L.Map} map
 * @param {Ink} ink
 */
export function legend(map, ink) {
  const { x, y } = map.getSize(), list = element("ul"), note = element("p");
  list.append(...rows(ink));
  note.append("Number and size: ", term("mentions", ink.terms.mention ?? ""),
    ". In the text: thin line, less sure; dashed box, unsure.");
  const box = legendBox("dl-legend", x > 1000 && y > 520, list, note);
  if (ink.online) box.append(onlineChoice(map));
  return box;
}
