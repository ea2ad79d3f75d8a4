// The discs of the map of coverage: a place, or several that lie close together.

import { element, svgElement } from "../base/dom.js";
import { stepFrom } from "../base/marker_keys.js";
import { plain } from "../base/names.js";
import { go } from "./camera.js";
import { tellPage } from "./channel.js";
import { halfOf, hasRoomFor, radiusOf, zoomInto } from "./disc_size.js";
import { state } from "./state.js";
import { counted, shortNumber, titleOf } from "./words.js";

/** @import { AtlasInk, DiscProperties } from "../records.js" */
/** @import { DiscMarker, Look } from "./types.js" */

export const MAX_ZOOM = 12;

/**
 * A disc for a place, a dashed rim for an area, a second rim for several places.
 * @param {Look} place
 * @param {AtlasInk} ink
 */
export function discSymbol(place, ink) {
  const { r, names } = place, half = halfOf(place), isArea = place.area && names === 1;
  const svg = svgElement("svg", {
    width: 2 * half, height: 2 * half, viewBox: `${-half} ${-half} ${2 * half} ${2 * half}`, "aria-hidden": "true",
  });
  svgElement("circle", { r: Math.max(12, radiusOf(place)), fill: "transparent" }, svg);
  if (names > 1) {
    svgElement("circle", { r: r + 2.5, fill: ink.halo, stroke: ink.accent, "stroke-width": 1.5 }, svg);
  }
  svgElement("circle", {
    r, fill: ink.accent, stroke: ink.halo, "stroke-width": 1.5, "fill-opacity": isArea ? 0.72 : 1,
  }, svg);
  if (isArea) {
    svgElement("circle", { r: r - 1, fill: "none", stroke: ink.halo, "stroke-width": 1.2, "stroke-dasharray": "3 2.5" }, svg);
  }
  const text = shortNumber(place.count);
  if (hasRoomFor(r, text)) {
    svgElement("text", { fill: ink.onGroup, "text-anchor": "middle", y: 4, "font-size": 11, class: "count" }, svg)
      .textContent = text;
  }
  return { svg, half };
}

/**
 * Called by Leaflet for each feature.
 * @param {{ id: string, properties: DiscProperties }} feature
 * @param {L.LatLng} at
 */
export function disc({ id, properties }, at) {
  const place = { ...properties, id, name: plain(properties.name) };
  const made = L.marker(at, {
    icon: L.divIcon({ className: "dl-place", html: "", iconSize: /** @type {any} */ (null) }),
    keyboard: true, riseOnHover: true, zIndexOffset: 1000 - Math.round(place.r * 20),
  });
  /** @type {DiscMarker} */
  const marker = Object.assign(made, { place });
  marker.on("add", () => dress(marker));
  marker.on("click", () => choose(marker));
  return marker;
}

/** @param {DiscMarker} marker */
function dress(marker) {
  const { place } = marker, node = marker.getElement(), title = titleOf(place);
  if (!node) return;
  const { svg, half } = discSymbol(place, state.ink);
  node.replaceChildren(svg);
  Object.assign(node.style, {
    width: `${2 * half}px`, height: `${2 * half}px`, marginLeft: `${-half}px`, marginTop: `${-half}px`,
  });
  node.dataset.place = place.id;
  const counts = `${counted(place.articles, "article")}, ${counted(place.mentions, "mention")}`;
  node.setAttribute("aria-label", `${title}: ${counts}. ${place.names > 1 ? "Zooms in." : "Shows its excerpts."}`);
  if (marker.getTooltip()) return;
  const box = element("span");
  box.append(element("b", "", title), ` · ${counts}`);
  marker.bindTooltip(box, { direction: "top", offset: [0, -half + 4], opacity: 1 });
  node.addEventListener("keydown", (event) => press(marker, event));
}

/**
 * @param {DiscMarker} marker
 * @param {KeyboardEvent} event
 */
function press(marker, event) {
  stepFrom(event, marker, state.markers);
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  state.refocus = true;
  choose(marker);
}

/**
 * A cluster zooms in to where its places lie; a place is told.
 * @param {DiscMarker} marker
 */
function choose(marker) {
  const { map } = state, { place } = marker;
  if (place.names < 2) return tellPage({ place: place.id });
  state.touched = true;
  const bounds = L.latLngBounds(place.box);
  const into = zoomInto(map.getZoom(), map.getBoundsZoom(bounds, false, L.point(60, 60)), MAX_ZOOM);
  if (!into) return tellPage({ place: place.id });
  go(into.isTight ? marker.getLatLng() : bounds.getCenter(), into.zoom, true);
}
