// Beside the map: the most named places, or the selected one. It hears what is chosen on the
// map.

import "../shared/base.css";
import "./top_places.css";
import "./search.css";
import { el, onlyStop, rootOf, stepped } from "../shared/dom.js";
import { keepingFocus } from "../shared/focus.js";
import { counted } from "../shared/numbers.js";
import { pageLink } from "../shared/page_links.js";
import { listed, patching } from "../shared/patches.js";
import { excerptList, groupTallies } from "./excerpts.js";

/** @import { Component } from "../shared/component.js" */
/** @import { Patch, SelectedPlace, TopPlacesData } from "../records.js" */
/** @import { Waiting } from "../shared/patches.js" */
/** @typedef {{ data: TopPlacesData, channel: BroadcastChannel | null, send: (patch: Patch) => void }} State */

/** @type {WeakMap<HTMLElement, State & Waiting>} */
const states = new WeakMap();

/** @param {Component<TopPlacesData>} component */
export default function topPlaces(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  /** @type {State & Waiting} */
  const state = states.get(parentElement) ?? { data, channel: null, send: () => undefined };
  states.set(parentElement, state);
  Object.assign(state, { data, send: patching(state, setTriggerValue) });
  keepingFocus(root, () => root.replaceChildren(data.place ? placeBox(state, data.place) : placeList(state)));
  listenToMap(state);
  return () => { state.channel?.close(); state.channel = null; };
}

/** @param {State} state */
function listenToMap(state) {
  if (state.channel?.name === state.data.channel) return;
  state.channel?.close();
  state.channel = new BroadcastChannel(state.data.channel);
  state.channel.onmessage = ({ data }) => {
    if (data.to !== "page") return;
    if (data.place) state.send({ place: data.place });
    if (data.country) state.send({ countries: listed(toggled(state.data.countries, data.country)) });
  };
}

/**
 * The countries chosen with one more; one that is chosen already is let go.
 * @param {string[]} countries
 * @param {string} code
 */
function toggled(countries, code) {
  return countries.includes(code) ? countries.filter((one) => one !== code) : [...countries, code];
}

/** @param {State} state */
function placeList(state) {
  const { data } = state, isByArticles = data.measure === "articles";
  const rows = data.rows.map((row, nth) => {
    const articles = counted(row.articles, "article"), mentions = counted(row.mentions, "mention");
    return el("button", {
      class: "row", type: "button", "data-id": `row-${row.id}`, onclick: () => state.send({ place: row.id, fly: "1" }),
    },
      el("span", { class: "rank count", "aria-hidden": "true", text: `${nth + 1}` }),
      el("span", { class: "row-name", text: row.name }),
      el("span", { class: "row-count", text: isByArticles ? articles : mentions }),
      el("span", { class: "row-where quiet", text: row.where }),
      el("span", { class: "row-more quiet", text: isByArticles ? mentions : articles }),
      el("span", { class: "bar", style: `--share: ${row.share}%`, "aria-hidden": "true" }));
  });
  onlyStop(rows);
  rows.forEach((row) => { row.onkeydown = (event) => { stepped(event, rows); }; });
  const { more } = data;
  return el("section", { "aria-label": "Most named places" },
    el("h2", { text: "Most named places" }),
    rows.length
      ? el("ol", { class: "rows" }, ...rows.map((row) => el("li", {}, row)))
      : el("p", { class: "empty", text: data.nothing }),
    more ? el("button", {
      class: "link", type: "button", text: more.text, "data-id": "more", onclick: () => state.send({ more: more.to }),
    }) : null);
}

/**
 * @param {State} state
 * @param {SelectedPlace} one
 */
function placeBox(state, one) {
  return el("section", { "aria-label": "Selected place", class: "chosen" },
    el("header", {},
      el("div", {}, el("h2", { text: one.name }), el("p", { class: "quiet", text: one.where })),
      el("button", {
        class: "close", type: "button", text: "✕", title: "Close", "aria-label": "Close the selected place", "data-id": "close",
        onclick: () => state.send({ place: null }),
      })),
    el("p", {}, el("strong", { text: one.counts }), el("span", { class: "quiet", text: one.sure })),
    groupTallies(state.data, one.groups),
    one.excerpts.length ? el("h3", { text: "Latest" }) : null,
    excerptList(state.data, one.excerpts),
    one.id ? el("p", { class: "all" }, pageLink("place", one.query, { "data-id": "all-excerpts" }, one.all)) : null);
}
