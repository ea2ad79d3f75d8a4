// How far a tooltip moves to keep inside the map's frame. Boxes are those of the screen, in pixels.

const EDGE = 4;

/**
 * How far to move the span [from, to] into [least, most].
 * @param {number} from
 * @param {number} to
 * @param {number} least
 * @param {number} most
 */
export function moveInto(from, to, least, most) {
  return Math.max(least + EDGE - from, 0) || -Math.max(to - most + EDGE, 0);
}
