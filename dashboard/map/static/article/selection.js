// The selected place: drawn as such, flown to, and told.

import { onlyStop } from "../base/marker_keys.js";
import { drawAreas } from "./areas.js";
import { follow } from "./camera.js";
import { tellPage } from "./channel.js";
import { find, state } from "./state.js";

/** Milliseconds: the page's answer to a selection comes first, a flight is heavy to draw. */
const BEFORE_FLIGHT_MS = 150;

/**
 * Shows a place, or none (""), as selected.
 * @param {string} id
 * @param {boolean} flies whether the map flies there
 */
export function select(id, flies) {
  const { wanted } = state;
  if (!wanted || wanted.selected === id) return;
  state.wanted = { ...wanted, selected: id };
  markSelected();
  if (flies) setTimeout(() => { if (state.wanted?.selected === id) follow(id, true); }, BEFORE_FLIGHT_MS);
}

/**
 * The reader's choice on the map. The map stays: the reader is looking at the place.
 * @param {string} id
 */
export function choose(id) {
  const { lat, lng } = state.map.getCenter();
  select(id, false);
  tellPage({ select: id, center: [lat, lng], zoom: state.map.getZoom() });
}

/** Draws the selected place as such, and no other. */
export function markSelected() {
  for (const marker of state.markers) {
    const isSelected = marker.place.id === state.wanted?.selected;
    if (marker.place.selected === isSelected) continue;
    marker.place.selected = isSelected;
    marker.fire("add");
  }
  // The Tab key stops at the selected one, else at the most mentioned.
  onlyStop(state.markers, find(state.wanted?.selected) ?? state.markers[0]);
  drawAreas();
}
