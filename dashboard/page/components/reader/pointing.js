// Whatever carries a place lights that place on the map while it is pointed at.

import { lightPointed } from "./lights.js";
import { tellMap } from "./map_channel.js";

/** @import { State } from "./types.js" */

/**
 * @template {HTMLElement} Some
 * @param {State} state
 * @param {Some} node
 */
export function pointing(state, node) {
  node.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") point(state, placeAt(event));
  });
  node.addEventListener("pointerleave", () => point(state, ""));
  node.addEventListener("focusin", (event) => {
    if (event.target instanceof Element && event.target.matches(":focus-visible")) point(state, placeAt(event));
  });
  node.addEventListener("focusout", () => point(state, ""));
  return node;
}

/** @param {Event} event */
function placeAt({ target }) {
  const node = target instanceof Element ? target.closest("[data-place]") : null;
  return node instanceof HTMLElement ? node.dataset.place ?? "" : "";
}

/**
 * @param {State} state
 * @param {string} place
 */
function point(state, place) {
  if (state.pointed === place) return;
  state.pointed = place;
  lightPointed(state, place);
  tellMap(state, { hint: place });
}
