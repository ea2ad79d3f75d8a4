// Fields and buttons that several pages have.

import { el } from "./dom.js";

/** @import { Patch } from "../records.js" */

/**
 * A search that is sent once it is typed.
 * @param {string} value
 * @param {string} label
 * @param {string} id
 * @param {(words: string) => void} send
 */
export function searchField(value, label, id, send) {
  const field = el("input", { type: "search", placeholder: label, "aria-label": label, maxlength: "200", "data-id": id });
  field.value = value;
  const changed = () => { if (field.value.trim() !== value) send(field.value.trim()); };
  Object.assign(field, { onchange: changed, onsearch: changed });
  return field;
}

/**
 * Pages of a list: previous, where one is, next.
 * @param {{ send: (patch: Patch) => void }} state
 * @param {number} page
 * @param {number} pages
 * @param {string} label
 */
export function pager(state, page, pages, label) {
  const turn = (/** @type {string} */ text, /** @type {number} */ to, /** @type {string} */ id) => el("button", {
    class: "turn", type: "button", text, "data-id": id, "aria-disabled": String(to < 1 || to > pages),
    onclick: () => { if (to >= 1 && to <= pages) state.send({ page: String(to) }); },
  });
  return el("nav", { class: "pager", "aria-label": label },
    turn("‹ Previous", page - 1, "previous"),
    el("span", { text: `Page ${page.toLocaleString("en")} of ${pages.toLocaleString("en")}`, "aria-live": "polite" }),
    turn("Next ›", page + 1, "next"));
}

/**
 * The button that takes back all that is searched for.
 * @param {{ changed: boolean, reset: Patch }} data
 * @param {(patch: Patch) => void} send
 */
export function resetButton(data, send) {
  return el("button", {
    class: "action", type: "button", text: "Reset all", "data-id": "reset", disabled: !data.changed,
    onclick: () => send(data.reset),
  });
}
