// A place: what it is, how often and how it is meant.

import "../shared/base.css";
import "./place_facts.css";
import "./search.css";
import { el, rootOf } from "../shared/dom.js";
import { resetButton, searchField } from "../shared/fields.js";
import { keepingFocus } from "../shared/focus.js";
import { pageLink } from "../shared/page_links.js";
import { patching } from "../shared/patches.js";
import { groupTallies } from "./excerpts.js";

/** @import { Component } from "../shared/component.js" */
/** @import { Patch, PlaceFactsData } from "../records.js" */
/** @import { Waiting } from "../shared/patches.js" */

/** @type {WeakMap<HTMLElement, Waiting>} */
const states = new WeakMap();

/** @param {Component<PlaceFactsData>} component */
export default function placeFacts(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = states.get(parentElement) ?? {};
  states.set(parentElement, state);
  const send = patching(state, setTriggerValue);
  keepingFocus(root, () => root.replaceChildren(...nodes(data, send)));
}

/**
 * @param {PlaceFactsData} data
 * @param {(patch: Patch) => void} send
 */
function nodes(data, send) {
  const isKnown = Boolean(data.degrees);
  return [
    el("header", {},
      el("h1", { text: data.name }),
      el("p", { class: "quiet", text: [data.where, data.degrees].filter(Boolean).join(" · ") }),
      data.counts ? el("p", {}, el("strong", { text: data.counts }), el("span", { class: "quiet", text: data.sure })) : null,
      groupTallies(data, data.groups),
      el("p", { class: "ways" }, pageLink(
        "atlas", isKnown ? data.atlas : {}, { "data-id": "to-atlas" }, isKnown ? "Show on the atlas" : "To the atlas"))),
    el("div", { class: "bar", role: "search" },
      searchField(data.words, "Search the articles", "words", (words) => send({ words: words || null })),
      resetButton(data, send)),
  ];
}
