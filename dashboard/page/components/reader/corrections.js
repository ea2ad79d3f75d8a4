// What is corrected about the mention whose excerpt is open, as far as the reader chose.

import { el, focusedIn } from "../shared/dom.js";

/** @import { State } from "./types.js" */
/** @import { Offer } from "../records.js" */
/** @typedef {Record<string, unknown> & { do: string }} Change */

/**
 * A change with what it is about: the mention, how far it reaches, and the reader's note.
 * @param {Pick<State, "data" | "scope" | "note">} state
 * @param {Change} change
 */
export function eventOf(state, change) {
  const target = state.data.panel?.excerpt.target;
  return {
    scope: state.scope ?? "article", note: state.note ?? "",
    article: target?.reading ?? null, mention: target?.mention ?? null, ...change,
  };
}

/**
 * @param {State} state
 * @param {Change} change
 */
export function correct(state, change) {
  state.correct(eventOf(state, change));
  if (change.do === "search") return;
  Object.assign(state, { note: "", sought: "", type: null });
  // The button that was pressed may be gone when the panel is drawn anew: the focus goes to what
  // is said then (see `refocus`), since a redraw puts it where this id is.
  const pressed = focusedIn(state.root);
  if (pressed) pressed.dataset.id = "review-told";
}

/**
 * A button that corrects.
 * @param {State} state
 * @param {string} text
 * @param {Change} change
 * @param {string} [label]
 */
export function correctButton(state, text, change, label = text) {
  return el("button", { class: "do", type: "button", text, "aria-label": label, onclick: () => correct(state, change) });
}

/**
 * The button that makes a place the right one; nothing where places cannot be corrected.
 * @param {State} state
 * @param {Offer} offer
 */
export function useButton(state, offer) {
  if (!state.data.review?.editing) return null;
  return correctButton(
    state, "Use this", { do: "place", place: offer.place, lat: offer.lat, lon: offer.lon }, `Use ${offer.name}`);
}

/**
 * The last change of this session, and the way back; nothing where there is none.
 * @param {State} state
 */
export function undo(state) {
  const { review } = state.data;
  if (!review?.editing || !review.last) return null;
  return el("p", { class: "row-of" },
    el("span", { class: "quiet", tabindex: "-1", "data-id": "review-last", text: `Last change: ${review.last}.` }),
    correctButton(state, "Undo", { do: "undo" }, `Undo: ${review.last}`));
}
