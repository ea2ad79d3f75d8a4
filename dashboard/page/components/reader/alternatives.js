// The other places a mention might mean. Pointing at one shows its ghost on the map; a press
// holds the ghost there, for those who cannot hover.

import { el } from "../shared/dom.js";
import { useButton } from "./corrections.js";
import { showGhost } from "./ghost.js";

/** @import { State } from "./types.js" */
/** @import { Alternative } from "../records.js" */

/**
 * @param {State} state
 * @param {Alternative[]} others
 */
export function alternatives(state, others) {
  return el("div", { class: "others", role: "group", "aria-label": "Other places it might be" },
    el("p", { class: "quiet", text: "It might also be one of these. Point at one, or tap it, to see where it lies." }),
    el("ul", {}, ...others.map((other) => el("li", {},
      otherRow(state, other), useButton(state, { place: other.id, name: other.name })))));
}

/**
 * @param {State} state
 * @param {Alternative} other
 */
function otherRow(state, other) {
  const show = () => showGhost(state, other);
  const hide = () => showGhost(state, state.held);
  return el("button", {
    class: "other", type: "button", "aria-pressed": String(state.held?.id === other.id), "data-id": `other-${other.id}`,
    "aria-label": `${other.name}, ${other.kind}, probability ${other.likelihood}. Show it on the map`,
    onpointerenter: (event) => { if (event.pointerType !== "touch") show(); },
    onpointerleave: hide, onblur: hide,
    onfocus: (event) => { if (event.target.matches(":focus-visible")) show(); },
    onclick: (event) => hold(state, other, event.currentTarget),
  },
    el("span", {}, other.name, el("span", { class: "quiet", text: ` · ${other.kind}` })),
    el("span", { class: "count", text: other.likelihood }),
    probabilityBar(other.share));
}

/** @param {number} share */
export function probabilityBar(share) {
  return el("span", { class: "bar", "aria-hidden": "true", style: `--share: ${(100 * share).toFixed(1)}%` });
}

/**
 * @param {State} state
 * @param {Alternative} other
 * @param {HTMLElement} row
 */
function hold(state, other, row) {
  state.held = state.held?.id === other.id ? null : other;
  for (const each of row.closest("ul")?.querySelectorAll(".other") ?? []) {
    each.setAttribute("aria-pressed", String(Boolean(state.held) && each === row));
  }
  showGhost(state, state.held ?? other);
}
