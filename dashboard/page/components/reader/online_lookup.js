// Names that an online service is asked about: while that goes on the line over the map is made to
// ask how far it is, and what is new is drawn. What could not be asked can be tried again.

import { el } from "../shared/dom.js";

/** @import { State } from "./types.js" */

const SOON_MS = 1000;

/** @param {State} state */
export function startPolling(state) {
  stopPolling(state);
  const { every } = state.data.online;
  // A page that is not seen asks nothing.
  const ask = () => { if (!document.hidden) window.dispatchEvent(new Event("dateline-ask")); };
  const onAsked = (/** @type {Event} */ event) => {
    if (/** @type {CustomEvent<string>} */ (event).detail !== state.data.online.stamp) state.redraw();
  };
  state.onAsked = onAsked;
  if (every) {
    state.asking = window.setInterval(ask, every);
    window.addEventListener("dateline-asked", onAsked);
  }
  // The line is drawn before the pane: it may still tell of what has ended meanwhile.
  state.catchingUp = window.setTimeout(() => {
    const stamp = document.documentElement.dataset.asked;
    if (stamp === undefined || stamp === state.data.online.stamp) return;
    window.addEventListener("dateline-asked", onAsked);
    ask();
  }, SOON_MS);
}

/** @param {State} state */
export function stopPolling(state) {
  clearInterval(state.asking);
  clearTimeout(state.catchingUp);
  if (state.onAsked) window.removeEventListener("dateline-asked", state.onAsked);
}

/** @param {State} state */
export function againButton(state) {
  const { asking } = state.data.online;
  // No disabled button: that would drop the focus of who pressed it.
  return el("button", {
    class: "do", type: "button", text: asking ? "Asking…" : "Try again", "data-id": "again", "aria-disabled": String(asking),
    onclick: () => { if (!asking) state.again(); },
  });
}

/** @param {State} state */
export function unavailableNote(state) {
  const { unavailable } = state.data.online;
  if (!unavailable) return null;
  return el("p", { class: "unavailable" }, el("span", { text: unavailable }), againButton(state));
}
