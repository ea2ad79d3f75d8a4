/* Puts the map together: base map, names, places, controls, and each new state of the page. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  const TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
  const MAX_ZOOM = 12;
  const BOUNDS = [[-85, -169], [85, 191]];

  /* Called once, from the map's script. ink: colours and groups, from dashboard/map/layers/colours.py. */
  dateline.start = function (map, ink) {
    Object.assign(dateline, { map, ink, markers: [], touched: false });
    dateline.openToThePoles(map);
    map.setMaxZoom(MAX_ZOOM);
    dateline.confine(map, dateline.widestView(map), BOUNDS);
    map.getContainer().classList.toggle("dl-dark", ink.dark);
    map.getContainer().style.setProperty("--dl-paper", ink.halo);
    map.attributionControl.setPrefix("Leaflet");
    map.attributionControl.addAttribution("Natural Earth · GeoNames");
    dateline.ready = Promise.all([dateline.drawBase(map, ink), dateline.styled()]).then(resized);
    dateline.labels = new dateline.Labels(ink).addTo(map);
    dateline.addControls(map, ink);
    listen(map);
  };

  function listen(map) {
    const touch = () => { dateline.touched = true; dateline.heading = null; };
    for (const kind of ["pointerdown", "wheel", "keydown", "touchstart"]) {
      map.getContainer().addEventListener(kind, touch, { passive: true, capture: true });
    }
    map.on("moveend", () => {
      dateline.destination = null;
      if (dateline.touched) dateline.report();
      arrange();
      dateline.hintAgain();
      dateline.keepGhostInView();
    });
    map.on("dateline:outlines", () => { dateline.drawAreas(map, dateline.markers); arrange(); });
    new ResizeObserver(resized).observe(map.getContainer());
    dateline.quiet();
  }

  /* The page sizes the frame, on a phone after the map was made: what was in view stays so. */
  function resized() {
    const { map, wanted } = dateline, box = map.getContainer(), size = map.getSize();
    if (box.clientWidth === size.x && box.clientHeight === size.y) return;
    map.invalidateSize({ pan: false });
    dateline.confine(map, dateline.widestView(map), BOUNDS);
    if (dateline.touched || !wanted || !dateline.markers.length) return;
    dateline.heading = null;
    dateline.move(wanted, false);
  }

  /* Called with each new set of places. state: { seq, center, zoom, selected, channel, credits };
     `credits` have passed the gate: the control makes markup of them. `seq` counts the page's commands. Between them the selection is what the channel said last. */
  dateline.show = function (group, state) {
    const before = dateline.wanted, commanded = !before || before.seq !== state.seq;
    dateline.wanted = commanded ? state : { ...state, selected: before.selected };
    dateline.group = group;
    dateline.tie(state.channel);
    credit(state.credits || []);
    dateline.ready.then(() => {
      if (dateline.group !== group) return;
      dateline.markers = dateline.markersOf(group);
      dateline.markAll();
      if (commanded) dateline.move(state, Boolean(before));
      arrange();
      dateline.point("");
      refocus();
      dateline.hintAgain();
      dateline.map.getContainer().classList.add("dl-ready");
    });
  };

  /* Whose data the places are, said as long as one of them is shown. */
  function credit(said) {
    const control = dateline.map.attributionControl;
    for (const one of dateline.credited || []) control.removeAttribution(one);
    for (const one of said) control.addAttribution(one);
    dateline.credited = said;
  }

  /* Draws the selected place as such, and no other. */
  dateline.markAll = function () {
    for (const marker of dateline.markers) {
      const now = marker.place.id === dateline.wanted.selected;
      if (marker.place.selected === now) continue;
      marker.place.selected = now;
      marker.fire("add");
    }
    dateline.oneTabStop();
    dateline.drawAreas(dateline.map, dateline.markers);
  };

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

  /* Drawing the places anew takes the focus from the marker that had it. */
  function refocus() {
    const isFree = document.activeElement === document.body;
    const marker = dateline.find(dateline.refocus || (isFree && dateline.focused));
    dateline.refocus = null;
    if (marker) marker.getElement().focus({ preventScroll: true });
  }

  /* Online tiles, only when asked for; the built-in map stays below them. */
  dateline.onlineTiles = () => L.tileLayer(TILES, {
    maxZoom: 18, attribution: "© OpenStreetMap contributors", zIndex: 1, referrerPolicy: "origin",
  });
})(window.dateline);
