// Above the map: what is counted, the search, what sizes say, and the reset.

import "../shared/base.css";
import "./search_bar.css";
import "./search.css";
import { el, rootOf } from "../shared/dom.js";
import { resetButton, searchField } from "../shared/fields.js";
import { keepingFocus } from "../shared/focus.js";
import { patching } from "../shared/patches.js";

/** @import { Component } from "../shared/component.js" */
/** @import { Patch, SearchBarData } from "../records.js" */
/** @import { Waiting } from "../shared/patches.js" */

/** @type {WeakMap<HTMLElement, Waiting>} */
const states = new WeakMap();

/** @param {Component<SearchBarData>} component */
export default function searchBar(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = states.get(parentElement) ?? {};
  states.set(parentElement, state);
  const send = patching(state, setTriggerValue);
  keepingFocus(root, () => root.replaceChildren(el("div", { class: "bar", role: "search" },
    el("p", { class: "tally", role: "status" },
      el("strong", { text: data.count }), el("span", { class: "quiet", text: data.more })),
    searchField(data.words, "Search the articles", "words", (words) => send({ words: words || null })),
    data.size ? measure(data.size, send) : null,
    resetButton(data, send))));
}

/**
 * @param {string} size
 * @param {(patch: Patch) => void} send
 */
function measure(size, send) {
  const choice = (/** @type {string} */ value, /** @type {string} */ label) => el("button", {
    type: "button", class: "choice", text: label, "aria-pressed": String(size === value), "data-id": `size-${value}`,
    onclick: () => send({ size: value }),
  });
  return el("div", { class: "switch", role: "group", "aria-label": "What sizes and shades count" },
    el("span", { class: "quiet", text: "By" }), choice("articles", "Articles"), choice("mentions", "Mentions"));
}
