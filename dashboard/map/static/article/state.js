// What the parts of the map of articles know in common.

/** @import { PlaceMarker, State } from "./types.js" */

/** Its map, its ink and its labels are there once it was started (see map.js). */
export const state = /** @type {State} */ ({
  legend: null, ready: Promise.resolve(), wanted: null, group: null,
  markers: /** @type {PlaceMarker[]} */ ([]), touched: false, destination: null, heading: null,
  focused: "", refocus: null,
});

/**
 * The marker of a place, if it is shown.
 * @param {string | null | undefined} id
 */
export function find(id) {
  return id ? state.markers.find((marker) => marker.place.id === id) : undefined;
}
