// Countries shaded by coverage, on one canvas over the base map; a click on one chooses it.

import { drawn, polygonsOf } from "../base/basemap.js";
import { element } from "../base/dom.js";
import { tellPage } from "./channel.js";
import { state } from "./state.js";
import { counted } from "./words.js";

/** @import { AtlasState } from "../records.js" */

let shownAs = "";
/** @type {unknown} */
let shownOn = null;
/** @type {L.Canvas | null} */
let canvas = null;

/** @param {AtlasState} wanted */
export function shade(wanted) {
  const { map, ink } = state, text = JSON.stringify([wanted.shades, wanted.chosen]);
  if (!drawn.outlines || (text === shownAs && shownOn === drawn.outlines)) return;
  [shownAs, shownOn] = [text, drawn.outlines];
  const before = state.shades, shades = L.layerGroup().addTo(map);
  state.shades = shades;
  for (const [code, [count, nth]] of Object.entries(wanted.shades.countries)) {
    const area = country(code, counted(count, wanted.measure), ink.shades[nth] ?? ink.land);
    if (area) shades.addLayer(area);
  }
  for (const code of wanted.chosen) {
    const rings = polygonsOf(code);
    if (rings) shades.addLayer(L.polygon(rings, { ...drawing(), fill: false, color: ink.accent, weight: 2.5, interactive: false }));
  }
  before?.remove();
}

/** On a canvas of its own, between the base map and the discs. */
function drawing() {
  const { map } = state;
  if (!canvas) {
    map.createPane("shades").style.zIndex = "200";
    canvas = L.canvas({ pane: "shades", padding: 0.6 });
  }
  return { pane: "shades", renderer: canvas, smoothFactor: 0.7 };
}

/**
 * @param {string} code
 * @param {string} count
 * @param {string} fillColor
 */
function country(code, count, fillColor) {
  const { ink, labels } = state, rings = polygonsOf(code);
  if (!rings) return null;
  const area = L.polygon(rings, {
    ...drawing(), fillColor, fillOpacity: 0.9, color: ink.border, weight: 0.8, bubblingMouseEvents: false,
  });
  const box = element("span");
  box.append(element("b", "", labels.countryName(code)), ` · ${count}`);
  area.bindTooltip(box, { sticky: true, opacity: 1 });
  area.on("click", () => tellPage({ country: code }));
  area.on("mouseover", () => area.setStyle({ weight: 2, color: ink.accent }));
  area.on("mouseout", () => area.setStyle({ weight: 0.8, color: ink.border }));
  return Object.assign(area, { code });
}
