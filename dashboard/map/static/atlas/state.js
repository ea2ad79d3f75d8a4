// What the parts of the map of coverage know in common.

/** @import { DiscMarker, State } from "./types.js" */

/** Its map, its ink, its labels and its legend are there once it was started (see atlas.js). */
export const state = /** @type {State} */ ({
  ready: Promise.resolve(), wanted: null, group: null, markers: /** @type {DiscMarker[]} */ ([]),
  shades: null, ring: null, touched: false, refocus: false,
});
