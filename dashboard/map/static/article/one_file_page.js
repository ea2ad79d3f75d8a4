// The one-file page: draws the map from the data the page carries, and ties the text and the
// list of places to it.

import { tellInstead } from "./channel.js";
import { hint } from "./hints.js";
import { show, start } from "./map.js";
import { placeMarker } from "./markers.js";
import { select as selectOnMap } from "./selection.js";
import { state } from "./state.js";
import "./one_file_page.css";

/** @import { OneFilePage } from "../records.js" */

/** @type {OneFilePage} */
const { ink, features, credits } = JSON.parse(document.getElementById("page")?.textContent ?? "");
const map = L.map("map", { zoomSnap: 0.25, wheelPxPerZoomLevel: 90 }).setView([25, 20], 2);
start(map, ink);

const group = L.featureGroup().addTo(map);
L.geoJSON(/** @type {any} */ (features), { pointToLayer: /** @type {any} */ (placeMarker) }).addTo(group);
const places = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll(".place")]);
const marks = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("mark[data-place]")]);

/**
 * @param {string} id
 * @param {"map" | "text" | "list"} from where it was chosen: that part stays where it is, the
 * others follow
 */
function select(id, from) {
  for (const place of places) {
    const isChosen = place.dataset.place === id;
    place.classList.toggle("chosen", isChosen);
    if (isChosen && from !== "list") place.open = true;
    if (isChosen && from !== "list" && !isPhone()) place.scrollIntoView({ block: "nearest" });
  }
  for (const mark of marks) mark.classList.toggle("lit", mark.dataset.place === id);
  const first = marks.find((mark) => mark.dataset.place === id);
  if (first && from !== "text") first.scrollIntoView({ block: isPhone() ? "start" : "center" });
  if (from !== "map") selectOnMap(id, true);
}

/** Where map, text and list stand under each other, only one of them can be scrolled to. */
function isPhone() {
  return matchMedia("(max-width: 700px)").matches;
}

tellInstead((message) => {
  if (message.select !== undefined) select(message.select, "map");
  if (message.hint !== undefined) light(message.hint);
});

/** @param {string} id */
function light(id) {
  for (const one of [...places, ...marks]) one.classList.toggle("hinted", one.dataset.place === id);
}

/**
 * The place that the text has where an event happens, or "".
 * @param {Event} event
 */
function placeAt({ target }) {
  const mark = target instanceof Element ? target.closest("mark[data-place]") : null;
  return mark instanceof HTMLElement ? mark.dataset.place ?? "" : "";
}

const text = document.querySelector("main");
text?.addEventListener("click", (event) => {
  const id = placeAt(event);
  if (id) select(id, "text");
});
text?.addEventListener("keydown", (event) => {
  const id = event.key === "Enter" || event.key === " " ? placeAt(event) : "";
  if (!id) return;
  event.preventDefault();
  select(id, "text");
});
for (const kind of ["mouseover", "focusin"]) {
  text?.addEventListener(kind, (event) => {
    const id = placeAt(event);
    if (id) hint(id);
  });
}
for (const kind of ["mouseout", "focusout"]) {
  text?.addEventListener(kind, (event) => { if (placeAt(event)) hint(""); });
}
for (const place of places) {
  const id = place.dataset.place ?? "", summary = place.querySelector("summary");
  summary?.addEventListener("click", () => select(id, "list"));
  for (const kind of ["pointerenter", "focus"]) summary?.addEventListener(kind, () => hint(id));
  for (const kind of ["pointerleave", "blur"]) summary?.addEventListener(kind, () => hint(""));
}
show(group, { seq: 1, center: null, zoom: null, selected: "", channel: "", credits });
// Who looks into the page finds the map's state under the name it has in the dashboard.
Object.assign(window, { dateline: state });
