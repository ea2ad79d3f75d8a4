// What stands beside the map: the selected place, and under it the article or the places.

import "../shared/base.css";
import "./reader.css";
import "./review.css";
import "../shared/tip.css";
import { address } from "../shared/address.js";
import { byId, el, focusedIn, onlyStop, rootOf, stepped } from "../shared/dom.js";
import { hideTip } from "../shared/tip.js";
import { dropGhost } from "./ghost.js";
import { drawTicks, lightList, lightPointed, lightText, paneOf } from "./lights.js";
import { leaveMap, listenToMap, tellMap } from "./map_channel.js";
import { startPolling, stopPolling } from "./online_lookup.js";
import { drawPanel } from "./panel.js";
import { drawList } from "./places_list.js";
import { pointing } from "./pointing.js";
import { isWithin } from "./scrolling.js";
import { chosenOnMap } from "./selection.js";
import { drawText } from "./text.js";

/** @import { Component } from "../shared/component.js" */
/** @import { ReaderData } from "../records.js" */
/** @import { State } from "./types.js" */

/** @type {WeakMap<HTMLElement, State>} */
const states = new WeakMap();

/** @param {Component<ReaderData>} component */
export default function reader(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component), before = states.get(parentElement);
  /** @type {State} */
  const state = Object.assign(before ?? { data, why: false, reveal: false, drawnFrom: "", marks: [] }, {
    root,
    send: (/** @type {unknown} */ patch) => setTriggerValue("patch", patch),
    correct: (/** @type {unknown} */ change) => setTriggerValue("review", change),
    redraw: () => setTriggerValue("redraw", Date.now()),
    again: () => setTriggerValue("again", Date.now()),
  });
  states.set(parentElement, state);
  steadily(state, data, () => draw(state, before ? state.data : null, data));
  startPolling(state);
  listenToMap(state, (message) => {
    if (message.hint !== undefined) lightPointed(state, message.hint);
    if (message.select !== undefined) chosenOnMap(state, message);
  });
  const dark = root.classList.contains("dark");
  if (dark !== data.dark && state.toldDark !== dark) {
    state.toldDark = dark;
    setTriggerValue("dark", dark ? "dark" : "light");
  }
  return () => {
    stopPolling(state);
    leaveMap(state);
  };
}

/**
 * The panel stands above the text, and grows: the name that was chosen stays where it is. On a
 * phone, where the panel may be out of sight, a place that was tapped on the map brings it there,
 * and so does a name that is not on the map.
 * @param {State} state
 * @param {ReaderData} data
 * @param {() => void} redraw
 */
function steadily(state, data, redraw) {
  const boxOfName = () => state.marks.find((mark) => mark.dataset.mention === String(data.mention))?.getBoundingClientRect();
  const before = boxOfName();
  const isSeen = before && before.bottom > 0 && before.top < window.innerHeight;
  const { isCalled } = state;
  state.isCalled = false;
  redraw();
  const { pane, scrolls } = paneOf(state);
  if (!pane) return;
  const after = isSeen ? boxOfName() : undefined, by = before && after ? after.top - before.top : 0;
  if (scrolls) {
    if (before && isWithin(before, pane.getBoundingClientRect())) pane.scrollTop += by;
  } else if (isCalled) state.root.querySelector(".panel")?.scrollIntoView({ block: "nearest" });
  else scrollPage(by);
}

/** @param {number} by */
function scrollPage(by) {
  const page = document.querySelector("[data-testid='stMain']");
  if (page) page.scrollTop += by;
}

/**
 * @param {State} state
 * @param {ReaderData | null} before
 * @param {ReaderData} data
 */
function draw(state, before, data) {
  state.data = data;
  const isOther = (/** @type {(keyof ReaderData)[]} */ ...keys) => keys.some((key) => before?.[key] !== data[key]);
  if (isOther("place", "mention")) dropGhost(state);
  // What was chosen here or on the map is known there already; going back in history is not.
  if (isOther("place")) tellMap(state, { select: data.place, follow: !data.held });
  hideTip();
  if (data.embed) return drawEmbedded(state);
  const focus = focusedIn(state.root)?.dataset.id;
  const drawnFrom = JSON.stringify([data.tab, data.reading, data.title, data.paragraphs, data.readable,
    data.count, data.rows, data.missing, data.hidden, Boolean(data.panel), data.language, data.online.unavailable, data.online.asking]);
  if (drawnFrom !== state.drawnFrom || !paneOf(state).pane) {
    state.drawnFrom = drawnFrom;
    drawPane(state, isOther("tab", "reading"));
  } else {
    state.root.querySelector(".panel")?.replaceWith(drawPanel(state));
  }
  const moved = isOther("place", "mention", "reading", "tab");
  if (data.tab === "places") { state.marks = []; lightList(state, moved); }
  else lightText(state, moved);
  drawTicks(state);
  if (focus) refocus(state, focus);
}

/**
 * @param {State} state
 * @param {boolean} isAnother whether it shows another article or another tab than before
 */
function drawPane(state, isAnother) {
  const content = state.data.tab === "places" ? drawList(state) : drawText(state);
  const scrolled = isAnother ? 0 : paneOf(state).pane?.scrollTop ?? 0;
  const pane = pointing(state, el("div", {
    class: "pane", role: "tabpanel", id: "pane", "aria-labelledby": `tab-${state.data.tab}`,
  }, content));
  state.root.replaceChildren(drawPanel(state), tabs(state),
    el("div", { class: "shelf" }, pane, el("div", { class: "ticks", "aria-hidden": "true" })));
  pane.scrollTop = scrolled;
}

/**
 * Where the focus goes when what had it is gone, or folded away.
 * @type {Record<string, string[]>}
 */
const INSTEAD = { again: ["missing", "tab-places"], "review-told": ["review-last", "panel-name"] };

/**
 * @param {State} state
 * @param {string} focus
 */
function refocus(state, focus) {
  const target = [focus, ...INSTEAD[focus] ?? []].map((id) => byId(state.root, id)).find((one) => one?.checkVisibility());
  if (!target) return;
  target.focus({ preventScroll: true });
  if (state.marks.includes(target)) onlyStop(state.marks, target);
}

/**
 * In a frame of another page: the selected place, and the way to all the rest.
 * @param {State} state
 */
function drawEmbedded(state) {
  const open = el("a", { class: "open", target: "_blank", rel: "noopener", text: "Open in Dateline" });
  const aim = () => { open.href = address(state.data.pinned); };
  ["pointerenter", "pointerdown", "focus"].forEach((kind) => open.addEventListener(kind, aim));
  aim();
  const focus = focusedIn(state.root)?.dataset.id;
  state.root.classList.add("embedded");
  state.root.replaceChildren(drawPanel(state), open);
  if (focus) byId(state.root, focus)?.focus({ preventScroll: true });
}

/** @param {State} state */
function tabs(state) {
  /** @type {HTMLElement[]} */
  const both = [];
  const tab = (/** @type {"article" | "places"} */ key, /** @type {string} */ label, /** @type {number | null} */ count) => el("button", {
    class: "tab", type: "button", role: "tab", id: `tab-${key}`, "aria-controls": "pane",
    "aria-selected": String(state.data.tab === key), "data-id": `tab-${key}`,
    tabindex: state.data.tab === key ? "0" : "-1",
    onclick: () => state.send({ tab: key === "article" ? null : key }),
    onkeydown: (event) => { if (event.key.startsWith("Arrow")) stepped(event, both); },
  }, el("span", { text: label }), count === null ? null : el("span", { class: "count", text: ` ${count}` }));
  both.push(tab("article", "Article", null), tab("places", "Places", state.data.count));
  return el("div", { class: "tabs", role: "tablist", "aria-label": "Beside the map" }, ...both);
}
