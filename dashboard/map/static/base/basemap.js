// The built-in map: Natural Earth's outlines on one canvas, coarse first, finer when loaded.
// Countries' outlines are also what the coloured areas of places are cut from.

import { load } from "./data_files.js";
import { unpack } from "./outlines.js";

/** @import { Colours } from "../records.js" */
/** @import { Outlines, Point, Polygon } from "./outlines.js" */

/** @type {{ outlines: Outlines | null, coarse: Outlines | null }} the finest that are loaded, and the first */
export const drawn = { outlines: null, coarse: null };

/** @type {L.LayerGroup | null} */
let base = null;
/** @type {L.Canvas | null} */
let canvas = null;

/**
 * A country's polygons, the finest there are.
 * @param {string} code
 */
export function polygonsOf(code) {
  return drawn.outlines?.byCode[code];
}

/**
 * A country's polygons to reckon with: coarse ones, as far as it has any.
 * @param {string} code
 */
export function coarsePolygonsOf(code) {
  return drawn.coarse?.byCode[code] ?? polygonsOf(code) ?? [];
}

/**
 * @param {L.Map} map
 * @param {Outlines} outlines
 * @param {Colours} ink
 */
function paint(map, outlines, ink) {
  canvas ??= L.canvas({ pane: "base", padding: 0.6 });
  const common = { renderer: canvas, pane: "base", interactive: false, smoothFactor: 0.7 };
  const fill = (/** @type {Polygon[]} */ rings, /** @type {string} */ color) =>
    L.polygon(rings, { ...common, stroke: false, fillColor: color, fillOpacity: 1 });
  const line = (/** @type {Point[][]} */ lines, /** @type {L.PolylineOptions} */ style) =>
    L.polyline(lines, { ...common, ...style });
  const dashed = { color: ink.disputed, weight: 1, dashArray: "3 3" };
  return L.layerGroup([
    fill(outlines.land, ink.land),
    fill(outlines.ice, ink.ice),
    fill(outlines.disputed, ink.unsettled),
    line(outlines.lines.coast, { color: ink.coast, weight: 0.8 }),
    line(outlines.lines.border, { color: ink.border, weight: 0.9 }),
    line(outlines.lines.disputed, dashed),
    line(outlines.lines.claims, dashed),
  ]).addTo(map);
}

/**
 * @param {L.Map} map
 * @param {string} name
 * @param {Colours} ink
 */
function draw(map, name, ink) {
  return load(name).then((file) => {
    const before = base, outlines = unpack(file);
    drawn.outlines = outlines;
    drawn.coarse ??= outlines;
    base = paint(map, outlines, ink);
    before?.remove();
    map.fire("dateline:outlines");
  });
}

/**
 * Starts the base map; resolves when the coarse outlines are on the map.
 * @param {L.Map} map
 * @param {Colours} ink
 */
export function drawBase(map, ink) {
  map.createPane("base").style.zIndex = "150";
  map.getContainer().style.background = ink.water;
  const fine = () => draw(map, "countries-50m", ink);
  const coarse = draw(map, "countries-110m", ink);
  coarse.then(() => setTimeout(fine, 60), fine);
  return coarse.catch(() => undefined);
}
