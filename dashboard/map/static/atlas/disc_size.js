// How large a disc is, in pixels.

/** @import { Look } from "./types.js" */

/**
 * The radius with the second rim of several places.
 * @param {Pick<Look, "r" | "names">} place
 */
export function radiusOf({ r, names }) {
  return r + (names > 1 ? 4 : 0);
}

/**
 * Half of the symbol's width: a finger finds it.
 * @param {Pick<Look, "r" | "names">} place
 */
export function halfOf(place) {
  return Math.max(14, Math.ceil(radiusOf(place) + 2));
}

/**
 * Whether a disc has room for what is written on it.
 * @param {number} r
 * @param {string} text
 */
export function hasRoomFor(r, text) {
  return r >= 8 + 1.6 * text.length;
}

/**
 * How far from its point a disc's name keeps: the ring around the selected place is drawn, too.
 * @param {Pick<Look, "r" | "names">} place
 * @param {boolean} isRinged
 */
export function nameRadius({ r, names }, isRinged) {
  return Math.max(r + (names > 1 ? 4 : 1), isRinged ? 28 : 0);
}

/**
 * Where a press on a disc of several places leads: to a zoom that parts them, at least one step
 * and at most four closer; null where the map goes no closer.
 * @param {number} zoom now
 * @param {number} fitting the zoom that just shows all of them
 * @param {number} most
 */
export function zoomInto(zoom, fitting, most) {
  if (zoom >= most) return null;
  return { zoom: Math.min(most, Math.max(zoom + 1, Math.min(fitting, zoom + 4))), isTight: fitting < zoom + 1 };
}
