/* Puts the map together: base map, names, places, controls, and the talk with the page. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  const TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
  const MAX_ZOOM = 12;
  const BOUNDS = [[-84, -189], [85, 211]];

  /* Called once, from the map's script. ink: colours and groups, from dashboard/map/ink.py. */
  dateline.start = function (map, ink) {
    Object.assign(dateline, { map, ink, markers: [], touched: false });
    map.setMaxZoom(MAX_ZOOM).setMinZoom(map.getSize().x < 512 ? 0.5 : 1).setMaxBounds(BOUNDS);
    map.getContainer().classList.toggle("dl-dark", ink.dark);
    map.getContainer().style.setProperty("--dl-paper", ink.halo);
    map.attributionControl.setPrefix("Leaflet");
    map.attributionControl.addAttribution("Natural Earth · GeoNames");
    dateline.ready = dateline.drawBase(map, ink);
    dateline.labels = new dateline.Labels(ink).addTo(map);
    dateline.addControls(map, ink);
    listen(map);
  };

  function listen(map) {
    const touch = () => { dateline.touched = true; };
    for (const kind of ["pointerdown", "wheel", "keydown", "touchstart"]) {
      map.getContainer().addEventListener(kind, touch, { passive: true, capture: true });
    }
    map.on("moveend", () => { if (dateline.touched) reportView(); arrange(); });
    map.on("dateline:outlines", () => { dateline.drawAreas(map, dateline.markers); arrange(); });
    quiet();
  }

  /* streamlit-folium sends every move of the map to the page, which would rerun for the first
     fit as well: centre and zoom are sent only once the reader has moved the map. */
  function quiet() {
    const shared = window.__GLOBAL_DATA__;
    if (shared) shared.previous_data = { last_object_clicked_count: 0, last_active_drawing: null };
  }

  function reportView() {
    const wanted = window.__GLOBAL_DATA__ && window.__GLOBAL_DATA__.returned_objects;
    if (wanted && !wanted.includes("center")) wanted.push("center", "zoom");
  }

  /* Called with each new set of places. state: { seq, center, zoom, selected }. */
  dateline.show = function (group, state) {
    const before = dateline.wanted;
    dateline.wanted = state;
    dateline.group = group;
    dateline.ready.then(() => {
      if (dateline.group !== group) return;
      dateline.markers = markersOf(group);
      dateline.markers.forEach((marker) => mark(marker, state.selected));
      dateline.drawAreas(dateline.map, dateline.markers);
      if (!before || before.seq !== state.seq) move(state);
      else if (before.selected !== state.selected) reveal(state.selected);
      arrange();
      refocus();
      dateline.map.getContainer().classList.add("dl-ready");
    });
  };

  function markersOf(group) {
    const found = [];
    group.eachLayer((layer) => {
      if (layer.place) found.push(layer);
      else if (layer.eachLayer) found.push(...markersOf(layer));
    });
    return found;
  }

  function mark(marker, selected) {
    const now = marker.place.id === selected;
    if (marker.place.selected === now) return;
    marker.place.selected = now;
    marker.fire("add");
  }

  function arrange() {
    const { map, markers } = dateline;
    if (!map._loaded) return;
    dateline.keepBadgesInView(map, markers);
    dateline.stepAside(map, markers);
    dateline.labels.name(markers.map((marker) => ({
      text: marker.place.name, code: marker.place.outline || "", shift: marker.shift,
      point: [marker.getLatLng().lat, marker.getLatLng().lng],
      radius: dateline.reach(marker.place) + (marker.place.selected ? 5 : 0),
    })));
  }

  function move(state) {
    dateline.touched = false;
    if (state.center) dateline.map.setView(state.center, state.zoom ?? 4, { animate: false });
    else dateline.fit(false);
  }

  /* All places in view. A country counts as in view when some of it is. */
  dateline.fit = function (animate) {
    const { map, markers } = dateline;
    if (!markers.length) return map.setView([25, 20], 2, { animate });
    const bounds = boundsOf(markers);
    return map.fitBounds(bounds, { ...padding(map), maxZoom: 7, animate });
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

  function reveal(id) {
    const marker = dateline.markers.find((one) => one.place.id === id);
    if (!marker) return;
    const view = dateline.map.getBounds();
    if (marker.place.outline && dateline.pointWithin(marker.place.outline, view)) return;
    dateline.map.panInside(marker.home, { padding: [70, 70] });
  }

  function refocus() {
    const marker = dateline.markers.find((one) => one.place.id === dateline.refocus);
    dateline.refocus = null;
    if (marker) marker.getElement().focus({ preventScroll: true });
  }

  /* Online tiles, only when asked for; the built-in map stays below them. */
  dateline.onlineTiles = () => L.tileLayer(TILES, {
    maxZoom: 18, attribution: "© OpenStreetMap contributors", zIndex: 1,
  });
})(window.dateline);
