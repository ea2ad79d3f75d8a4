// Where the map looks: all places, one place, or where a link says; and when the page is told.

import { coarsePolygonsOf, drawn } from "../base/basemap.js";
import { isStill } from "../base/dom.js";
import { largestBox, pointWithin } from "../base/outlines.js";
import { boxOfPlaces, headingOf, roomAround } from "./framing.js";
import { find, state } from "./state.js";

/** @import { MapState } from "../records.js" */
/** @import { Box } from "../base/outlines.js" */
/** @import { PlaceMarker } from "./types.js" */
/** @typedef {Window & { __GLOBAL_DATA__?: { returned_objects: string[], previous_data: unknown } }} FoliumWindow */

const FLIGHT_S = 0.6;
const CLOSE = 4.5;
/** A country without an outline here is shown with as many metres around its point. */
const AROUND_M = 1e6;

function shared() {
  return /** @type {FoliumWindow} */ (window).__GLOBAL_DATA__;
}

/**
 * streamlit-folium tells the page of every move of the map, and each telling runs the page:
 * centre and zoom are sent only once the reader has moved the map, never for a flight.
 */
export function sendNoCamera() {
  state.touched = false;
  const told = shared();
  if (told) Object.assign(told, { returned_objects: [], previous_data: {} });
}

export function sendCamera() {
  const wanted = shared()?.returned_objects;
  if (wanted && !wanted.includes("center")) wanted.push("center", "zoom");
}

/**
 * The page's command.
 * @param {Pick<MapState, "center" | "zoom" | "selected">} command
 * @param {boolean} animate
 */
export function move({ center, zoom, selected }, animate) {
  if (center) go(L.latLng(center), zoom ?? 4, false);
  else follow(selected, animate);
}

/**
 * Looks at the selected place, or at all of them where none is selected. A map whose place is
 * filtered out stays where it is.
 * @param {string} id
 * @param {boolean} animate
 */
export function follow(id, animate) {
  const marker = find(id);
  if (marker) look(marker, animate);
  else if (!id || !animate) fit(animate);
}

/**
 * @param {PlaceMarker} marker
 * @param {boolean} animate
 */
function look({ place, home }, animate) {
  const { map } = state;
  if (!place.outline) return go(home, Math.min(place.zoom, map.getMaxZoom()), animate);
  const box = boundsOfCountry(place.outline) ?? home.toBounds(AROUND_M);
  const zoom = Math.min(CLOSE, map.getBoundsZoom(box, false, L.point(48, 48)));
  return go(middleOf(box, zoom), zoom, animate);
}

/**
 * The middle of bounds as it is seen.
 * @param {L.LatLngBounds} bounds
 * @param {number} zoom
 */
export function middleOf(bounds, zoom) {
  const { map } = state;
  const middle = map.project(bounds.getNorthWest(), zoom).add(map.project(bounds.getSouthEast(), zoom)).divideBy(2);
  return map.unproject(middle, zoom);
}

/**
 * A flight to where the map is already bound is not begun again; until it ends, its
 * `destination` is where the map looks to all that asks.
 * @param {L.LatLng} center
 * @param {number} zoom
 * @param {boolean} animate
 */
export function go(center, zoom, animate) {
  const { map } = state, heading = headingOf(center, zoom);
  if (state.heading === heading) return;
  state.heading = heading;
  sendNoCamera();
  const isFlight = animate && !isStill();
  state.destination = isFlight ? { center, zoom } : null;
  if (isFlight) map.flyTo(center, zoom, { duration: FLIGHT_S });
  else map.setView(center, zoom, { animate: false });
}

/**
 * All places in view.
 * @param {boolean} animate
 */
export function fit(animate) {
  const { map, markers, legend } = state;
  state.heading = null;
  if (!state.touched) sendNoCamera();
  if (!markers.length) {
    map.setView([25, 20], 2, { animate });
    return;
  }
  const { topLeft, bottomRight } = roomAround(map.getSize(), legend?.open ? legend.offsetWidth : 0);
  const options = { paddingTopLeft: topLeft, paddingBottomRight: bottomRight, maxZoom: 7 };
  if (animate && !isStill()) map.flyToBounds(boundsOfAll(markers), { ...options, duration: FLIGHT_S });
  else map.fitBounds(boundsOfAll(markers), { ...options, animate: false });
}

/** @param {PlaceMarker[]} markers at least one */
function boundsOfAll(markers) {
  const spots = markers.map(({ home, place }) => (
    { home: /** @type {[number, number]} */ ([home.lat, home.lng]), outline: place.outline }));
  const box = boxOfPlaces(spots, coarsePolygonsOf, wholeOf);
  return box ? boundsOf(box) : /** @type {PlaceMarker} */ (markers[0]).home.toBounds(AROUND_M);
}

/** @param {Box} box */
function boundsOf({ south, west, north, east }) {
  return L.latLngBounds([south, west], [north, east]);
}

/** @param {string} code */
function wholeOf(code) {
  return drawn.coarse?.byCode[code] ?? [];
}

/**
 * The bounds of a country's largest polygon, where it has any.
 * @param {string} code
 */
function boundsOfCountry(code) {
  const box = largestBox(wholeOf(code));
  return box ? boundsOf(box) : null;
}

/**
 * A point of a country within bounds, or null.
 * @param {string} code
 * @param {L.LatLngBounds} bounds
 */
export function countryWithin(code, bounds) {
  return pointWithin(coarsePolygonsOf(code), {
    south: bounds.getSouth(), west: bounds.getWest(), north: bounds.getNorth(), east: bounds.getEast(),
  });
}
