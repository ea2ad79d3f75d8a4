/* The whole world in the map's frame, whatever the frame's shape: how far out the map goes, and
   that no edge of the world is seen there. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  const WEST = -169, EAST = 191;
  const PEOPLED = [-56, 72];

  /* Leaflet's projection ends at 85 degrees: further south its clamped points would draw an edge. */
  dateline.openToThePoles = function (map) {
    const projection = L.extend({}, L.Projection.SphericalMercator, { MAX_LATITUDE: 89.99 });
    map.options.crs = L.extend({}, L.CRS.EPSG3857, { projection });
  };

  /* The closest look at the whole world, as { center, zoom }: all longitudes, and the latitudes
     where people live or that `reach` names, with `room` pixels around them. */
  dateline.worldView = function (map, reach, room) {
    const { crs } = map.options, { x, y } = map.getSize();
    const south = Math.min(PEOPLED[0], reach[0]), north = Math.max(PEOPLED[1], reach[1]);
    const box = L.bounds([[south, WEST], [north, EAST]].map((at) => crs.latLngToPoint(L.latLng(at), 0)));
    const times = Math.min((x - 2 * room) / box.getSize().x, (y - 2 * room) / box.getSize().y);
    return { center: crs.pointToLatLng(box.getCenter(), 0), zoom: Math.log2(Math.max(1, times)) };
  };

  /* The same for maps that are wider than tall, where the world just fills the width. */
  dateline.widestView = function (map) {
    const zoom = Math.log2(Math.max(1, map.getSize().x / 256));
    return { center: L.latLng(20, (WEST + EAST) / 2), zoom };
  };

  /* The map goes no further out than this view, and no further aside than it and these bounds. */
  dateline.confine = function (map, { center, zoom }, bounds) {
    const half = map.getSize().divideBy(2), middle = map.project(center, zoom);
    const seen = [middle.subtract(half), middle.add(half)].map((point) => map.unproject(point, zoom));
    map.setMinZoom(zoom).setMaxBounds(L.latLngBounds(bounds).extend(L.latLngBounds(seen)));
  };
})(window.dateline);
