/* Puts the map of coverage together. It tells the page on the BroadcastChannel that the page
   names, each message being { to: "page", ... } with one of:
     camera: { center, zoom, size }   where the reader moved the map to
     place: an id                     a place that was chosen
     country: a code                  a country that was chosen */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  const MAX_ZOOM = 12;
  const BOUNDS = [[-84, -189], [85, 211]];
  /* Around the world, in pixels: half of the largest disc, and a little. */
  const ROOM = 28;
  const FLIGHT = 0.5;
  const REST_MS = 120, HEADING_MS = 40;
  const NAMED = 40;
  let channel = null, telling = 0, toldCamera = "";

  dateline.tell = (message) => { if (channel) channel.postMessage({ to: "page", ...message }); };

  /* Called once, from the map's script. ink: colours, from dashboard/map/layers/colours.py. */
  dateline.startAtlas = function (map, ink) {
    Object.assign(dateline, { map, ink, markers: [], touched: false });
    dateline.openToThePoles(map);
    map.setMaxZoom(MAX_ZOOM);
    dateline.confine(map, widest(), BOUNDS);
    map.getContainer().classList.toggle("dl-dark", ink.dark);
    map.getContainer().style.setProperty("--dl-paper", ink.halo);
    map.attributionControl.setPrefix("Leaflet");
    map.attributionControl.addAttribution("Natural Earth · GeoNames");
    dateline.ready = Promise.all([dateline.drawBase(map, ink), dateline.styled()]);
    dateline.labels = new dateline.Labels(ink).addTo(map);
    dateline.addAtlasControls(map);
    listen(map);
  };

  /* The whole world with every disc in it. */
  function widest() {
    const { map, state } = dateline;
    return dateline.worldView(map, state ? state.reach : [0, 0], ROOM);
  }

  function listen(map) {
    for (const kind of ["pointerdown", "wheel", "keydown", "touchstart"]) {
      map.getContainer().addEventListener(kind, () => { dateline.touched = true; }, { passive: true, capture: true });
    }
    // Where a zoom leads is known when it begins: the answer comes while the map is on its way.
    map.on("zoomanim", tellCamera);
    map.on("moveend", () => { name(); tellCamera(); });
    map.on("dateline:outlines", () => { if (dateline.state) dateline.shade(map, dateline.state); });
    new ResizeObserver(() => {
      map.invalidateSize({ pan: false });
      dateline.confine(map, widest(), BOUNDS);
      if (!dateline.touched && dateline.state && !dateline.state.center) dateline.world(false);
      tellCamera();
    }).observe(map.getContainer());
  }

  /* Where the map looks once it rests, or where it is heading: { center, zoom }. `moved` says
     whether the reader moved it there. */
  function tellCamera(heading) {
    clearTimeout(telling);
    telling = setTimeout(() => {
      const { center, zoom } = heading || { center: dateline.map.getCenter(), zoom: dateline.map.getZoom() };
      const { x, y } = dateline.map.getSize(), camera = { center: [center.lat, center.lng], zoom, size: [x, y] };
      const said = JSON.stringify(camera);
      if (said === toldCamera || !channel || !x || !y) return;
      toldCamera = said;
      dateline.tell({ camera: { ...camera, moved: dateline.touched } });
    }, heading ? HEADING_MS : REST_MS);
  }

  dateline.world = function (animate) {
    const { center, zoom } = widest();
    go(center, zoom, animate);
  };

  function go(center, zoom, animate) {
    const { map } = dateline;
    if (animate && !dateline.isStill()) {
      map.flyTo(center, zoom, { duration: FLIGHT });
      tellCamera({ center: L.latLng(center), zoom });
    } else {
      // Rounded to a step, the world could be wider than the frame.
      const { zoomSnap } = map.options;
      map.options.zoomSnap = 0;
      map.setView(center, zoom, { animate: false });
      map.options.zoomSnap = zoomSnap;
      tellCamera();
    }
  }

  /* A cluster zooms in to where its places lie; a place is told. */
  dateline.discChosen = function (marker) {
    const { map } = dateline, { place } = marker;
    if (place.names < 2) return dateline.tell({ place: place.id });
    dateline.touched = true;
    const bounds = L.latLngBounds(place.box);
    const fitting = map.getBoundsZoom(bounds, false, L.point(60, 60));
    const zoom = Math.min(MAX_ZOOM, Math.max(map.getZoom() + 1, Math.min(fitting, map.getZoom() + 4)));
    if (map.getZoom() >= MAX_ZOOM) return dateline.tell({ place: place.id });
    return go(fitting < map.getZoom() + 1 ? marker.getLatLng() : bounds.getCenter(), zoom, true);
  };

  /* Called with each new set of discs. state: { seq, center, zoom, channel, shades, chosen,
     measure, selected, reach }; `seq` counts the page's commands, `reach` is the southernmost and
     the northernmost latitude of all places. */
  dateline.showAtlas = function (group, state) {
    const before = dateline.state, commanded = !before || before.seq !== state.seq;
    Object.assign(dateline, { state, group });
    listenOn(state.channel);
    dateline.ready.then(() => {
      if (dateline.group !== group) return;
      dateline.markers = dateline.markersOf(group);
      // Not with every answer: one that comes during a flight would end it.
      if (String(before && before.reach) !== String(state.reach)) dateline.confine(dateline.map, widest(), BOUNDS);
      if (commanded) move(state, Boolean(before));
      dateline.shade(dateline.map, state);
      dateline.writeLegend(state);
      ring(state.selected);
      dateline.oneTabStop();
      name();
      if (dateline.refocus && dateline.markers[0]) dateline.markers[0].getElement().focus({ preventScroll: true });
      dateline.refocus = false;
      dateline.map.getContainer().classList.add("dl-ready");
      dateline.map.getContainer().dataset.drawn = String(Number(dateline.map.getContainer().dataset.drawn || 0) + 1);
    });
  };

  function move(state, animate) {
    dateline.touched = false;
    // The page has guessed where this leads: it is told, even if that is where the map was.
    toldCamera = "";
    if (state.center) go(state.center, state.zoom ?? 4, animate);
    else dateline.world(animate);
  }

  function listenOn(name) {
    if (!name || (channel && channel.name === name)) return;
    if (channel) channel.close();
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => { if (data.to === "map" && data.hello) { toldCamera = ""; tellCamera(); } };
  }

  /* The selected place, alone or within a disc of several: a ring and its name. */
  function ring(selected) {
    if (dateline.ring) dateline.ring.remove();
    dateline.ring = null;
    if (!selected) return;
    const label = document.createElement("span");
    label.textContent = dateline.plain(selected.name);
    const icon = L.divIcon({ className: "dl-ghost dl-chosen", html: "", iconSize: [54, 54] });
    dateline.ring = L.marker([selected.lat, selected.lon], { icon, interactive: false, keyboard: false, zIndexOffset: 5000 })
      .bindTooltip(label, { permanent: true, direction: "top", offset: [0, -28], opacity: 1 })
      .addTo(dateline.map);
  }

  /* How far from its point a disc's name keeps: the ring around the selected place is drawn, too. */
  function reach(marker) {
    const { place } = marker, isRinged = dateline.ring && dateline.ring.getLatLng().equals(marker.getLatLng(), 1e-4);
    return Math.max(place.r + (place.names > 1 ? 4 : 1), isRinged ? 28 : 0);
  }

  function name() {
    if (!dateline.map._loaded) return;
    dateline.labels.name(dateline.markers.map((marker, nth) => ({
      text: nth < NAMED ? marker.place.name + (marker.place.names > 1 ? ` +${marker.place.names - 1}` : "") : "",
      code: marker.place.outline, shift: [0, 0], point: [marker.getLatLng().lat, marker.getLatLng().lng],
      radius: reach(marker),
    })));
  }
})(window.dateline);
