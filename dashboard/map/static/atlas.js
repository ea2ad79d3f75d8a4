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
  const FLIGHT = 0.5;
  const REST_MS = 120, HEADING_MS = 40;
  const NAMED = 40;
  let channel = null, telling = 0, toldCamera = "";

  dateline.tell = (message) => { if (channel) channel.postMessage({ to: "page", ...message }); };

  /* Called once, from the map's script. ink: colours, from dashboard/map/ink.py. */
  dateline.startAtlas = function (map, ink) {
    Object.assign(dateline, { map, ink, markers: [], touched: false });
    map.setMaxZoom(MAX_ZOOM).setMinZoom(least(map)).setMaxBounds(BOUNDS);
    map.getContainer().classList.toggle("dl-dark", ink.dark);
    map.getContainer().style.setProperty("--dl-paper", ink.halo);
    map.attributionControl.setPrefix("Leaflet");
    map.attributionControl.addAttribution("Natural Earth · GeoNames");
    dateline.ready = Promise.all([dateline.drawBase(map, ink), dateline.styled()]);
    dateline.labels = new dateline.Labels(ink).addTo(map);
    dateline.addAtlasControls(map);
    listen(map);
  };

  /* The zoom at which the world still fills the map's height: further out its south end shows. */
  function least(map) {
    const { x, y } = map.getSize();
    return Math.max(x < 512 ? 0.5 : 1, Math.log2(Math.max(y, 1) / 256));
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
      map.setMinZoom(least(map));
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
    const { map } = dateline;
    const zoom = Math.max(map.getMinZoom(), Math.floor(4 * Math.log2(map.getSize().x / 256)) / 4 - 0.1);
    go([25, 15], Math.min(2, zoom), animate);
  };

  function go(center, zoom, animate) {
    if (animate && !dateline.isStill()) {
      dateline.map.flyTo(center, zoom, { duration: FLIGHT });
      tellCamera({ center: L.latLng(center), zoom });
    } else {
      dateline.map.setView(center, zoom, { animate: false });
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
     measure, selected }; `seq` counts the page's commands. */
  dateline.showAtlas = function (group, state) {
    const before = dateline.state, commanded = !before || before.seq !== state.seq;
    Object.assign(dateline, { state, group });
    listenOn(state.channel);
    dateline.ready.then(() => {
      if (dateline.group !== group) return;
      dateline.markers = dateline.markersOf(group);
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

  function name() {
    if (!dateline.map._loaded) return;
    dateline.labels.name(dateline.markers.map((marker, nth) => ({
      text: nth < NAMED ? marker.place.name + (marker.place.names > 1 ? ` +${marker.place.names - 1}` : "") : "",
      code: marker.place.outline, shift: [0, 0], point: [marker.getLatLng().lat, marker.getLatLng().lng],
      radius: marker.place.r + (marker.place.names > 1 ? 4 : 1),
    })));
  }
})(window.dateline);
