// The ghost on the map of another place that a mention might mean.

import { tellMap } from "./map_channel.js";

/** @import { State } from "./types.js" */
/** @import { Alternative } from "../records.js" */

/**
 * Shows the ghost of a place, or none.
 * @param {State} state
 * @param {Alternative | null | undefined} other
 */
export function showGhost(state, other) {
  if (state.ghost === (other?.id ?? "")) return;
  state.ghost = other?.id ?? "";
  tellMap(state, { ghost: other ? { lat: other.lat, lon: other.lon, name: other.name, outline: other.outline } : null });
}

/**
 * With another excerpt the alternatives are others.
 * @param {State} state
 */
export function dropGhost(state) {
  state.held = null;
  showGhost(state, null);
}
