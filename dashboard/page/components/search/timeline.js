// A histogram of days to brush: drag across it, or move its two handles by keyboard.

import "../shared/base.css";
import "./timeline.css";
import "./search.css";
import { el, rootOf } from "../shared/dom.js";
import { keepingFocus } from "../shared/focus.js";
import { counted } from "../shared/numbers.js";
import { patching } from "../shared/patches.js";
import {
  axisLabels, choiceAfterKey, choiceInWords, chosenColumns, columnAt, columnHeights, dragAt, dragged, isAll, patchOfDays,
} from "./timeline_days.js";

/** @import { Component } from "../shared/component.js" */
/** @import { Column, Patch, TimelineData } from "../records.js" */
/** @import { Waiting } from "../shared/patches.js" */
/** @import { Choice, Drag } from "./timeline_days.js" */
/** @typedef {{ plot: HTMLElement, shade: HTMLElement, handles: Record<"from" | "to", HTMLElement>, words: HTMLElement }} Parts */
/**
 * @typedef {object} State
 * @property {TimelineData} data
 * @property {Choice} choice
 * @property {(Drag & { hasMoved: boolean }) | null} drag
 * @property {Parts | null} parts
 * @property {number} timer
 * @property {(patch: Patch) => void} send
 */

const SVG = "http://www.w3.org/2000/svg";
const HIGH = 64;
const REST_MS = 350;

/** @type {WeakMap<HTMLElement, State & Waiting>} */
const states = new WeakMap();

/** @param {Component<TimelineData>} component */
export default function timeline(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  /** @type {State & Waiting} */
  const state = states.get(parentElement)
    ?? { data, choice: { from: 0, to: 0 }, drag: null, parts: null, timer: 0, send: () => undefined };
  states.set(parentElement, state);
  Object.assign(state, { data, send: patching(state, setTriggerValue) });
  // What is being dragged is not taken out of the reader's hand.
  if (state.drag) return;
  state.choice = chosenColumns(data.bins, data.since, data.until);
  keepingFocus(root, () => root.replaceChildren(...nodes(state)));
}

/** @param {State} state */
function nodes(state) {
  const { bins, undated, brushed, nothing } = state.data;
  if (!bins.length) return [el("p", { class: "quiet", text: nothing })];
  const words = el("span", { class: "quiet" });
  const head = el("div", { class: "head" },
    el("strong", { text: "When" }), words,
    undated && brushed ? el("span", { class: "quiet", text: `${counted(undated, "article")} without a date left out` }) : null,
    el("button", {
      class: "action", type: "button", text: "All dates", "data-id": "all-dates", disabled: !brushed,
      onclick: () => state.send({ since: null, until: null }),
    }));
  const shade = el("div", { class: "window" });
  const handles = { from: handle(state, "from", "First day"), to: handle(state, "to", "Last day") };
  const plot = el("div", { class: "plot" }, columns(bins), shade, handles.from, handles.to);
  const parts = { plot, shade, handles, words };
  state.parts = parts;
  brushing(state, parts);
  place(state);
  return [head, plot, el("div", { class: "axis", "aria-hidden": "true" }, ...axisLabels(bins).map((text) => el("span", { text })))];
}

/** @param {Column[]} bins */
function columns(bins) {
  const svg = svgNode("svg", { viewBox: `0 0 ${bins.length} ${HIGH}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const heights = columnHeights(bins, HIGH);
  bins.forEach((bin, nth) => {
    const height = heights[nth] ?? 0;
    const column = svgNode("rect", { x: nth + 0.06, width: 0.88, y: HIGH - height, height, class: "column" });
    const title = svgNode("title", {});
    title.textContent = `${bin.label}: ${counted(bin.articles, "article")}`;
    column.append(title);
    svg.append(column);
  });
  return svg;
}

/**
 * @param {"svg" | "rect" | "title"} name
 * @param {Record<string, string | number>} attributes
 */
function svgNode(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}

/**
 * @param {State} state
 * @param {"from" | "to"} end
 * @param {string} label
 */
function handle(state, end, label) {
  return el("div", {
    class: `handle ${end}`, role: "slider", tabindex: "0", "aria-label": label, "data-id": `handle-${end}`,
    "aria-valuemin": "0", "aria-valuemax": String(state.data.bins.length - 1), "aria-orientation": "horizontal",
    onkeydown: (event) => stepHandle(state, end, event),
  });
}

/**
 * @param {State} state
 * @param {"from" | "to"} end
 * @param {KeyboardEvent} event
 */
function stepHandle(state, end, event) {
  const choice = choiceAfterKey(state.choice, end, event.key, state.data.bins.length - 1);
  if (!choice || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  state.choice = choice;
  place(state);
  clearTimeout(state.timer);
  state.timer = window.setTimeout(() => sendDays(state), REST_MS);
}

/**
 * Where window and handles are, and what a screen reader says of them.
 * @param {State} state
 */
function place(state) {
  const { choice: { from, to }, parts, data: { bins, brushed } } = state;
  if (!parts) return;
  const part = (/** @type {number} */ nth) => `${(100 * nth) / bins.length}%`;
  parts.shade.style.left = part(from);
  parts.shade.style.width = part(to - from + 1);
  parts.handles.from.style.left = part(from);
  parts.handles.to.style.left = part(to + 1);
  parts.handles.from.setAttribute("aria-valuenow", String(from));
  parts.handles.from.setAttribute("aria-valuetext", bins[from]?.first ?? "");
  parts.handles.to.setAttribute("aria-valuenow", String(to));
  parts.handles.to.setAttribute("aria-valuetext", bins[to]?.last ?? "");
  parts.words.textContent = choiceInWords(bins, state.choice);
  parts.plot.classList.toggle("is-brushed", !isAll(bins, state.choice) || brushed);
}

/**
 * Up and down a finger still scrolls the page.
 * @param {State} state
 * @param {Parts} parts
 */
function brushing(state, { plot }) {
  const count = state.data.bins.length;
  const at = (/** @type {PointerEvent} */ event) => columnAt(event.clientX, plot.getBoundingClientRect(), count);
  plot.onpointerdown = (event) => {
    if (event.button) return;
    const node = event.target instanceof Element ? event.target.closest(".handle") : null;
    const end = node ? (node.classList.contains("from") ? "from" : "to") : null;
    const how = dragAt({ handle: end, at: at(event), choice: state.choice, isBrushed: plot.classList.contains("is-brushed"), count });
    state.drag = { at: at(event), how, ...state.choice, hasMoved: false };
    plot.setPointerCapture(event.pointerId);
    if (node instanceof HTMLElement) node.focus();
  };
  plot.onpointermove = (event) => {
    const { drag } = state;
    if (!drag) return;
    if (at(event) !== drag.at) drag.hasMoved = true;
    if (!drag.hasMoved && drag.how !== "brush") return;
    state.choice = dragged(drag, state.choice, at(event), state.data.bins.length - 1);
    place(state);
  };
  plot.onpointerup = () => {
    const { drag } = state;
    state.drag = null;
    if (!drag) return;
    // A press that moves nothing chooses one column.
    if (!drag.hasMoved && (drag.how === "move" || drag.how === "brush")) state.choice = { from: drag.at, to: drag.at };
    place(state);
    if (state.choice.from !== drag.from || state.choice.to !== drag.to || drag.how === "brush") sendDays(state);
  };
  plot.onpointercancel = () => {
    if (!state.drag) return;
    state.choice = { from: state.drag.from, to: state.drag.to };
    state.drag = null;
    place(state);
  };
}

/** @param {State} state */
function sendDays(state) {
  state.send(patchOfDays(state.data.bins, state.choice));
}
