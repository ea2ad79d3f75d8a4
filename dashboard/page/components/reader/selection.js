// Selects: the map flies to the place at once, the page's answer follows. Without centre and zoom
// in its link the map follows the selection.

import { drawTicks, lightList, lightText } from "./lights.js";
import { tellMap } from "./map_channel.js";

/** @import { State } from "./types.js" */
/** @import { Patch, Target } from "../records.js" */
/** @import { MapChoice } from "../../../map/static/article/messages.js" */

/**
 * The link's values for what was chosen here: without centre and zoom, so that the map follows;
 * a name that is on no map leaves the map where it is.
 * @param {Target} target
 * @returns {Patch}
 */
export function patchOfSelection(target) {
  return target.place ? { ...target, center: null, zoom: null } : { ...target };
}

/**
 * The link's values for what was chosen on the map: with the map's camera, so that it stays.
 * @param {Target} target
 * @param {MapChoice} choice
 * @returns {Patch}
 */
export function patchOfMapChoice(target, { center, zoom }) {
  const at = center.map((degrees) => degrees.toFixed(5)).join(",");
  return { ...target, center: at, zoom: String(zoom) };
}

/**
 * @param {State} state
 * @param {Target} target
 */
export function selectPlace(state, target) {
  if (target.place) {
    tellMap(state, { select: target.place, follow: true });
    foresee(state, target);
  } else state.isCalled = true;
  state.send(patchOfSelection(target));
}

/**
 * @param {State} state
 * @param {MapChoice} choice
 */
export function chosenOnMap(state, choice) {
  const target = state.data.openings[choice.select];
  if (!target || choice.select === state.data.place) return;
  foresee(state, target);
  state.isCalled = true;
  state.send(patchOfMapChoice(target, choice));
}

/**
 * Lights the selection before the page has answered.
 * @param {State} state
 * @param {Target} target
 */
function foresee(state, target) {
  const isElsewhere = target.reading !== state.data.reading;
  Object.assign(state.data, { place: target.place, mention: isElsewhere ? null : Number(target.mention) });
  if (state.data.embed) return;
  if (state.data.tab === "places") lightList(state, true);
  else lightText(state, !isElsewhere);
  drawTicks(state);
}
