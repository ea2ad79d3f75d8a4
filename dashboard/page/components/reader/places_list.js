// The places as a list that mirrors the map, and the names that are not on it.

import { el, markOf, onlyStop, sign, stepped } from "../shared/dom.js";
import { term } from "../shared/tip.js";
import { unavailableNote } from "./online_lookup.js";
import { selectPlace } from "./selection.js";

/** @import { State } from "./types.js" */
/** @import { MissingRow, PlaceRow } from "../records.js" */

/** @param {State} state */
export function drawList(state) {
  const { data } = state;
  const list = el("div", { class: "list" });
  const rows = data.rows.map((row) => placeRow(state, row));
  const missing = data.missing.map((row) => missingRow(state, row));
  // Without a selected place the panel above says it.
  if (data.hidden && data.panel) list.append(hiddenNote(state));
  if (rows.length) list.append(el("div", { role: "list", "aria-label": "Places on the map" }, ...listItems(rows)));
  // Why, and what to do, is said by the panel above.
  else list.append(el("p", { class: "empty", text: missing.length ? "None of these names is on the map." : "No places." }));
  if (missing.length) {
    list.append(
      el("h3", { tabindex: "-1", "data-id": "missing" }, term(data.terms, "missing", `Not on the map (${missing.length})`)),
      unavailableNote(state) ?? "",
      el("div", { role: "list", "aria-label": "Names that are not on the map" }, ...listItems(missing)));
  }
  return list;
}

/** @param {State} state */
export function hiddenNote(state) {
  return el("p", { class: "hidden-note" }, el("span", { text: state.data.hidden }), el("button", {
    class: "link", type: "button", text: "Show them", onclick: () => state.send({ sure: null }),
  }));
}

/**
 * Rows as items of a list, with one stop of the Tab key for all: arrow keys lead through them.
 * @param {HTMLElement[]} rows
 */
export function listItems(rows) {
  onlyStop(rows);
  return rows.map((row) => {
    // Its answer is not handed on: a handler that returns false stops Enter from clicking.
    row.onkeydown = (event) => { stepped(event, rows); };
    return el("div", { role: "listitem" }, row);
  });
}

/**
 * @param {State} state
 * @param {PlaceRow} row
 */
function placeRow(state, row) {
  const groups = row.groups.map((group) => markOf(group, state.data).label).join(", ");
  return el("button", {
    class: "row", type: "button", "data-place": row.id, "data-id": `row-${row.id}`, onclick: () => selectPlace(state, row.target),
    "aria-label": `${row.name}, ${row.where}, ${row.counted}, ${row.likelihood}, ${groups}`,
  },
    signs(state, row.groups),
    el("span", { class: "row-name", text: row.name }),
    el("span", { class: "row-count", text: `${row.count}×` }),
    el("span", { class: "row-where quiet", text: row.where }),
    el("span", { class: "row-likely quiet", text: row.likelihood }));
}

/**
 * @param {State} state
 * @param {MissingRow} row
 */
function missingRow(state, row) {
  return el("button", {
    class: "row is-missing", type: "button", "data-mention": row.target.mention,
    "data-id": `missing-${row.target.reading}-${row.target.mention}`,
    onclick: () => state.send({ ...row.target }), "aria-label": `${row.name}, ${row.counted}: ${row.reason}`,
  },
    signs(state, row.groups),
    el("span", { class: "row-name", text: row.name }),
    el("span", { class: "row-count", text: `${row.count}×` }),
    el("span", { class: "row-where quiet", text: row.reason }));
}

/**
 * @param {State} state
 * @param {string[]} groups
 */
export function signs(state, groups) {
  return el("span", { class: "signs" }, ...groups.map((group) => sign(group, state.data)));
}
