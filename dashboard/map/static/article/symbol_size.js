// How large a place's symbol is, in pixels.

/** @import { Look } from "./types.js" */

/** The width of the ring's segments, and of the soft rim of an area. */
export const RING = 3.5;
const SOFT = 8;

/**
 * The radius of everything drawn around a place's point.
 * @param {Pick<Look, "r" | "groups" | "isSoft">} place
 */
export function radiusOf(place) {
  return place.r * 1.15 + (place.groups.length > 1 ? RING + 1.5 : 0) + (place.isSoft ? SOFT : 0) + 1;
}

/**
 * Half of the symbol's width: a finger finds it, and what shows that it is selected has room.
 * @param {Pick<Look, "r" | "groups" | "isSoft" | "selected">} place
 */
export function halfOf(place) {
  return Math.max(16, Math.ceil(radiusOf(place) + (place.selected ? 6 : 1)));
}

/**
 * A ring's segments by share of mentions, clockwise from the top, with small gaps; as shares of a
 * whole turn.
 * @template Group
 * @param {[Group, number][]} groups
 */
export function segmentsOf(groups) {
  const total = groups.reduce((sum, [, count]) => sum + count, 0);
  let from = 0;
  return groups.map(([group, count]) => {
    const to = from + count / total, segment = { group, from: from + 0.012, to: to - 0.012 };
    from = to;
    return segment;
  });
}

/**
 * The path of an arc.
 * @param {number} r
 * @param {number} from as a share of a whole turn
 * @param {number} to
 */
export function arc(r, from, to) {
  const at = (/** @type {number} */ turn) =>
    `${(r * Math.sin(turn * 2 * Math.PI)).toFixed(2)} ${(-r * Math.cos(turn * 2 * Math.PI)).toFixed(2)}`;
  return `M${at(from)}A${r} ${r} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}`;
}
