// How far out the map goes: no edge of the world is seen in its frame.

/**
 * Leaflet's projection ends at 85 degrees: further south its clamped points would draw an edge.
 * @param {L.Map} map
 */
export function openToThePoles(map) {
  const projection = L.extend({}, L.Projection.SphericalMercator, { MAX_LATITUDE: 89.99 });
  map.options.crs = L.extend({}, L.CRS.EPSG3857, { projection });
}

/**
 * The map goes no further out than this view, and no further aside than it and these bounds.
 * @param {L.Map} map
 * @param {{ lat: number, lng: number, zoom: number }} view
 * @param {[[number, number], [number, number]]} bounds
 */
export function confine(map, { lat, lng, zoom }, bounds) {
  const half = map.getSize().divideBy(2), middle = map.project([lat, lng], zoom);
  const seen = [middle.subtract(half), middle.add(half)].map((point) => map.unproject(point, zoom));
  map.setMinZoom(zoom).setMaxBounds(L.latLngBounds(bounds).extend(L.latLngBounds(seen)));
}
