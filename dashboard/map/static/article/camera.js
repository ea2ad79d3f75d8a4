/* Where the map looks: all places, one place, or where a link says; and when the page is told. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  const FLIGHT = 0.6;
  const CLOSE = 4.5;

  /* streamlit-folium tells the page of every move of the map, and each telling runs the page:
     centre and zoom are sent only once the reader has moved the map, never for a flight. */
  dateline.quiet = function () {
    dateline.touched = false;
    const shared = window.__GLOBAL_DATA__;
    if (shared) Object.assign(shared, { returned_objects: [], previous_data: {} });
  };

  dateline.report = function () {
    const wanted = window.__GLOBAL_DATA__ && window.__GLOBAL_DATA__.returned_objects;
    if (wanted && !wanted.includes("center")) wanted.push("center", "zoom");
  };

  /* The page's command. state: { center, zoom, selected }. */
  dateline.move = function (state, animate) {
    if (state.center) go(L.latLng(state.center), state.zoom ?? 4, false);
    else dateline.follow(state.selected, animate);
  };

  /* Looks at the selected place, or at all of them where none is selected. A map whose place
     is filtered out stays where it is. */
  dateline.follow = function (id, animate) {
    const marker = dateline.find(id);
    if (marker) look(marker, animate);
    else if (!id || !animate) dateline.fit(animate);
  };

  function look(marker, animate) {
    const { map } = dateline, { place, home } = marker;
    if (!place.outline) return go(home, Math.min(place.zoom, map.getMaxZoom()), animate);
    const box = largest(marker), zoom = Math.min(CLOSE, map.getBoundsZoom(box, false, L.point(48, 48)));
    const middle = map.project(box.getNorthWest(), zoom).add(map.project(box.getSouthEast(), zoom)).divideBy(2);
    return go(map.unproject(middle, zoom), zoom, animate);
  }

  /* A flight to where the map is already bound is not begun again; until it ends, its
     `destination` is where the map looks to all that asks. */
  function go(center, zoom, animate) {
    const { map } = dateline, heading = [center.lat, center.lng, zoom].map((n) => n.toFixed(4)).join();
    if (dateline.heading === heading) return;
    dateline.heading = heading;
    dateline.quiet();
    const isFlight = animate && !dateline.isStill();
    dateline.destination = isFlight ? { center, zoom } : null;
    if (isFlight) map.flyTo(center, zoom, { duration: FLIGHT });
    else map.setView(center, zoom, { animate: false });
  }

  dateline.go = go;

  /* All places in view. A country counts as in view when some of it is. */
  dateline.fit = function (animate) {
    const { map, markers } = dateline;
    dateline.heading = null;
    if (!dateline.touched) dateline.quiet();
    if (!markers.length) return map.setView([25, 20], 2, { animate });
    const bounds = boundsOf(markers), options = { ...padding(map), maxZoom: 7 };
    if (animate && !dateline.isStill()) return map.flyToBounds(bounds, { ...options, duration: FLIGHT });
    return map.fitBounds(bounds, { ...options, animate: false });
  };

  /* Room for the symbols, on the right for their names, and on the left for an open legend. */
  function padding(map) {
    const size = map.getSize(), side = Math.min(60, size.x * 0.1), end = Math.min(60, size.y * 0.12);
    const legend = dateline.legend && dateline.legend.open ? dateline.legend.offsetWidth : 0;
    return { paddingTopLeft: [side + legend, end], paddingBottomRight: [Math.min(80, size.x * 0.18), end] };
  }

  function boundsOf(markers) {
    const outlined = markers.filter((marker) => marker.place.outline);
    const points = markers.filter((marker) => !marker.place.outline);
    if (!points.length && outlined.length === 1) return largest(outlined[0]);
    const bounds = L.latLngBounds(points.map((marker) => marker.home));
    if (!points.length) outlined.forEach((marker) => bounds.extend(marker.home));
    const room = bounds.pad(0.1);
    for (const marker of outlined) {
      if (!dateline.pointWithin(marker.place.outline, room)) bounds.extend(marker.home);
    }
    return bounds;
  }

  /* The bounds of a country's largest polygon: its islands may lie an ocean away. */
  function largest(marker) {
    const polygons = (dateline.coarse && dateline.coarse.byCode[marker.place.outline]) || [];
    const boxes = polygons.map((rings) => L.latLngBounds(rings[0]));
    const area = (box) => (box.getNorth() - box.getSouth()) * (box.getEast() - box.getWest());
    boxes.sort((a, b) => area(b) - area(a));
    return boxes[0] || marker.home.toBounds(1e6);
  }
})(window.dateline);
