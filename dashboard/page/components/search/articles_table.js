// The articles of the library: a table to sort, choose from, open and delete.

import "../shared/base.css";
import "./articles_table.css";
import "./search.css";
import { byId, el, rootOf } from "../shared/dom.js";
import { pager } from "../shared/fields.js";
import { keepingFocus } from "../shared/focus.js";
import { counted } from "../shared/numbers.js";
import { pageLink } from "../shared/page_links.js";
import { patching } from "../shared/patches.js";
import { risesAfterPress, sortOf } from "./table_order.js";

/** @import { Component } from "../shared/component.js" */
/** @import { ArticleRow, ArticlesTableData, Heading, Patch } from "../records.js" */
/** @import { Waiting } from "../shared/patches.js" */
/**
 * @typedef {object} State
 * @property {Map<string, ArticleRow>} chosen by id
 * @property {ArticleRow[] | null} deleting what is asked about, before it is deleted
 * @property {ArticlesTableData} data
 * @property {HTMLElement} root
 * @property {(patch: Patch) => void} send
 * @property {(ids: string[]) => void} remove
 */

/** @type {WeakMap<HTMLElement, State & Waiting>} */
const states = new WeakMap();

/** @param {Component<ArticlesTableData>} component */
export default function articlesTable(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  /** @type {State & Waiting} */
  const state = states.get(parentElement)
    ?? { chosen: new Map(), deleting: null, data, root, send: () => undefined, remove: () => undefined };
  states.set(parentElement, state);
  Object.assign(state, {
    data, root,
    send: patching(state, setTriggerValue),
    remove: (/** @type {string[]} */ ids) => setTriggerValue("delete", ids),
  });
  drawTable(state);
}

/** @param {State} state */
function drawTable(state) {
  const { data } = state;
  keepingFocus(state.root, () => state.root.replaceChildren(
    chosenBar(state),
    data.rows.length ? articles(state) : el("p", { class: "empty", text: data.nothing }),
    data.pages > 1 ? pager(state, data.page, data.pages, "Pages of articles") : ""));
}

/** @param {State} state */
function articles(state) {
  const { data } = state;
  const all = el("input", {
    type: "checkbox", "aria-label": "Choose all of this page", "data-id": "choose-all",
    checked: data.rows.every((row) => state.chosen.has(row.id)),
    onchange: () => { data.rows.forEach((row) => choose(state, row, all.checked)); drawTable(state); },
  });
  return el("table", {},
    el("caption", { text: "Articles" }),
    el("thead", {}, el("tr", {}, el("th", { class: "check" }, all), ...data.columns.map((column) => heading(state, column)), el("th", { class: "does" }, el("span", { class: "unseen", text: "Delete" })))),
    el("tbody", {}, ...data.rows.map((row) => articleRow(state, row))));
}

/**
 * @param {State} state
 * @param {Heading} column
 */
function heading(state, { key, label }) {
  const { sort, arrow } = sortOf(key, state.data);
  return el("th", { scope: "col", class: `of-${key}`, "aria-sort": sort },
    el("button", {
      type: "button", "data-id": `sort-${key}`, title: `Sort by ${label.toLowerCase()}`,
      onclick: () => state.send({ order: key, rising: risesAfterPress(key, state.data) ? "1" : "0" }),
    }, el("span", { text: label }), el("span", { class: "arrow", "aria-hidden": "true", text: arrow })));
}

/**
 * @param {State} state
 * @param {ArticleRow} row
 * @param {boolean} on
 */
function choose(state, row, on) {
  if (on) state.chosen.set(row.id, row);
  else state.chosen.delete(row.id);
}

/**
 * @param {State} state
 * @param {ArticleRow} row
 */
function articleRow(state, row) {
  const about = [row.outlet, row.published, row.language === "English" ? "" : row.language, counted(row.places, "place")].filter(Boolean).join(" · ");
  const box = el("input", {
    type: "checkbox", checked: state.chosen.has(row.id), "aria-label": `Choose ${row.title}`, "data-id": `choose-${row.id}`,
    onchange: () => { choose(state, row, box.checked); drawTable(state); },
  });
  return el("tr", { class: state.chosen.has(row.id) ? "is-chosen" : "" },
    el("td", { class: "check" }, el("label", {}, box)),
    el("th", { scope: "row", class: "of-title", dir: "auto" },
      pageLink("", { articles: row.id }, { "data-id": `open-${row.id}` }, row.title),
      el("span", { class: "kept quiet", text: row.kept }),
      el("span", { class: "about quiet", text: about })),
    el("td", { class: "of-outlet", text: row.outlet }),
    el("td", { class: "of-published", text: row.published }),
    el("td", { class: "of-language", text: row.language }),
    el("td", { class: "of-places", text: row.places.toLocaleString("en"), title: counted(row.mentions, "mention") }),
    el("td", { class: "of-added", text: row.added }),
    el("td", { class: "does" }, row.deletable ? el("button", {
      class: "link", type: "button", text: "Delete", "aria-label": `Delete ${row.title}`, "data-id": `delete-${row.id}`,
      onclick: () => askToDelete(state, [row]),
    }) : null));
}

/**
 * @param {State} state
 * @param {ArticleRow[]} rows
 */
function askToDelete(state, rows) {
  state.deleting = rows;
  drawTable(state);
  byId(state.root, "keep")?.focus();
}

/**
 * What can be done with the chosen articles; deleting is asked for twice.
 * @param {State} state
 */
function chosenBar(state) {
  if (state.deleting) return confirmation(state, state.deleting);
  const rows = [...state.chosen.values()], deletable = rows.filter((row) => row.deletable);
  if (!rows.length) return el("p", { class: "chosen-bar quiet", text: "Open an article by its title, or choose several to open them on one map." });
  const { most } = state.data;
  const opened = rows.slice(0, most).map((row) => row.id).join(",");
  return el("div", { class: "chosen-bar", role: "group", "aria-label": "Chosen articles" },
    el("strong", { text: `${rows.length} chosen` }),
    pageLink("", { articles: opened }, { class: "button", "data-id": "open-chosen" },
      rows.length > most ? `Open the first ${most} on the map` : "Open on the map"),
    deletable.length ? el("button", {
      class: "button", type: "button", text: `Delete ${deletable.length}…`, "data-id": "delete-chosen",
      onclick: () => askToDelete(state, deletable),
    }) : null,
    el("button", { class: "link", type: "button", text: "Choose none", "data-id": "choose-none", onclick: () => { state.chosen.clear(); drawTable(state); } }));
}

/**
 * @param {State} state
 * @param {ArticleRow[]} rows
 */
function confirmation(state, rows) {
  const what = rows.length === 1 ? `“${rows[0]?.title ?? ""}”` : counted(rows.length, "article");
  const done = (/** @type {boolean} */ yes) => {
    if (yes) {
      state.remove(rows.map((row) => row.id));
      rows.forEach((row) => state.chosen.delete(row.id));
    }
    state.deleting = null;
    drawTable(state);
  };
  return el("div", { class: "chosen-bar is-asking", role: "alertdialog", "aria-label": "Delete?" },
    el("span", { text: `Delete ${what}? Links to it will not open any more.` }),
    el("button", { class: "button", type: "button", text: "Delete", "data-id": "delete-yes", onclick: () => done(true) }),
    el("button", { class: "button", type: "button", text: "Keep", "data-id": "keep", onclick: () => done(false) }));
}
