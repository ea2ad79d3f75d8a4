// What is pointed at, here or in the text: a halo around its symbol, an arrow at the map's edge
// where it lies outside, and a ghost of a place that a mention might also mean.

import { polygonsOf } from "../base/basemap.js";
import { element } from "../base/dom.js";
import { countryWithin, go, middleOf } from "./camera.js";
import { tellPage } from "./channel.js";
import { arrowTo } from "./framing.js";
import { find, state } from "./state.js";

/** @import { Ghost } from "./messages.js" */
/** @import { PlaceMarker } from "./types.js" */

let hinted = "";
let isPointing = false;
/** @type {HTMLElement | null} */
let arrow = null;
/** @type {{ layer: L.LayerGroup, point: L.LatLng } | null} */
let ghost = null;
/** @type {{ center: L.LatLng, zoom: number } | null} where the map was before it widened */
let before = null;

/**
 * The reader points at a place on the map, or at none (""): the text is told.
 * @param {string} id
 */
export function point(id) {
  if (!id && !isPointing) return;
  isPointing = Boolean(id);
  hint(id);
  tellPage({ hint: id });
}

/**
 * Shows that a place is pointed at, or none ("").
 * @param {string} id
 */
export function hint(id) {
  halo(find(hinted), false);
  arrow?.remove();
  hinted = id || "";
  const marker = find(hinted);
  halo(marker, true);
  arrow = marker && !ghost && !isSeen(marker) ? drawArrow(marker) : null;
}

/** After the places are drawn anew. */
export function hintAgain() {
  hint(hinted);
}

/**
 * @param {PlaceMarker | undefined} marker
 * @param {boolean} on
 */
function halo(marker, on) {
  const node = marker?.getElement();
  if (!marker || !node) return;
  node.classList.toggle("dl-hinted", on);
  if (on && isSeen(marker)) marker.openTooltip();
  else marker.closeTooltip();
  const { area } = marker;
  if (area) area.setStyle(on ? { weight: 3.5, fillOpacity: (area.plain.fillOpacity ?? 0) + 0.14 } : area.plain);
}

/** @param {PlaceMarker} marker */
function isSeen(marker) {
  const view = state.map.getBounds();
  if (view.contains(marker.getLatLng())) return true;
  return Boolean(marker.place.outline && countryWithin(marker.place.outline, view));
}

/** @param {PlaceMarker} marker */
function drawArrow(marker) {
  const { map } = state;
  const { left, top, turn, side } = arrowTo(map.latLngToContainerPoint(marker.getLatLng()), map.getSize());
  const box = element("div", `dl-arrow dl-${side}`), head = element("i", "", "➤");
  Object.assign(box.style, { left: `${left}px`, top: `${top}px` });
  head.style.transform = `rotate(${turn}rad)`;
  box.append(head, element("span", "", marker.place.name));
  return map.getContainer().appendChild(box);
}

/**
 * Shows where else a mention might lie, or nothing. The map widens where the ghost lies outside,
 * and goes back after it.
 * @param {Ghost | null} place
 */
export function showGhost(place) {
  ghost?.layer.remove();
  ghost = null;
  if (place) {
    ghost = { layer: ghostOf(place).addTo(state.map), point: L.latLng(place.lat, place.lon) };
    // During a flight to the place that was chosen, the flight's end does it.
    if (!state.destination) widen(ghost.point);
  } else if (before) {
    if (!state.touched) go(before.center, before.zoom, true);
    before = null;
  }
}

/** At the end of a flight: unless the reader took the map away from the ghost. */
export function keepGhostInView() {
  if (ghost && !state.touched) widen(ghost.point);
}

/** @param {Ghost} place */
function ghostOf(place) {
  const group = L.layerGroup(), rings = place.outline ? polygonsOf(place.outline) : undefined;
  const look = { color: state.ink.accent, weight: 1.5, dashArray: "4 4", fillOpacity: 0.1 };
  if (rings) group.addLayer(L.polygon(rings, { ...look, interactive: false, smoothFactor: 0.7 }));
  return group.addLayer(L.marker([place.lat, place.lon], {
    icon: L.divIcon({ className: "dl-ghost", html: element("span"), iconSize: [26, 26] }),
    interactive: false, keyboard: false, zIndexOffset: 5000,
  }).bindTooltip(element("span", "", place.name), { permanent: true, direction: "auto", offset: [14, 0], opacity: 1 }));
}

/** @param {L.LatLng} at */
function widen(at) {
  const { map } = state;
  if (map.getBounds().pad(-0.08).contains(at)) return;
  before ??= { center: map.getCenter(), zoom: map.getZoom() };
  const bounds = L.latLngBounds([at, find(state.wanted?.selected)?.home ?? map.getCenter()]);
  const zoom = Math.min(before.zoom, map.getBoundsZoom(bounds, false, L.point(140, 140)));
  go(middleOf(bounds, zoom), zoom, true);
}
