// Facets: lists of what can be chosen, with counts; nothing chosen means all of it.

import "../shared/base.css";
import "./facets.css";
import "./search.css";
import { el, rootOf, sign } from "../shared/dom.js";
import { keepingFocus } from "../shared/focus.js";
import { listed, patching } from "../shared/patches.js";
import { listedOptions, shareOf } from "./facet_options.js";

/** @import { Component } from "../shared/component.js" */
/** @import { Facet, FacetOption, FacetsData, Patch } from "../records.js" */
/** @import { Waiting } from "../shared/patches.js" */
/**
 * @typedef {object} State what is listed in full, folded and searched for, by facet
 * @property {Record<string, boolean>} all
 * @property {Record<string, boolean>} folded
 * @property {Record<string, string>} find
 * @property {FacetsData} data
 * @property {HTMLElement} root
 * @property {(patch: Patch) => void} send
 */

/** @type {WeakMap<HTMLElement, State & Waiting>} */
const states = new WeakMap();

/** @param {Component<FacetsData>} component */
export default function facets(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  /** @type {State & Waiting} */
  const state = states.get(parentElement) ?? { all: {}, folded: {}, find: {}, data, root, send: () => undefined };
  Object.assign(state, { data, root, send: patching(state, setTriggerValue) });
  states.set(parentElement, state);
  drawFacets(state);
}

/** @param {State} state */
function drawFacets(state) {
  keepingFocus(state.root, () => state.root.replaceChildren(
    ...state.data.facets.map((facet) => facetBox(state, facet)), sureBox(state)));
}

/**
 * @param {State} state
 * @param {Facet} facet
 */
function facetBox(state, facet) {
  const chosen = facet.options.filter((one) => one.on).length;
  const isFolded = state.folded[facet.key] ?? state.data.folded;
  const box = el("details", { class: "facet", open: !isFolded, ontoggle: () => { state.folded[facet.key] = !box.open; } },
    el("summary", { "data-id": `fold-${facet.key}` },
      el("span", { text: facet.label }),
      el("span", { class: "count", text: chosen ? `${chosen} chosen` : "all" })),
    chosen ? el("button", {
      class: "action", type: "button", text: "Clear", "data-id": `clear-${facet.key}`,
      "aria-label": `Clear ${facet.label}`, onclick: () => state.send({ [facet.key]: null }),
    }) : null,
    ...options(state, facet));
  return box;
}

/**
 * @param {State} state
 * @param {Facet} facet
 */
function options(state, facet) {
  const find = state.find[facet.key] ?? "", isAll = state.all[facet.key] ?? false;
  const { shown, rest } = listedOptions(facet, { find, isAll });
  const isToldOfMore = !isAll && !find && rest > 0;
  return [
    facet.options.length > 12 ? finder(state, facet) : null,
    el("div", { role: "group", "aria-label": facet.label, class: "options" }, ...shown.map((one) => option(state, facet, one))),
    shown.length ? null : el("p", { class: "quiet", text: "Nothing of that name." }),
    isToldOfMore || (isAll && !find) ? el("button", {
      class: "link", type: "button", "data-id": `all-${facet.key}`, text: isAll ? "Show fewer" : `Show ${rest} more`,
      onclick: () => { state.all[facet.key] = !isAll; drawFacets(state); },
    }) : null,
  ];
}

/**
 * @param {State} state
 * @param {Facet} facet
 */
function finder(state, facet) {
  const field = el("input", {
    type: "search", class: "finder", placeholder: `Find ${facet.label.toLowerCase()}`, "aria-label": `Find in ${facet.label}`,
    "data-id": `find-${facet.key}`, maxlength: "100",
    oninput: () => { state.find[facet.key] = field.value; drawFacets(state); },
  });
  field.value = state.find[facet.key] ?? "";
  return field;
}

/**
 * @param {State} state
 * @param {Facet} facet
 * @param {FacetOption} one
 */
function option(state, facet, one) {
  const box = el("input", {
    type: "checkbox", checked: one.on, "data-id": `${facet.key}-${one.key}`,
    onchange: () => {
      // The data is changed at once, so that a second click does not wait for the first's answer.
      one.on = box.checked;
      state.send({ [facet.key]: listed(facet.options.filter((other) => other.on).map((other) => other.key)) });
    },
  });
  return el("label", { class: "option", style: `--share: ${shareOf(one, facet)}%` }, box,
    one.group ? sign(one.group, state.data) : null,
    el("span", { class: "option-name", text: one.label }),
    el("span", { class: "count", text: one.count.toLocaleString("en") }));
}

/** @param {State} state */
function sureBox(state) {
  const { sure } = state.data, { steps } = sure;
  const reads = (/** @type {number} */ at) => steps[at]?.said ?? "";
  const value = el("output", { class: "count", text: reads(sure.at) });
  const slider = el("input", {
    type: "range", min: "0", max: String(steps.length - 1), step: "1", "data-id": "sure",
    "aria-label": "How sure a mention's place must be", "aria-valuetext": reads(sure.at),
    oninput: () => { value.textContent = reads(slider.valueAsNumber); slider.setAttribute("aria-valuetext", value.textContent); },
    onchange: () => { state.send({ sure: steps[slider.valueAsNumber]?.value || null }); },
  });
  slider.value = String(sure.at);
  return el("div", { class: "facet sure" },
    el("div", { class: "sure-head" }, el("strong", { text: "How sure" }), value), slider,
    sure.at ? el("button", {
      class: "action", type: "button", text: "Clear", "data-id": "clear-sure", "aria-label": "Clear how sure",
      onclick: () => state.send({ sure: null }),
    }) : null);
}
