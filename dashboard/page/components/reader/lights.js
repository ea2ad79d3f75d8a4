// What is lit: the selected place's names in the text or its row of the list, and what is pointed
// at; and ticks beside the text, like those of a search on a page, for the scrolled-out ones too.

import { el, onlyStop } from "../shared/dom.js";
import { scrollTo, tickTop } from "./scrolling.js";

/** @import { State } from "./types.js" */

/**
 * The pane with text or list, and whether it scrolls by itself: on a phone the page does.
 * @param {State} state
 */
export function paneOf(state) {
  const pane = /** @type {HTMLElement | null} */ (state.root.querySelector(".pane"));
  return { pane, scrolls: Boolean(pane && pane.scrollHeight > pane.clientHeight + 1) };
}

/**
 * Lights the selected place's mentions and brings the selected one into the pane's view.
 * @param {State} state
 * @param {boolean} moved whether something else is selected than before
 */
export function lightText(state, moved) {
  const { place, mention } = state.data;
  /** @type {HTMLElement | null} */
  let chosen = null;
  for (const one of state.marks) {
    one.classList.toggle("lit", Boolean(place) && one.dataset.place === place);
    const isCurrent = one.dataset.mention === String(mention);
    one.classList.toggle("current", isCurrent);
    if (isCurrent) { one.setAttribute("aria-current", "true"); chosen = one; }
    else one.removeAttribute("aria-current");
  }
  chosen ??= state.marks.find((one) => one.classList.contains("lit")) ?? null;
  if (!chosen) return;
  if (state.turnedTo && state.turnedTo === chosen.dataset.mention) { state.reveal = true; state.turnedTo = null; }
  onlyStop(state.marks, chosen);
  if (moved || state.reveal) reveal(state, chosen);
}

/**
 * Brings a name of the text into view.
 * @param {State} state
 * @param {HTMLElement} chosen
 */
export function reveal(state, chosen) {
  const { pane, scrolls } = paneOf(state);
  if (pane && scrolls) pane.scrollTop += scrollTo(chosen.getBoundingClientRect(), pane.getBoundingClientRect());
  else if (state.reveal) chosen.scrollIntoView({ block: "center" });
  if (state.reveal) chosen.focus({ preventScroll: true });
  state.reveal = false;
}

/**
 * Lights the selected place's row and brings it into the pane's view.
 * @param {State} state
 * @param {boolean} moved whether something else is selected than before
 */
export function lightList(state, moved) {
  /** @type {HTMLElement | null} */
  let chosen = null;
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (state.root.querySelectorAll(".list .row"))) {
    const isCurrent = row.dataset.place ? row.dataset.place === state.data.place : false;
    row.classList.toggle("lit", isCurrent);
    if (isCurrent) { row.setAttribute("aria-current", "true"); chosen = row; }
    else row.removeAttribute("aria-current");
  }
  const { pane, scrolls } = paneOf(state);
  if (!chosen || !moved || !pane || !scrolls) return;
  pane.scrollTop += scrollTo(chosen.getBoundingClientRect(), pane.getBoundingClientRect(), 0);
}

/**
 * Lights everything that carries the place that is pointed at, here or on the map.
 * @param {State} state
 * @param {string} place
 */
export function lightPointed(state, place) {
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (state.root.querySelectorAll("[data-place]"))) {
    one.classList.toggle("hinted", Boolean(place) && one.dataset.place === place);
  }
  drawTicks(state);
}

/** @param {State} state */
export function drawTicks(state) {
  const { pane, scrolls } = paneOf(state), ruler = state.root.querySelector(".ticks");
  if (!pane || !ruler) return;
  const { scrollTop, scrollHeight } = pane, { top } = pane.getBoundingClientRect();
  const tick = (/** @type {HTMLElement} */ mark) => el("i", {
    class: mark.classList.contains("hinted") ? "tick hinted" : "tick",
    style: `top: ${tickTop(mark.getBoundingClientRect().top, { top, scrollTop, scrollHeight })}`,
  });
  const marks = scrolls ? state.marks.filter((mark) => mark.matches(".lit, .hinted")) : [];
  ruler.replaceChildren(...marks.map(tick));
}
