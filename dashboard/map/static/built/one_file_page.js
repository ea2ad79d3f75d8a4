"use strict";
(() => {
  // dashboard/map/static/article/channel.js
  var channel = null;
  var send = (message) => channel?.postMessage({ to: "page", ...message });
  function tellPage(message) {
    send(message);
  }
  function tellInstead(hear2) {
    send = hear2;
  }
  function listenToPage(name, hear2) {
    if (!name || channel?.name === name) return;
    channel?.close();
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => {
      if (data.to === "map") hear2(data);
    };
  }

  // dashboard/map/static/base/data_files.js
  var loads = {};
  var script = (
    /** @type {HTMLScriptElement | null} */
    document.currentScript
  );
  var folder = script?.src ? new URL("../data/", script.src).href : "";
  function load(name) {
    return loads[name] ??= carried(name) ?? fetch(`${folder}${name}.json`).then((answer) => answer.json());
  }
  function carried(name) {
    const text2 = document.getElementById(`data-${name}`)?.textContent;
    return text2 ? Promise.resolve(JSON.parse(text2)) : null;
  }

  // dashboard/map/static/base/outlines.js
  var PARTS_PER_DEGREE = 100;
  function decode(flat) {
    const line = [];
    let x = 0, y = 0;
    for (let i = 0; i + 1 < flat.length; i += 2) {
      x += flat[i] ?? 0;
      y += flat[i + 1] ?? 0;
      line.push([y / PARTS_PER_DEGREE, x / PARTS_PER_DEGREE]);
    }
    return line;
  }
  function ringOf(arcs, ring2) {
    const points = [];
    for (const index of ring2) {
      const line = index >= 0 ? arcs[index] ?? [] : [...arcs[~index] ?? []].reverse();
      for (const point2 of points.length ? line.slice(1) : line) points.push(point2);
    }
    return points;
  }
  function unpack(file) {
    const arcs = file.arcs.map(decode);
    const linesOf = (indexes) => indexes.map((index) => arcs[index] ?? []);
    const made = {
      land: [],
      disputed: [],
      ice: file.ice.map((ring2) => [decode(ring2)]),
      byCode: {},
      lines: {
        claims: file.claims.map(decode),
        coast: linesOf(file.coast),
        border: linesOf(file.border),
        disputed: linesOf(file.disputed)
      }
    };
    for (const country of file.countries) {
      const polygons = country.p.map((rings) => rings.map((ring2) => ringOf(arcs, ring2)));
      (country.d ? made.disputed : made.land).push(...polygons);
      if (country.c) (made.byCode[country.c] ??= []).push(...polygons);
    }
    return made;
  }
  function holds(rings, [lat, lng]) {
    let isOdd = false;
    for (const ring2 of rings) {
      let before2 = ring2.at(-1);
      for (const at of ring2) {
        if (before2) {
          const [y1, x1] = at, [y2, x2] = before2;
          if (y1 > lat !== y2 > lat && lng < (x2 - x1) * (lat - y1) / (y2 - y1) + x1) isOdd = !isOdd;
        }
        before2 = at;
      }
    }
    return isOdd;
  }
  function pointWithin(polygons, { south, west, north, east }) {
    let best = null;
    let nearest = Infinity;
    for (let row2 = 1; row2 < 10; row2++) {
      for (let column = 1; column < 14; column++) {
        const far = Math.hypot(row2 / 10 - 0.8, column / 14 - 0.5);
        const point2 = [south + (north - south) * row2 / 10, west + (east - west) * column / 14];
        if (far < nearest && polygons.some((rings) => holds(rings, point2))) [best, nearest] = [point2, far];
      }
    }
    return best;
  }
  function largestBox(polygons) {
    const boxes = polygons.map((rings) => boxAround(rings[0] ?? []));
    const area = (box) => (box.north - box.south) * (box.east - box.west);
    return boxes.reduce((most, box) => !most || area(box) > area(most) ? box : most, null);
  }
  function boxAround(points) {
    const lats = points.map(([lat]) => lat), lngs = points.map(([, lng]) => lng);
    return { south: Math.min(...lats), west: Math.min(...lngs), north: Math.max(...lats), east: Math.max(...lngs) };
  }

  // dashboard/map/static/base/basemap.js
  var drawn = { outlines: null, coarse: null };
  var base = null;
  var canvas = null;
  function polygonsOf(code) {
    return drawn.outlines?.byCode[code];
  }
  function coarsePolygonsOf(code) {
    return drawn.coarse?.byCode[code] ?? polygonsOf(code) ?? [];
  }
  function paint(map2, outlines, ink2) {
    canvas ??= L.canvas({ pane: "base", padding: 0.6 });
    const common = { renderer: canvas, pane: "base", interactive: false, smoothFactor: 0.7 };
    const fill = (rings, color) => L.polygon(rings, { ...common, stroke: false, fillColor: color, fillOpacity: 1 });
    const line = (lines, style) => L.polyline(lines, { ...common, ...style });
    const dashed = { color: ink2.disputed, weight: 1, dashArray: "3 3" };
    return L.layerGroup([
      fill(outlines.land, ink2.land),
      fill(outlines.ice, ink2.ice),
      fill(outlines.disputed, ink2.unsettled),
      line(outlines.lines.coast, { color: ink2.coast, weight: 0.8 }),
      line(outlines.lines.border, { color: ink2.border, weight: 0.9 }),
      line(outlines.lines.disputed, dashed),
      line(outlines.lines.claims, dashed)
    ]).addTo(map2);
  }
  function draw(map2, name, ink2) {
    return load(name).then((file) => {
      const before2 = base, outlines = unpack(file);
      drawn.outlines = outlines;
      drawn.coarse ??= outlines;
      base = paint(map2, outlines, ink2);
      before2?.remove();
      map2.fire("dateline:outlines");
    });
  }
  function drawBase(map2, ink2) {
    map2.createPane("base").style.zIndex = "150";
    map2.getContainer().style.background = ink2.water;
    const fine = () => draw(map2, "countries-50m", ink2);
    const coarse = draw(map2, "countries-110m", ink2);
    coarse.then(() => setTimeout(fine, 60), fine);
    return coarse.catch(() => void 0);
  }

  // dashboard/map/static/base/dom.js
  function element(name, className, text2) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text2) made.textContent = text2;
    return made;
  }
  var SVG = "http://www.w3.org/2000/svg";
  function svgElement(name, attributes, parent) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    if (parent) parent.appendChild(made);
    return made;
  }
  function button(words, press) {
    const made = element("button", "dl-button", words);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  }
  function addControl(map2, position, content) {
    const made = new L.Control({ position });
    made.onAdd = () => {
      L.DomEvent.disableClickPropagation(content);
      L.DomEvent.disableScrollPropagation(content);
      return content;
    };
    made.addTo(map2);
  }
  function legendBox(className, isOpen, ...content) {
    const box = element("details", className);
    box.open = isOpen;
    box.append(element("summary", "", "Legend"), ...content);
    return box;
  }
  function styled() {
    const links = (
      /** @type {NodeListOf<HTMLLinkElement>} */
      document.querySelectorAll("link[rel=stylesheet]")
    );
    const missing = [...links].filter((link) => !link.sheet);
    return Promise.all(missing.map((link) => new Promise((done) => {
      link.onload = link.onerror = done;
    })));
  }
  function isStill() {
    return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  // dashboard/map/static/article/framing.js
  var EDGE = 22;
  function roomAround(size, legend2) {
    const side = Math.min(60, size.x * 0.1), end = Math.min(60, size.y * 0.12);
    return { topLeft: [side + legend2, end], bottomRight: [Math.min(80, size.x * 0.18), end] };
  }
  function boxOfPlaces(spots, polygonsOf2, wholeOf2) {
    const outlined = spots.filter((spot) => spot.outline), points = spots.filter((spot) => !spot.outline);
    const [only] = outlined;
    if (!points.length && outlined.length === 1 && only) return largestBox(wholeOf2(only.outline));
    let box = boxOfPoints((points.length ? points : outlined).map((spot) => spot.home));
    if (!box) return null;
    const room = padded(box, 0.1);
    for (const { outline, home } of outlined) {
      if (!pointWithin(polygonsOf2(outline), room)) box = extended(box, home);
    }
    return box;
  }
  function boxOfPoints(points) {
    return points.length ? boxAround(points) : null;
  }
  function extended({ south, west, north, east }, [lat, lng]) {
    return { south: Math.min(south, lat), west: Math.min(west, lng), north: Math.max(north, lat), east: Math.max(east, lng) };
  }
  function padded({ south, west, north, east }, share) {
    const high = (north - south) * share, wide = (east - west) * share;
    return { south: south - high, west: west - wide, north: north + high, east: east + wide };
  }
  function headingOf({ lat, lng }, zoom) {
    return [lat, lng, zoom].map((number2) => number2.toFixed(4)).join();
  }
  function arrowTo(target, size) {
    const middle = { x: size.x / 2, y: size.y / 2 }, way = { x: target.x - middle.x, y: target.y - middle.y };
    const scale = Math.min((middle.x - EDGE) / Math.abs(way.x), (middle.y - EDGE) / Math.abs(way.y));
    return {
      left: middle.x + way.x * scale,
      top: middle.y + way.y * scale,
      turn: Math.atan2(way.y, way.x),
      side: way.x < 0 ? "west" : "east"
    };
  }

  // dashboard/map/static/article/state.js
  var state = (
    /** @type {State} */
    {
      legend: null,
      ready: Promise.resolve(),
      wanted: null,
      group: null,
      markers: (
        /** @type {PlaceMarker[]} */
        []
      ),
      touched: false,
      destination: null,
      heading: null,
      focused: "",
      refocus: null
    }
  );
  function find(id) {
    return id ? state.markers.find((marker) => marker.place.id === id) : void 0;
  }

  // dashboard/map/static/article/camera.js
  var FLIGHT_S = 0.6;
  var CLOSE = 4.5;
  var AROUND_M = 1e6;
  function shared() {
    return (
      /** @type {FoliumWindow} */
      window.__GLOBAL_DATA__
    );
  }
  function sendNoCamera() {
    state.touched = false;
    const told = shared();
    if (told) Object.assign(told, { returned_objects: [], previous_data: {} });
  }
  function sendCamera() {
    const wanted = shared()?.returned_objects;
    if (wanted && !wanted.includes("center")) wanted.push("center", "zoom");
  }
  function move({ center, zoom, selected }, animate) {
    if (center) go(L.latLng(center), zoom ?? 4, false);
    else follow(selected, animate);
  }
  function follow(id, animate) {
    const marker = find(id);
    if (marker) look(marker, animate);
    else if (!id || !animate) fit(animate);
  }
  function look({ place: place2, home }, animate) {
    const { map: map2 } = state;
    if (!place2.outline) return go(home, Math.min(place2.zoom, map2.getMaxZoom()), animate);
    const box = boundsOfCountry(place2.outline) ?? home.toBounds(AROUND_M);
    const zoom = Math.min(CLOSE, map2.getBoundsZoom(box, false, L.point(48, 48)));
    return go(middleOf(box, zoom), zoom, animate);
  }
  function middleOf(bounds, zoom) {
    const { map: map2 } = state;
    const middle = map2.project(bounds.getNorthWest(), zoom).add(map2.project(bounds.getSouthEast(), zoom)).divideBy(2);
    return map2.unproject(middle, zoom);
  }
  function go(center, zoom, animate) {
    const { map: map2 } = state, heading = headingOf(center, zoom);
    if (state.heading === heading) return;
    state.heading = heading;
    sendNoCamera();
    const isFlight = animate && !isStill();
    state.destination = isFlight ? { center, zoom } : null;
    if (isFlight) map2.flyTo(center, zoom, { duration: FLIGHT_S });
    else map2.setView(center, zoom, { animate: false });
  }
  function fit(animate) {
    const { map: map2, markers, legend: legend2 } = state;
    state.heading = null;
    if (!state.touched) sendNoCamera();
    if (!markers.length) {
      map2.setView([25, 20], 2, { animate });
      return;
    }
    const { topLeft, bottomRight } = roomAround(map2.getSize(), legend2?.open ? legend2.offsetWidth : 0);
    const options = { paddingTopLeft: topLeft, paddingBottomRight: bottomRight, maxZoom: 7 };
    if (animate && !isStill()) map2.flyToBounds(boundsOfAll(markers), { ...options, duration: FLIGHT_S });
    else map2.fitBounds(boundsOfAll(markers), { ...options, animate: false });
  }
  function boundsOfAll(markers) {
    const spots = markers.map(({ home, place: place2 }) => ({ home: (
      /** @type {[number, number]} */
      [home.lat, home.lng]
    ), outline: place2.outline }));
    const box = boxOfPlaces(spots, coarsePolygonsOf, wholeOf);
    return box ? boundsOf(box) : (
      /** @type {PlaceMarker} */
      markers[0].home.toBounds(AROUND_M)
    );
  }
  function boundsOf({ south, west, north, east }) {
    return L.latLngBounds([south, west], [north, east]);
  }
  function wholeOf(code) {
    return drawn.coarse?.byCode[code] ?? [];
  }
  function boundsOfCountry(code) {
    const box = largestBox(wholeOf(code));
    return box ? boundsOf(box) : null;
  }
  function countryWithin(code, bounds) {
    return pointWithin(coarsePolygonsOf(code), {
      south: bounds.getSouth(),
      west: bounds.getWest(),
      north: bounds.getNorth(),
      east: bounds.getEast()
    });
  }

  // dashboard/map/static/article/hints.js
  var hinted = "";
  var isPointing = false;
  var arrow = null;
  var ghost = null;
  var before = null;
  function point(id) {
    if (!id && !isPointing) return;
    isPointing = Boolean(id);
    hint(id);
    tellPage({ hint: id });
  }
  function hint(id) {
    halo(find(hinted), false);
    arrow?.remove();
    hinted = id || "";
    const marker = find(hinted);
    halo(marker, true);
    arrow = marker && !ghost && !isSeen(marker) ? drawArrow(marker) : null;
  }
  function hintAgain() {
    hint(hinted);
  }
  function halo(marker, on) {
    const node = marker?.getElement();
    if (!marker || !node) return;
    node.classList.toggle("dl-hinted", on);
    if (on && isSeen(marker)) marker.openTooltip();
    else marker.closeTooltip();
    const { area } = marker;
    if (area) area.setStyle(on ? { weight: 3.5, fillOpacity: (area.plain.fillOpacity ?? 0) + 0.14 } : area.plain);
  }
  function isSeen(marker) {
    const view = state.map.getBounds();
    if (view.contains(marker.getLatLng())) return true;
    return Boolean(marker.place.outline && countryWithin(marker.place.outline, view));
  }
  function drawArrow(marker) {
    const { map: map2 } = state;
    const { left, top, turn, side } = arrowTo(map2.latLngToContainerPoint(marker.getLatLng()), map2.getSize());
    const box = element("div", `dl-arrow dl-${side}`), head = element("i", "", "➤");
    Object.assign(box.style, { left: `${left}px`, top: `${top}px` });
    head.style.transform = `rotate(${turn}rad)`;
    box.append(head, element("span", "", marker.place.name));
    return map2.getContainer().appendChild(box);
  }
  function showGhost(place2) {
    ghost?.layer.remove();
    ghost = null;
    if (place2) {
      ghost = { layer: ghostOf(place2).addTo(state.map), point: L.latLng(place2.lat, place2.lon) };
      if (!state.destination) widen(ghost.point);
    } else if (before) {
      if (!state.touched) go(before.center, before.zoom, true);
      before = null;
    }
  }
  function keepGhostInView() {
    if (ghost && !state.touched) widen(ghost.point);
  }
  function ghostOf(place2) {
    const group2 = L.layerGroup(), rings = place2.outline ? polygonsOf(place2.outline) : void 0;
    const look2 = { color: state.ink.accent, weight: 1.5, dashArray: "4 4", fillOpacity: 0.1 };
    if (rings) group2.addLayer(L.polygon(rings, { ...look2, interactive: false, smoothFactor: 0.7 }));
    return group2.addLayer(L.marker([place2.lat, place2.lon], {
      icon: L.divIcon({ className: "dl-ghost", html: element("span"), iconSize: [26, 26] }),
      interactive: false,
      keyboard: false,
      zIndexOffset: 5e3
    }).bindTooltip(element("span", "", place2.name), { permanent: true, direction: "auto", offset: [14, 0], opacity: 1 }));
  }
  function widen(at) {
    const { map: map2 } = state;
    if (map2.getBounds().pad(-0.08).contains(at)) return;
    before ??= { center: map2.getCenter(), zoom: map2.getZoom() };
    const bounds = L.latLngBounds([at, find(state.wanted?.selected)?.home ?? map2.getCenter()]);
    const zoom = Math.min(before.zoom, map2.getBoundsZoom(bounds, false, L.point(140, 140)));
    go(middleOf(bounds, zoom), zoom, true);
  }

  // dashboard/map/static/base/label_layout.js
  var PAD = 0.25;
  var PEOPLE = [1e9, 1e9, 1e9, 9e3, 3500, 1e3, 400, 180, 70, 0];
  var CAPITAL = 0.2;
  function peopleNeeded(zoom) {
    return PEOPLE[Math.min(PEOPLE.length - 1, Math.max(0, Math.floor(zoom + 0.25)))] ?? 0;
  }
  function namedCities(cities, zoom) {
    const people = peopleNeeded(zoom);
    return cities.filter(({ thousands, isCapital }) => thousands >= people * (isCapital ? CAPITAL : 1));
  }
  function countryStyle(name, zoom) {
    return {
      text: zoom < 5 ? name : name.toUpperCase(),
      size: zoom < 4 ? 10.5 : 11.5,
      spacing: zoom < 5 ? "0.3px" : "1.5px"
    };
  }
  function fitsCountry(width, degrees, zoom) {
    return zoom >= 7 || width < degrees * (256 * 2 ** zoom / 360) * 1.15;
  }
  var Room = class {
    /** @type {Rectangle[]} */
    #taken = [];
    /** @param {Rectangle} box */
    isFree(box) {
      return this.#taken.every((t) => box[0] > t[2] || box[2] < t[0] || box[1] > t[3] || box[3] < t[1]);
    }
    /** @param {Rectangle} box */
    take(box) {
      this.#taken.push(box);
    }
  };
  var Frame = class {
    /** @param {Point} size of the frame */
    constructor({ x, y }) {
      this.left = x * PAD;
      this.right = x * (1 + PAD);
      this.top = y * PAD;
      this.bottom = y * (1 + PAD);
      this.width = x * (1 + 2 * PAD);
      this.height = y * (1 + 2 * PAD);
    }
    /**
     * Whether a point lies on the canvas.
     * @param {Point} point
     */
    isOnCanvas({ x, y }) {
      return x > 0 && y > 0 && x < this.width && y < this.height;
    }
    /**
     * Whether a box lies in the frame.
     * @param {Rectangle} box
     */
    isInView(box) {
      return box[0] > this.left && box[2] < this.right && box[1] > this.top && box[3] < this.bottom;
    }
    /**
     * Whether the frame's edge does not cut the box: beside the frame it waits to be dragged in.
     * @param {Rectangle} box
     */
    isWhole(box) {
      return this.isInView(box) || box[2] < this.left || box[0] > this.right || box[3] < this.top || box[1] > this.bottom;
    }
    /**
     * How far to move a name of this half width into the frame that its point lies in.
     * @param {number} x
     * @param {number} half
     */
    inwards(x, half) {
      const least = this.left + 2, most = this.right - 2;
      if (x < least || x > most) return 0;
      return Math.max(least + half - x, 0) - Math.max(x + half - most, 0);
    }
  };
  function boxesAround({ x, y }, r, w) {
    const gap = r + 4, near = 0.75 * r + 4, up = y - 0.7 * r - 6, down = y + 0.7 * r + 6;
    const spots = [
      [x + gap, y],
      [x - gap - w, y],
      [x - w / 2, y + gap + 6],
      [x - w / 2, y - gap - 6],
      [x + near, up],
      [x + near, down],
      [x - near - w, up],
      [x - near - w, down]
    ];
    return spots.map(([left, middle]) => [left - 2, middle - 8, left + w + 2, middle + 8]);
  }
  function boxForPlace(center, radius, width, room, frame) {
    const boxes = boxesAround(center, radius, width);
    const free = boxes.filter((box) => room.isFree(box) && frame.isWhole(box));
    return free.find((box) => frame.isInView(box)) ?? movedInto(boxes.slice(2, 4), room, frame) ?? free[0];
  }
  function movedInto(boxes, room, frame) {
    const least = frame.left + 2, most = frame.right - 2;
    return boxes.filter(([left, , right]) => (left + right) / 2 > least && (left + right) / 2 < most).map((box) => {
      const by = Math.max(least - box[0], 0) - Math.max(box[2] - most, 0);
      return (
        /** @type {Rectangle} */
        [box[0] + by, box[1], box[2] + by, box[3]]
      );
    }).find((box) => room.isFree(box) && frame.isInView(box));
  }
  function boxForCountry(point2, width, room, frame) {
    const x = point2.x + frame.inwards(point2.x, width / 2 + 3);
    const box = [x - width / 2 - 3, point2.y - 8, x + width / 2 + 3, point2.y + 8];
    return room.isFree(box) && frame.isWhole(box) ? box : null;
  }
  function boxForCity({ x, y }, width, room, frame) {
    const both = [
      { box: [x - 4, y - 7, x + width + 9, y + 7], text: x + 5 },
      { box: [x - width - 9, y - 7, x + 4, y + 7], text: x - width - 5 }
    ];
    return both.find(({ box }) => room.isFree(box) && frame.isWhole(box)) ?? null;
  }

  // dashboard/map/static/base/labels.js
  var FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";
  var Labels = class extends L.Layer {
    /** @param {Colours} ink */
    constructor(ink2) {
      super();
      this.ink = ink2;
      this.countries = [];
      this.cities = [];
      this.places = [];
    }
    /**
     * @override
     * @param {L.Map} map
     */
    onAdd(map2) {
      const pane = map2.createPane("labels");
      pane.style.zIndex = "450";
      pane.style.pointerEvents = "none";
      this.canvas = /** @type {HTMLCanvasElement} */
      L.DomUtil.create("canvas", "leaflet-zoom-hide", pane);
      this.canvas.setAttribute("aria-hidden", "true");
      map2.on("moveend viewreset resize", this.redraw, this);
      map2.getContainer().addEventListener("toggle", () => this.redraw(), true);
      load("labels").then((file) => {
        this.countries = file.countries;
        this.cities = file.cities.map(([name, lat, lng, thousands, capital]) => ({ name, lat, lng, thousands, isCapital: Boolean(capital) }));
        this.redraw();
      }, () => void 0);
      return this;
    }
    /** @param {NamedPlace[]} places strongest first */
    name(places2) {
      this.places = places2;
      this.redraw();
    }
    /**
     * A country's name, or its code where none is known.
     * @param {string} code
     */
    countryName(code) {
      return this.countries.find((row2) => row2[0] === code)?.[1] || code;
    }
    redraw() {
      const map2 = this._map, { canvas: canvas2 } = this;
      if (!map2 || !canvas2 || !isLoaded(map2)) return;
      const size = map2.getSize(), frame = new Frame(size);
      const origin = map2.containerPointToLayerPoint(size.multiplyBy(-PAD).round());
      L.DomUtil.setPosition(canvas2, origin);
      const pen = penOn(canvas2, frame);
      const at = (lat, lng) => map2.latLngToLayerPoint([lat, lng]).subtract(origin);
      new Drawing(pen, this.ink, frame, at).all(this, map2.getZoom(), controlsOver(map2));
    }
  };
  function isLoaded(map2) {
    return Boolean(
      /** @type {L.Map & { _loaded?: boolean }} */
      map2._loaded
    );
  }
  function penOn(canvas2, { width, height }) {
    const ratio = window.devicePixelRatio || 1;
    Object.assign(canvas2, { width: width * ratio, height: height * ratio });
    Object.assign(canvas2.style, { width: `${width}px`, height: `${height}px` });
    const pen = (
      /** @type {CanvasRenderingContext2D} */
      canvas2.getContext("2d")
    );
    pen.scale(ratio, ratio);
    return Object.assign(pen, { textBaseline: "middle", lineJoin: "round" });
  }
  function controlsOver(map2) {
    const ground = map2.getContainer(), frame = ground.getBoundingClientRect(), size = map2.getSize();
    const x = size.x * PAD - frame.left, y = size.y * PAD - frame.top;
    return [...ground.querySelectorAll(".leaflet-control")].map((control) => {
      const box = control.getBoundingClientRect();
      return [box.left + x, box.top + y, box.right + x, box.bottom + y];
    });
  }
  var Drawing = class {
    /**
     * @param {CanvasRenderingContext2D} pen
     * @param {Colours} ink
     * @param {Frame} frame
     * @param {(lat: number, lng: number) => L.Point} at
     */
    constructor(pen, ink2, frame, at) {
      this.pen = pen;
      this.ink = ink2;
      this.frame = frame;
      this.at = at;
      this.room = new Room();
    }
    /**
     * @param {Labels} labels
     * @param {number} zoom
     * @param {Rectangle[]} taken
     */
    all({ places: places2, countries, cities }, zoom, taken) {
      for (const box of taken) this.room.take(box);
      for (const place2 of places2) {
        const { x, y } = this.center(place2), r = place2.radius;
        this.room.take([x - r, y - r, x + r, y + r]);
      }
      for (const place2 of places2) this.place(place2);
      const named = new Set(places2.map((place2) => place2.code));
      for (const row2 of countries) if (!named.has(row2[0])) this.country(row2, zoom);
      for (const city of namedCities(cities, zoom)) this.city(city);
    }
    /** @param {NamedPlace} place */
    center({ point: point2, shift: shift2 }) {
      const { x, y } = this.at(point2[0], point2[1]);
      return { x: x + shift2[0], y: y + shift2[1] };
    }
    /** @param {NamedPlace} place */
    place(place2) {
      this.pen.font = `600 12.5px ${FAMILY}`;
      const { width } = this.pen.measureText(place2.text);
      const box = boxForPlace(this.center(place2), place2.radius, width, this.room, this.frame);
      if (!box) return;
      this.room.take(box);
      this.write(place2.text, box[0] + 2, box[1] + 8, this.ink.placeText, 4);
    }
    /**
     * @param {CountryRow} row
     * @param {number} zoom
     */
    country([, name, lat, lng, , , degrees], zoom) {
      const point2 = this.at(lat, lng);
      if (!this.frame.isOnCanvas(point2)) return;
      const { text: text2, size, spacing } = countryStyle(name, zoom);
      this.pen.font = `500 ${size}px ${FAMILY}`;
      this.pen.letterSpacing = spacing;
      const { width } = this.pen.measureText(text2);
      const box = fitsCountry(width, degrees, zoom) ? boxForCountry(point2, width, this.room, this.frame) : null;
      if (box) {
        this.room.take(box);
        this.write(text2, box[0] + 3, point2.y, this.ink.countryText, 3);
      }
      this.pen.letterSpacing = "0px";
    }
    /** @param {City} city */
    city({ name, lat, lng, isCapital }) {
      const point2 = this.at(lat, lng);
      if (!this.frame.isOnCanvas(point2)) return;
      this.pen.font = `${isCapital ? 500 : 400} 11px ${FAMILY}`;
      const found = boxForCity(point2, this.pen.measureText(name).width, this.room, this.frame);
      if (!found) return;
      const [left, top, right, bottom] = found.box;
      this.room.take([left - 4, top - 3, right + 4, bottom + 3]);
      this.pen.fillStyle = this.ink.cityText;
      this.pen.beginPath();
      this.pen.arc(point2.x, point2.y, isCapital ? 2.4 : 1.7, 0, 7);
      this.pen.fill();
      this.write(name, found.text, point2.y, this.ink.cityText, 3);
    }
    /**
     * @param {string} text
     * @param {number} x
     * @param {number} y
     * @param {string} color
     * @param {number} halo
     */
    write(text2, x, y, color, halo2) {
      this.pen.strokeStyle = this.ink.halo;
      this.pen.lineWidth = halo2;
      this.pen.strokeText(text2, x, y);
      this.pen.fillStyle = color;
      this.pen.fillText(text2, x, y);
    }
  };

  // dashboard/map/static/base/marker_keys.js
  var STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  function markerAfterKey(key, at, count) {
    const by = STEPS[key];
    return by === void 0 ? null : Math.max(0, Math.min(count - 1, at + by));
  }
  function onlyStop(markers, stop) {
    for (const marker of markers) {
      const node = marker.getElement();
      if (node) node.tabIndex = marker === stop ? 0 : -1;
    }
  }
  function stepFrom(event, marker, markers) {
    const at = markerAfterKey(event.key, markers.indexOf(marker), markers.length);
    const to = at === null ? void 0 : markers[at];
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    onlyStop(markers, to);
    to.getElement()?.focus();
  }
  function markersOf(group2) {
    const found = [];
    group2.eachLayer((layer) => {
      if (layer instanceof L.Marker && "place" in layer) found.push(layer);
      else if (layer instanceof L.LayerGroup) found.push(...markersOf(layer));
    });
    return found;
  }

  // dashboard/map/static/base/tooltip_place.js
  var EDGE2 = 4;
  function moveInto(from, to, least, most) {
    return Math.max(least + EDGE2 - from, 0) || -Math.max(to - most + EDGE2, 0);
  }

  // dashboard/map/static/base/tooltips.js
  function keepTooltipsInFrame() {
    const place2 = (
      /** @type {Inside} */
      L.Tooltip.prototype._setPosition
    );
    L.Tooltip.include({
      /**
       * @this {Inside}
       * @param {L.Point} point
       */
      _setPosition(point2) {
        place2.call(this, point2);
        const { _map: map2, _container: box } = this;
        const frame = map2.getContainer().getBoundingClientRect(), at = box.getBoundingClientRect();
        if (!L.bounds([0, 0], map2.getSize()).contains(map2.layerPointToContainerPoint(point2))) return;
        const x = moveInto(at.left, at.right, frame.left, frame.right);
        let y = moveInto(at.top, at.bottom, frame.top, frame.bottom);
        if (y > 0 && this.options.direction === "top") y = at.height - 2 * L.point(this.options.offset ?? [0, 0]).y;
        if (x || y) L.DomUtil.setPosition(box, L.DomUtil.getPosition(box).add([x, y]));
      }
    });
  }

  // dashboard/map/static/base/world.js
  function openToThePoles(map2) {
    const projection = L.extend({}, L.Projection.SphericalMercator, { MAX_LATITUDE: 89.99 });
    map2.options.crs = L.extend({}, L.CRS.EPSG3857, { projection });
  }
  function confine(map2, { lat, lng, zoom }, bounds) {
    const half = map2.getSize().divideBy(2), middle = map2.project([lat, lng], zoom);
    const seen = [middle.subtract(half), middle.add(half)].map((point2) => map2.unproject(point2, zoom));
    map2.setMinZoom(zoom).setMaxBounds(L.latLngBounds(bounds).extend(L.latLngBounds(seen)));
  }

  // dashboard/map/static/base/world_view.js
  var WEST = -169;
  var EAST = 191;
  var TILE = 256;
  function widestView(size) {
    return { lat: 20, lng: (WEST + EAST) / 2, zoom: Math.log2(Math.max(1, size.x / TILE)) };
  }

  // dashboard/map/static/article/symbol_size.js
  var RING = 3.5;
  var SOFT = 8;
  function radiusOf(place2) {
    return place2.r * 1.15 + (place2.groups.length > 1 ? RING + 1.5 : 0) + (place2.isSoft ? SOFT : 0) + 1;
  }
  function halfOf(place2) {
    return Math.max(16, Math.ceil(radiusOf(place2) + (place2.selected ? 6 : 1)));
  }
  function segmentsOf(groups) {
    const total = groups.reduce((sum, [, count]) => sum + count, 0);
    let from = 0;
    return groups.map(([group2, count]) => {
      const to = from + count / total, segment = { group: group2, from: from + 0.012, to: to - 0.012 };
      from = to;
      return segment;
    });
  }
  function arc(r, from, to) {
    const at = (turn) => `${(r * Math.sin(turn * 2 * Math.PI)).toFixed(2)} ${(-r * Math.cos(turn * 2 * Math.PI)).toFixed(2)}`;
    return `M${at(from)}A${r} ${r} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}`;
  }

  // dashboard/map/static/article/symbols.js
  function pointsOf(points, r) {
    return points.map(([x, y]) => `${(x * r).toFixed(1)},${(y * r).toFixed(1)}`).join(" ");
  }
  var SHAPES = {
    disc: (r, parent, look2) => svgElement("circle", { r, ...look2 }, parent),
    ring: (r, parent, look2) => svgElement("circle", { r: r - 1, ...look2 }, parent),
    diamond: (r, parent, look2) => svgElement("polygon", {
      points: pointsOf([[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]], r),
      ...look2
    }, parent),
    square: (r, parent, look2) => svgElement("rect", {
      x: -0.92 * r,
      y: -0.92 * r,
      width: 1.84 * r,
      height: 1.84 * r,
      rx: 2,
      ...look2
    }, parent),
    triangle: (r, parent, look2) => svgElement("polygon", {
      points: pointsOf([[0, -1.3], [1.25, 0.85], [-1.25, 0.85]], r),
      ...look2
    }, parent)
  };
  function lookOfPlace(place2, ink2) {
    return lookOfGroup(place2.groups[0]?.[0] ?? "", ink2);
  }
  function lookOfGroup(group2, ink2) {
    return ink2.groups[group2] ?? { label: group2, color: ink2.accent, shape: "disc" };
  }
  function ring(svg, r, groups, ink2) {
    svgElement("circle", { r, fill: "none", stroke: ink2.halo, "stroke-width": RING + 2 }, svg);
    for (const { group: group2, from, to } of segmentsOf(groups)) {
      const look2 = { fill: "none", stroke: lookOfGroup(group2, ink2).color, "stroke-width": RING };
      svgElement("path", { d: arc(r, from, to), class: "ring", ...look2 }, svg);
    }
  }
  function core(svg, place2, group2, ink2) {
    const isHollow = group2.shape === "ring", draw2 = SHAPES[group2.shape];
    const look2 = {
      fill: isHollow ? ink2.halo : group2.color,
      stroke: isHollow ? group2.color : ink2.halo,
      "stroke-width": isHollow ? 2.5 : 1.5
    };
    if (place2.certainty !== "sure") {
      draw2(place2.r, svg, { fill: ink2.halo });
      Object.assign(look2, { stroke: group2.color, "stroke-width": isHollow ? 1.5 : 1.25 });
      if (!isHollow) look2["fill-opacity"] = 0.05 + 0.7 * place2.probability;
    }
    if (place2.certainty === "unsure") Object.assign(look2, { "stroke-dasharray": "3 2.5", "stroke-width": 1.75 });
    draw2(place2.r, svg, look2);
    if (isHollow) return group2.color;
    return place2.certainty === "sure" ? ink2.onGroup : ink2.placeText;
  }
  function number(svg, place2, color, shape) {
    const text2 = svgElement("text", {
      fill: color,
      "text-anchor": "middle",
      y: shape === "triangle" ? 5 : 4,
      "font-size": Math.max(10, Math.min(13, place2.r)),
      class: "count"
    }, svg);
    text2.textContent = place2.count > 999 ? "999+" : String(place2.count);
  }
  function symbol(place2, ink2) {
    const radius = radiusOf(place2), half = halfOf(place2), group2 = lookOfPlace(place2, ink2);
    const svg = svgElement("svg", {
      width: 2 * half,
      height: 2 * half,
      viewBox: `${-half} ${-half} ${2 * half} ${2 * half}`,
      "aria-hidden": "true"
    });
    svgElement("circle", { r: Math.max(12, radius + 1), fill: "transparent" }, svg);
    if (place2.selected) {
      svgElement("circle", {
        r: radius + 3,
        fill: ink2.accent,
        "fill-opacity": 0.22,
        stroke: ink2.accent,
        "stroke-width": 2.5,
        class: "selected"
      }, svg);
    }
    if (place2.isSoft) {
      svgElement("circle", {
        r: radius - 1.5,
        fill: group2.color,
        "fill-opacity": 0.16,
        stroke: group2.color,
        "stroke-opacity": 0.75,
        "stroke-dasharray": place2.certainty === "unsure" ? "3 3" : "none"
      }, svg);
    }
    if (place2.groups.length > 1) ring(svg, place2.r * 1.15 + RING / 2 + 1, place2.groups, ink2);
    const onCore = core(svg, place2, group2, ink2);
    if (place2.count > 1 || place2.area) number(svg, place2, onCore, group2.shape);
    return { svg, half };
  }

  // dashboard/map/static/article/areas.js
  var LINES = { sure: { weight: 1.4 }, likely: { weight: 0.8 }, unsure: { weight: 1.2, dashArray: "5 4" } };
  var areas = null;
  function drawAreas() {
    areas?.remove();
    areas = L.layerGroup().addTo(state.map);
    for (const marker of state.markers) {
      const area = areaOf(marker);
      if (!area) continue;
      bind(area, marker);
      areas.addLayer(area);
    }
  }
  function areaOf({ place: place2, home }) {
    const { ink: ink2 } = state, { color } = lookOfPlace(place2, ink2), line = LINES[place2.certainty];
    const look2 = {
      ...line,
      color: place2.selected ? ink2.accent : color,
      weight: place2.selected ? 2.5 : line.weight,
      opacity: 0.85,
      fillColor: color,
      fillOpacity: ink2.areaFill * (0.25 + 0.75 * place2.probability),
      className: "dl-area",
      bubblingMouseEvents: false
    };
    const rings = place2.outline ? polygonsOf(place2.outline) : void 0;
    if (rings) return L.polygon(rings, { ...look2, smoothFactor: 0.7 });
    if (place2.km) return L.circle(home, { ...look2, radius: place2.km * 1e3, dashArray: "4 4", fillOpacity: 0.07 });
    return null;
  }
  function bind(layer, marker) {
    const { weight, fillOpacity } = layer.options;
    const area = Object.assign(layer, { plain: { weight: weight ?? 1, fillOpacity: fillOpacity ?? 0 } });
    marker.area = area;
    area.on("mouseover", () => point(marker.place.id));
    area.on("mouseout", () => point(""));
    area.on("click", (event) => marker.fire("click", { latlng: event.latlng }, true));
    area.bindTooltip(tooltipOf(marker.place), { sticky: true, opacity: 1 });
  }
  function tooltipOf(place2) {
    const box = element("span");
    box.append(element("b", "", place2.name), ` · ${place2.count}`);
    return box;
  }

  // dashboard/map/static/article/terms.js
  var GONE_MS = 160;
  var EDGE3 = 8;
  var WIDTH = 240;
  var shown = null;
  var timer = 0;
  function term(words, meaning) {
    const button2 = element("button", "dl-term", words);
    button2.type = "button";
    const byMouse = (act) => (event) => {
      if (event.pointerType !== "touch") act();
    };
    button2.addEventListener("pointerenter", byMouse(() => show(button2, meaning)));
    button2.addEventListener("pointerleave", byMouse(hideSoon));
    button2.addEventListener("focus", () => {
      if (button2.matches(":focus-visible")) show(button2, meaning);
    });
    button2.addEventListener("blur", hide);
    button2.addEventListener("click", () => {
      if (shown?.button === button2 && shown.stays) hide();
      else show(button2, meaning).stays = true;
    });
    return button2;
  }
  function show(button2, meaning) {
    clearTimeout(timer);
    if (shown?.button === button2) return shown;
    hide();
    const box = element("div", "dl-tip", meaning);
    box.id = "dl-tip";
    box.setAttribute("role", "tooltip");
    box.addEventListener("pointerenter", () => clearTimeout(timer));
    box.addEventListener("pointerleave", hideSoon);
    button2.closest(".leaflet-container")?.append(box);
    button2.setAttribute("aria-describedby", box.id);
    place(button2, box);
    shown = { button: button2, box, stays: false };
    document.addEventListener("keydown", onKey, true);
    document.addEventListener("pointerdown", onPress, true);
    return shown;
  }
  function place(button2, box) {
    const ground = box.parentElement?.getBoundingClientRect(), at = button2.getBoundingClientRect();
    const legend2 = button2.closest(".dl-legend")?.getBoundingClientRect();
    if (!ground || !legend2) return;
    const isBeside = ground.right - legend2.right > WIDTH + 2 * EDGE3;
    const above = at.top - ground.top - box.offsetHeight - 4;
    const below = at.bottom - ground.top + 4;
    const left = isBeside ? legend2.right + EDGE3 : at.left;
    const top = isBeside ? at.top - ground.top : above > EDGE3 ? above : below;
    const within = (value, most) => Math.max(EDGE3, Math.min(value, most - EDGE3));
    box.style.left = `${within(left - ground.left, ground.width - box.offsetWidth)}px`;
    box.style.top = `${within(top, ground.height - box.offsetHeight)}px`;
  }
  function hideSoon() {
    clearTimeout(timer);
    if (shown && !shown.stays) timer = window.setTimeout(hide, GONE_MS);
  }
  function hide() {
    clearTimeout(timer);
    if (!shown) return;
    shown.button.removeAttribute("aria-describedby");
    shown.box.remove();
    shown = null;
    document.removeEventListener("keydown", onKey, true);
    document.removeEventListener("pointerdown", onPress, true);
  }
  function onKey(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    hide();
  }
  function onPress({ target }) {
    const isInside = target instanceof Node && (shown?.button.contains(target) || shown?.box.contains(target));
    if (!isInside) hide();
  }

  // dashboard/map/static/article/legend.js
  var TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
  var MAX_ZOOM = 12;
  var MAX_ZOOM_ONLINE = 18;
  function sample(place2, ink2) {
    return symbol({ count: 1, certainty: "sure", probability: 1, r: 7, groups: [], ...place2 }, ink2).svg;
  }
  function row(icon, text2, meaning) {
    const line = element("li");
    line.append(icon, meaning ? term(text2, meaning) : element("span", "", text2));
    return line;
  }
  function rows(ink2) {
    const [first = "", second = ""] = ink2.order, { terms } = ink2;
    const one = [[first, 1]];
    const groups = ink2.order.map((id) => row(sample({ groups: [[id, 1]] }, ink2), ink2.groups[id]?.label ?? id, terms[id]));
    return [
      ...groups,
      row(sample({ groups: [[first, 2], [second, 1]], r: 6 }, ink2), "Mentioned in several ways"),
      row(sample({ groups: one, r: 5, isSoft: true }, ink2), "Region or larger; countries are filled"),
      row(sample({ groups: one, certainty: "likely", probability: 0.7 }, ink2), "Less sure: paler, thin outline", terms.likelihood),
      row(sample({ groups: one, certainty: "unsure", probability: 0.4 }, ink2), "Unsure: palest, dashed outline", terms.likelihood),
      row(element("i", "dl-near"), "Somewhere in this circle", terms.approximate),
      row(element("i", "dl-dashes"), "Disputed border or area", terms.disputed)
    ];
  }
  function onlineChoice(map2) {
    const tiles = L.tileLayer(TILES, {
      maxZoom: MAX_ZOOM_ONLINE,
      attribution: "© OpenStreetMap contributors",
      zIndex: 1,
      referrerPolicy: "origin"
    });
    const label = element("label", "dl-online"), box = element("input");
    const note = element("span", "", "Street map from OpenStreetMap (goes online)");
    box.type = "checkbox";
    label.append(box, note);
    box.addEventListener("change", () => {
      map2.setMaxZoom(box.checked ? MAX_ZOOM_ONLINE : MAX_ZOOM);
      if (box.checked) tiles.addTo(map2);
      else tiles.remove();
    });
    tiles.on("tileerror", () => {
      note.textContent = "OpenStreetMap cannot be reached; built-in map shown";
    });
    return label;
  }
  function legend(map2, ink2) {
    const { x, y } = map2.getSize(), list = element("ul"), note = element("p");
    list.append(...rows(ink2));
    note.append(
      "Number and size: ",
      term("mentions", ink2.terms.mention ?? ""),
      ". In the text: thin line, less sure; dashed box, unsure."
    );
    const box = legendBox("dl-legend", x > 1e3 && y > 520, list, note);
    if (ink2.online) box.append(onlineChoice(map2));
    return box;
  }

  // dashboard/map/static/base/names.js
  function plain(encoded) {
    return encoded.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  }

  // dashboard/map/static/article/place_words.js
  var DOUBTS = { sure: "", likely: "less sure", unsure: "unsure" };
  function placeInWords(place2, ink2) {
    const groups = place2.groups.map(([group2, count]) => `${ink2.groups[group2]?.label ?? group2} ${count}`).join(", ");
    const mentions = place2.count === 1 ? "1 mention" : `${place2.count} mentions`;
    const doubts = [DOUBTS[place2.certainty], place2.km ? "position approximate" : ""].filter(Boolean);
    return [`${place2.name}, ${mentions} (${groups})`, ...doubts].join(", ");
  }

  // dashboard/map/static/article/selection.js
  var BEFORE_FLIGHT_MS = 150;
  function select(id, flies) {
    const { wanted } = state;
    if (!wanted || wanted.selected === id) return;
    state.wanted = { ...wanted, selected: id };
    markSelected();
    if (flies) setTimeout(() => {
      if (state.wanted?.selected === id) follow(id, true);
    }, BEFORE_FLIGHT_MS);
  }
  function choose(id) {
    const { lat, lng } = state.map.getCenter();
    select(id, false);
    tellPage({ select: id, center: [lat, lng], zoom: state.map.getZoom() });
  }
  function markSelected() {
    for (const marker of state.markers) {
      const isSelected = marker.place.id === state.wanted?.selected;
      if (marker.place.selected === isSelected) continue;
      marker.place.selected = isSelected;
      marker.fire("add");
    }
    onlyStop(state.markers, find(state.wanted?.selected) ?? state.markers[0]);
    drawAreas();
  }

  // dashboard/map/static/article/step_aside.js
  var FAR = 34;
  var ROUNDS = 14;
  var MOST = 400;
  function stepAside(discs, size) {
    const bodies = discs.map(({ x, y, r }, i) => {
      const turn = i * 2.4;
      return { home: { x, y }, r, x: x + 0.5 * Math.cos(turn), y: y + 0.5 * Math.sin(turn) };
    });
    if (bodies.length <= MOST) for (let round = 0; round < ROUNDS; round++) part(bodies);
    return bodies.map(({ home, r, x, y }) => {
      const dx = x - home.x, dy = y - home.y, far = Math.hypot(dx, dy);
      const scale = far < 1 ? 0 : Math.min(1, FAR / far);
      return [uncut(home.x, Math.round(dx * scale), r, size.x), uncut(home.y, Math.round(dy * scale), r, size.y)];
    });
  }
  function part(bodies) {
    bodies.forEach((a, i) => {
      for (const b of bodies.slice(i + 1)) {
        const dx = b.x - a.x, dy = b.y - a.y, apart = Math.hypot(dx, dy) || 0.1;
        const overlap = (a.r + b.r) * 0.85 - apart;
        if (overlap <= 0) continue;
        const share = a.r / (a.r + b.r), push = overlap * 0.6 / apart;
        a.x -= dx * push * (1 - share);
        a.y -= dy * push * (1 - share);
        b.x += dx * push * share;
        b.y += dy * push * share;
      }
    });
  }
  function uncut(from, by, r, length) {
    if (from < 0 || from > length) return by;
    return Math.round(Math.max(r, Math.min(length - r, from + by)) - from);
  }

  // dashboard/map/static/article/markers.js
  function placeOf({ id, properties }) {
    return {
      ...properties,
      id,
      name: plain(properties.name),
      isSoft: properties.area && !properties.outline,
      selected: state.wanted?.selected === id
    };
  }
  function placeMarker(feature, home) {
    const place2 = placeOf(feature);
    const made = L.marker(home, {
      icon: L.divIcon({ className: "dl-place", html: "", iconSize: (
        /** @type {any} */
        null
      ) }),
      keyboard: true,
      riseOnHover: true,
      zIndexOffset: 1e3 - Math.round(place2.r * 20)
    });
    const marker = Object.assign(made, { place: place2, home, half: 0, shift: (
      /** @type {[number, number]} */
      [0, 0]
    ) });
    marker.on("add", () => dress(marker));
    marker.on("click", () => choose(place2.id));
    return marker;
  }
  function dress(marker) {
    const { place: place2 } = marker, node = marker.getElement();
    if (!node) return;
    const { svg, half } = symbol(place2, state.ink);
    node.replaceChildren(svg);
    Object.assign(node.style, { width: `${2 * half}px`, height: `${2 * half}px` });
    node.classList.toggle("dl-selected", place2.selected);
    node.dataset.place = place2.id;
    node.setAttribute("aria-label", placeInWords(place2, state.ink));
    node.setAttribute("aria-pressed", String(place2.selected));
    marker.half = half;
    shift(marker, [0, 0]);
    if (marker.getTooltip()) return;
    marker.bindTooltip(tooltipOf(place2), { direction: "top", offset: [0, -half + 4], opacity: 1 });
    listen(marker, node);
  }
  function listen(marker, node) {
    const { id } = marker.place;
    node.addEventListener("mouseenter", () => point(id));
    node.addEventListener("mouseleave", () => point(""));
    node.addEventListener("focus", () => {
      state.focused = id;
      if (node.matches(":focus-visible")) point(id);
    });
    node.addEventListener("blur", () => {
      point("");
      setTimeout(() => {
        if (node.isConnected && state.focused === id) state.focused = "";
      });
    });
    node.addEventListener("keydown", (event) => {
      stepFrom(event, marker, state.markers);
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      state.refocus = id;
      marker.fire("click", { latlng: marker.getLatLng() }, true);
    });
  }
  function shift(marker, by) {
    marker.shift = by;
    const node = marker.getElement();
    if (node) Object.assign(node.style, { marginLeft: `${by[0] - marker.half}px`, marginTop: `${by[1] - marker.half}px` });
  }
  function spreadMarkers() {
    const { map: map2, markers } = state;
    const discs = markers.map((marker) => {
      const { x, y } = map2.latLngToContainerPoint(marker.getLatLng());
      return { x, y, r: radiusOf(marker.place) };
    });
    stepAside(discs, map2.getSize()).forEach((by, nth) => {
      const marker = markers[nth];
      if (marker) shift(marker, by);
    });
  }
  function keepBadgesInView() {
    const view = state.map.getBounds().pad(-0.06);
    for (const marker of state.markers) {
      const { place: { outline }, home } = marker;
      if (outline) marker.setLatLng((view.contains(home) ? null : countryWithin(outline, view)) ?? home);
    }
  }

  // dashboard/map/static/article/map.js
  var BOUNDS = [[-85, -169], [85, 191]];
  var credited = [];
  function start(map2, ink2) {
    Object.assign(state, { map: map2, ink: ink2 });
    keepTooltipsInFrame();
    openToThePoles(map2);
    map2.setMaxZoom(MAX_ZOOM);
    confine(map2, widestView(map2.getSize()), BOUNDS);
    map2.getContainer().classList.toggle("dl-dark", ink2.dark);
    map2.getContainer().style.setProperty("--dl-paper", ink2.halo);
    map2.attributionControl.setPrefix("Leaflet");
    map2.attributionControl.addAttribution("Natural Earth · GeoNames");
    state.ready = Promise.all([drawBase(map2, ink2), styled()]).then(resized);
    state.labels = new Labels(ink2).addTo(map2);
    state.legend = legend(map2, ink2);
    const fitButton = button("Fit all", () => fit(true));
    fitButton.title = "Show all places";
    addControl(map2, "topright", fitButton);
    addControl(map2, "bottomleft", state.legend);
    listen2(map2);
  }
  function listen2(map2) {
    const touch = () => {
      state.touched = true;
      state.heading = null;
    };
    for (const kind of ["pointerdown", "wheel", "keydown", "touchstart"]) {
      map2.getContainer().addEventListener(kind, touch, { passive: true, capture: true });
    }
    map2.on("moveend", () => {
      state.destination = null;
      if (state.touched) sendCamera();
      arrange();
      hintAgain();
      keepGhostInView();
    });
    map2.on("dateline:outlines", () => {
      drawAreas();
      arrange();
    });
    new ResizeObserver(resized).observe(map2.getContainer());
    sendNoCamera();
  }
  function resized() {
    const { map: map2, wanted } = state, box = map2.getContainer(), size = map2.getSize();
    if (box.clientWidth === size.x && box.clientHeight === size.y) return;
    map2.invalidateSize({ pan: false });
    confine(map2, widestView(map2.getSize()), BOUNDS);
    if (state.touched || !wanted || !state.markers.length) return;
    state.heading = null;
    move(wanted, false);
  }
  function show2(group2, wanted) {
    const before2 = state.wanted, isCommand = !before2 || before2.seq !== wanted.seq;
    state.wanted = isCommand ? wanted : { ...wanted, selected: before2.selected };
    state.group = group2;
    listenToPage(wanted.channel, hear);
    credit(wanted.credits ?? []);
    state.ready.then(() => {
      if (state.group !== group2) return;
      state.markers = /** @type {PlaceMarker[]} */
      markersOf(group2);
      markSelected();
      if (isCommand) move(wanted, Boolean(before2));
      arrange();
      point("");
      refocus();
      hintAgain();
      state.map.getContainer().classList.add("dl-ready");
    });
  }
  function hear(message) {
    if (message.hint !== void 0) hint(message.hint);
    if (message.ghost !== void 0) showGhost(message.ghost);
    if (message.select !== void 0) select(message.select, Boolean(message.follow));
  }
  function credit(credits2) {
    const control = state.map.attributionControl;
    for (const one of credited) control.removeAttribution(one);
    for (const one of credits2) control.addAttribution(one);
    credited = credits2;
  }
  function arrange() {
    const { map: map2, markers, labels } = state;
    if (!isLoaded(map2)) return;
    keepBadgesInView();
    spreadMarkers();
    labels.name(markers.map((marker) => ({
      text: marker.place.name,
      code: marker.place.outline || "",
      shift: marker.shift,
      point: [marker.getLatLng().lat, marker.getLatLng().lng],
      radius: radiusOf(marker.place) + (marker.place.selected ? 5 : 0)
    })));
  }
  function refocus() {
    const isFree = document.activeElement === document.body;
    const marker = find(state.refocus || (isFree ? state.focused : ""));
    state.refocus = null;
    marker?.getElement()?.focus({ preventScroll: true });
  }

  // dashboard/map/static/article/one_file_page.js
  var { ink, features, credits } = JSON.parse(document.getElementById("page")?.textContent ?? "");
  var map = L.map("map", { zoomSnap: 0.25, wheelPxPerZoomLevel: 90 }).setView([25, 20], 2);
  start(map, ink);
  var group = L.featureGroup().addTo(map);
  L.geoJSON(
    /** @type {any} */
    features,
    { pointToLayer: (
      /** @type {any} */
      placeMarker
    ) }
  ).addTo(group);
  var places = (
    /** @type {HTMLDetailsElement[]} */
    [...document.querySelectorAll(".place")]
  );
  var marks = (
    /** @type {HTMLElement[]} */
    [...document.querySelectorAll("mark[data-place]")]
  );
  function select2(id, from) {
    for (const place2 of places) {
      const isChosen = place2.dataset.place === id;
      place2.classList.toggle("chosen", isChosen);
      if (isChosen && from !== "list") place2.open = true;
      if (isChosen && from !== "list" && !isPhone()) place2.scrollIntoView({ block: "nearest" });
    }
    for (const mark of marks) mark.classList.toggle("lit", mark.dataset.place === id);
    const first = marks.find((mark) => mark.dataset.place === id);
    if (first && from !== "text") first.scrollIntoView({ block: isPhone() ? "start" : "center" });
    if (from !== "map") select(id, true);
  }
  function isPhone() {
    return matchMedia("(max-width: 700px)").matches;
  }
  tellInstead((message) => {
    if (message.select !== void 0) select2(message.select, "map");
    if (message.hint !== void 0) light(message.hint);
  });
  function light(id) {
    for (const one of [...places, ...marks]) one.classList.toggle("hinted", one.dataset.place === id);
  }
  function placeAt({ target }) {
    const mark = target instanceof Element ? target.closest("mark[data-place]") : null;
    return mark instanceof HTMLElement ? mark.dataset.place ?? "" : "";
  }
  var text = document.querySelector("main");
  text?.addEventListener("click", (event) => {
    const id = placeAt(event);
    if (id) select2(id, "text");
  });
  text?.addEventListener("keydown", (event) => {
    const id = event.key === "Enter" || event.key === " " ? placeAt(event) : "";
    if (!id) return;
    event.preventDefault();
    select2(id, "text");
  });
  for (const kind of ["mouseover", "focusin"]) {
    text?.addEventListener(kind, (event) => {
      const id = placeAt(event);
      if (id) hint(id);
    });
  }
  for (const kind of ["mouseout", "focusout"]) {
    text?.addEventListener(kind, (event) => {
      if (placeAt(event)) hint("");
    });
  }
  for (const place2 of places) {
    const id = place2.dataset.place ?? "", summary = place2.querySelector("summary");
    summary?.addEventListener("click", () => select2(id, "list"));
    for (const kind of ["pointerenter", "focus"]) summary?.addEventListener(kind, () => hint(id));
    for (const kind of ["pointerleave", "blur"]) summary?.addEventListener(kind, () => hint(""));
  }
  show2(group, { seq: 1, center: null, zoom: null, selected: "", channel: "", credits });
  Object.assign(window, { dateline: state });
})();
