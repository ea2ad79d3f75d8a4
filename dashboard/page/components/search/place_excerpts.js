// The excerpts of a place, newest first, paged.

import "../shared/base.css";
import "./place_excerpts.css";
import "./search.css";
import { el, rootOf } from "../shared/dom.js";
import { pager } from "../shared/fields.js";
import { keepingFocus } from "../shared/focus.js";
import { patching } from "../shared/patches.js";
import { excerptList } from "./excerpts.js";

/** @import { Component } from "../shared/component.js" */
/** @import { PlaceExcerptsData } from "../records.js" */
/** @import { Waiting } from "../shared/patches.js" */

/** @type {WeakMap<HTMLElement, Waiting & { page?: number }>} */
const states = new WeakMap();

/** @param {Component<PlaceExcerptsData>} component */
export default function placeExcerpts(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = states.get(parentElement) ?? {};
  states.set(parentElement, state);
  const isTurned = state.page !== undefined && state.page !== data.page;
  state.page = data.page;
  const send = patching(state, setTriggerValue);
  keepingFocus(root, () => root.replaceChildren(el("section", { class: "list", "aria-label": "Excerpts, newest first" },
    el("h2", { text: data.excerpts.length ? "Excerpts, newest first" : "No excerpts" }),
    data.excerpts.length ? excerptList(data, data.excerpts) : el("p", { class: "empty", text: data.nothing }),
    data.pages > 1 ? pager({ send }, data.page, data.pages, "Pages of excerpts") : "")));
  if (isTurned) root.querySelector(".list")?.scrollIntoView({ block: "start" });
}
