// How far a pane scrolls to bring something into view. Boxes are those of the screen, in pixels.

/** @typedef {{ top: number, bottom: number }} Span */

/** What stands this near to the pane's edge is not read at ease. */
const EDGE = 8;

/**
 * Whether all of a box is in a pane, with some room around it.
 * @param {Span} box
 * @param {Span} pane
 * @param {number} [edge]
 */
export function isWithin(box, pane, edge = EDGE) {
  return box.top >= pane.top + edge && box.bottom <= pane.bottom - edge;
}

/**
 * How far to scroll so that a box that is out of view stands in the pane's upper third.
 * @param {Span} box
 * @param {Span} pane
 * @param {number} [edge]
 */
export function scrollTo(box, pane, edge = EDGE) {
  return isWithin(box, pane, edge) ? 0 : box.top - pane.top - (pane.bottom - pane.top) / 3;
}

/**
 * Where a tick stands beside a pane: how far down its content a mark is, as a style's `top`.
 * @param {number} top of the mark
 * @param {{ top: number, scrollTop: number, scrollHeight: number }} pane
 */
export function tickTop(top, pane) {
  const at = (top - (pane.top - pane.scrollTop)) / pane.scrollHeight;
  return `${(100 * at).toFixed(2)}%`;
}
