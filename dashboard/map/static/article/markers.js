// The markers of places: what they look like, what is done with them, and where they stand.

import { stepFrom } from "../base/marker_keys.js";
import { plain } from "../base/names.js";
import { tooltipOf } from "./areas.js";
import { countryWithin } from "./camera.js";
import { point } from "./hints.js";
import { placeInWords } from "./place_words.js";
import { choose } from "./selection.js";
import { state } from "./state.js";
import { stepAside } from "./step_aside.js";
import { radiusOf } from "./symbol_size.js";
import { symbol } from "./symbols.js";

/** @import { PlaceProperties } from "../records.js" */
/** @import { Place, PlaceMarker } from "./types.js" */
/** @typedef {{ id: string, properties: PlaceProperties }} Feature */

/**
 * @param {Feature} feature
 * @returns {Place}
 */
function placeOf({ id, properties }) {
  return {
    ...properties, id, name: plain(properties.name), isSoft: properties.area && !properties.outline,
    selected: state.wanted?.selected === id,
  };
}

/**
 * Called by Leaflet for each feature; the icon is made when the marker is dressed.
 * @param {Feature} feature
 * @param {L.LatLng} home
 */
export function placeMarker(feature, home) {
  const place = placeOf(feature);
  const made = L.marker(home, {
    icon: L.divIcon({ className: "dl-place", html: "", iconSize: /** @type {any} */ (null) }),
    keyboard: true, riseOnHover: true, zIndexOffset: 1000 - Math.round(place.r * 20),
  });
  /** @type {PlaceMarker} */
  const marker = Object.assign(made, { place, home, half: 0, shift: /** @type {[number, number]} */ ([0, 0]) });
  marker.on("add", () => dress(marker));
  marker.on("click", () => choose(place.id));
  return marker;
}

/** @param {PlaceMarker} marker */
function dress(marker) {
  const { place } = marker, node = marker.getElement();
  if (!node) return;
  const { svg, half } = symbol(place, state.ink);
  node.replaceChildren(svg);
  Object.assign(node.style, { width: `${2 * half}px`, height: `${2 * half}px` });
  node.classList.toggle("dl-selected", place.selected);
  node.dataset.place = place.id;
  node.setAttribute("aria-label", placeInWords(place, state.ink));
  node.setAttribute("aria-pressed", String(place.selected));
  marker.half = half;
  shift(marker, [0, 0]);
  if (marker.getTooltip()) return;
  marker.bindTooltip(tooltipOf(place), { direction: "top", offset: [0, -half + 4], opacity: 1 });
  listen(marker, node);
}

/**
 * @param {PlaceMarker} marker
 * @param {HTMLElement} node
 */
function listen(marker, node) {
  const { id } = marker.place;
  node.addEventListener("mouseenter", () => point(id));
  node.addEventListener("mouseleave", () => point(""));
  node.addEventListener("focus", () => {
    state.focused = id;
    if (node.matches(":focus-visible")) point(id);
  });
  node.addEventListener("blur", () => {
    point("");
    // Where the marker is taken away it is not the reader who left it.
    setTimeout(() => { if (node.isConnected && state.focused === id) state.focused = ""; });
  });
  node.addEventListener("keydown", (event) => {
    stepFrom(event, marker, state.markers);
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    state.refocus = id;
    marker.fire("click", { latlng: marker.getLatLng() }, true);
  });
}

/**
 * @param {PlaceMarker} marker
 * @param {[number, number]} by
 */
function shift(marker, by) {
  marker.shift = by;
  const node = marker.getElement();
  if (node) Object.assign(node.style, { marginLeft: `${by[0] - marker.half}px`, marginTop: `${by[1] - marker.half}px` });
}

/** Markers that would hide each other step apart. */
export function spreadMarkers() {
  const { map, markers } = state;
  const discs = markers.map((marker) => {
    const { x, y } = map.latLngToContainerPoint(marker.getLatLng());
    return { x, y, r: radiusOf(marker.place) };
  });
  stepAside(discs, map.getSize()).forEach((by, nth) => {
    const marker = markers[nth];
    if (marker) shift(marker, by);
  });
}

/** A country's badge follows into the part of it that is in view. */
export function keepBadgesInView() {
  const view = state.map.getBounds().pad(-0.06);
  for (const marker of state.markers) {
    const { place: { outline }, home } = marker;
    if (outline) marker.setLatLng((view.contains(home) ? null : countryWithin(outline, view)) ?? home);
  }
}
