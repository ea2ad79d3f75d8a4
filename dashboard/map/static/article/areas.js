// Soft fills of countries and the circles of approximate places.

import { polygonsOf } from "../base/basemap.js";
import { element } from "../base/dom.js";
import { point } from "./hints.js";
import { state } from "./state.js";
import { lookOfPlace } from "./symbols.js";

/** @import { Area, Place, PlaceMarker } from "./types.js" */

/**
 * How the outline of a country looks by how sure it is: its width and dashes.
 * @type {Record<Place["certainty"], { weight: number, dashArray?: string }>}
 */
const LINES = { sure: { weight: 1.4 }, likely: { weight: 0.8 }, unsure: { weight: 1.2, dashArray: "5 4" } };

/** @type {L.LayerGroup | null} */
let areas = null;

export function drawAreas() {
  areas?.remove();
  areas = L.layerGroup().addTo(state.map);
  for (const marker of state.markers) {
    const area = areaOf(marker);
    if (!area) continue;
    bind(area, marker);
    areas.addLayer(area);
  }
}

/** @param {PlaceMarker} marker */
function areaOf({ place, home }) {
  const { ink } = state, { color } = lookOfPlace(place, ink), line = LINES[place.certainty];
  const look = {
    ...line, color: place.selected ? ink.accent : color, weight: place.selected ? 2.5 : line.weight,
    opacity: 0.85, fillColor: color, fillOpacity: ink.areaFill * (0.25 + 0.75 * place.probability),
    className: "dl-area", bubblingMouseEvents: false,
  };
  const rings = place.outline ? polygonsOf(place.outline) : undefined;
  if (rings) return L.polygon(rings, { ...look, smoothFactor: 0.7 });
  if (place.km) return L.circle(home, { ...look, radius: place.km * 1000, dashArray: "4 4", fillOpacity: 0.07 });
  return null;
}

/**
 * @param {L.Path} layer
 * @param {PlaceMarker} marker
 */
function bind(layer, marker) {
  const { weight, fillOpacity } = layer.options;
  /** @type {Area} */
  const area = Object.assign(layer, { plain: { weight: weight ?? 1, fillOpacity: fillOpacity ?? 0 } });
  marker.area = area;
  area.on("mouseover", () => point(marker.place.id));
  area.on("mouseout", () => point(""));
  area.on("click", (/** @type {L.LeafletMouseEvent} */ event) => marker.fire("click", { latlng: event.latlng }, true));
  area.bindTooltip(tooltipOf(marker.place), { sticky: true, opacity: 1 });
}

/** @param {Place} place */
export function tooltipOf(place) {
  const box = element("span");
  box.append(element("b", "", place.name), ` · ${place.count}`);
  return box;
}
