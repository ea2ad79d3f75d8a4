"use strict";
(() => {
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
    const text = document.getElementById(`data-${name}`)?.textContent;
    return text ? Promise.resolve(JSON.parse(text)) : null;
  }
  function fetchAhead(name) {
    if (folder && !document.getElementById(`data-${name}`)) load(name);
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
  function ringOf(arcs, ring) {
    const points = [];
    for (const index of ring) {
      const line = index >= 0 ? arcs[index] ?? [] : [...arcs[~index] ?? []].reverse();
      for (const point of points.length ? line.slice(1) : line) points.push(point);
    }
    return points;
  }
  function unpack(file) {
    const arcs = file.arcs.map(decode);
    const linesOf = (indexes) => indexes.map((index) => arcs[index] ?? []);
    const made = {
      land: [],
      disputed: [],
      ice: file.ice.map((ring) => [decode(ring)]),
      byCode: {},
      lines: {
        claims: file.claims.map(decode),
        coast: linesOf(file.coast),
        border: linesOf(file.border),
        disputed: linesOf(file.disputed)
      }
    };
    for (const country2 of file.countries) {
      const polygons = country2.p.map((rings) => rings.map((ring) => ringOf(arcs, ring)));
      (country2.d ? made.disputed : made.land).push(...polygons);
      if (country2.c) (made.byCode[country2.c] ??= []).push(...polygons);
    }
    return made;
  }

  // dashboard/map/static/base/basemap.js
  var drawn = { outlines: null, coarse: null };
  var base = null;
  var canvas = null;
  function polygonsOf(code) {
    return drawn.outlines?.byCode[code];
  }
  function paint(map, outlines, ink) {
    canvas ??= L.canvas({ pane: "base", padding: 0.6 });
    const common = { renderer: canvas, pane: "base", interactive: false, smoothFactor: 0.7 };
    const fill = (rings, color) => L.polygon(rings, { ...common, stroke: false, fillColor: color, fillOpacity: 1 });
    const line = (lines, style) => L.polyline(lines, { ...common, ...style });
    const dashed = { color: ink.disputed, weight: 1, dashArray: "3 3" };
    return L.layerGroup([
      fill(outlines.land, ink.land),
      fill(outlines.ice, ink.ice),
      fill(outlines.disputed, ink.unsettled),
      line(outlines.lines.coast, { color: ink.coast, weight: 0.8 }),
      line(outlines.lines.border, { color: ink.border, weight: 0.9 }),
      line(outlines.lines.disputed, dashed),
      line(outlines.lines.claims, dashed)
    ]).addTo(map);
  }
  function draw(map, name, ink) {
    return load(name).then((file) => {
      const before = base, outlines = unpack(file);
      drawn.outlines = outlines;
      drawn.coarse ??= outlines;
      base = paint(map, outlines, ink);
      before?.remove();
      map.fire("dateline:outlines");
    });
  }
  function drawBase(map, ink) {
    map.createPane("base").style.zIndex = "150";
    map.getContainer().style.background = ink.water;
    const fine = () => draw(map, "countries-50m", ink);
    const coarse = draw(map, "countries-110m", ink);
    coarse.then(() => setTimeout(fine, 60), fine);
    return coarse.catch(() => void 0);
  }

  // dashboard/map/static/base/dom.js
  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }
  var SVG = "http://www.w3.org/2000/svg";
  function svgElement(name, attributes, parent) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    if (parent) parent.appendChild(made);
    return made;
  }
  function button(words, press2) {
    const made = element("button", "dl-button", words);
    made.type = "button";
    made.addEventListener("click", press2);
    return made;
  }
  function addControl(map, position, content) {
    const made = new L.Control({ position });
    made.onAdd = () => {
      L.DomEvent.disableClickPropagation(content);
      L.DomEvent.disableScrollPropagation(content);
      return content;
    };
    made.addTo(map);
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
  function boxForCountry(point, width, room, frame) {
    const x = point.x + frame.inwards(point.x, width / 2 + 3);
    const box = [x - width / 2 - 3, point.y - 8, x + width / 2 + 3, point.y + 8];
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
    constructor(ink) {
      super();
      this.ink = ink;
      this.countries = [];
      this.cities = [];
      this.places = [];
    }
    /**
     * @override
     * @param {L.Map} map
     */
    onAdd(map) {
      const pane = map.createPane("labels");
      pane.style.zIndex = "450";
      pane.style.pointerEvents = "none";
      this.canvas = /** @type {HTMLCanvasElement} */
      L.DomUtil.create("canvas", "leaflet-zoom-hide", pane);
      this.canvas.setAttribute("aria-hidden", "true");
      map.on("moveend viewreset resize", this.redraw, this);
      map.getContainer().addEventListener("toggle", () => this.redraw(), true);
      load("labels").then((file) => {
        this.countries = file.countries;
        this.cities = file.cities.map(([name, lat, lng, thousands, capital]) => ({ name, lat, lng, thousands, isCapital: Boolean(capital) }));
        this.redraw();
      }, () => void 0);
      return this;
    }
    /** @param {NamedPlace[]} places strongest first */
    name(places) {
      this.places = places;
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
      const map = this._map, { canvas: canvas3 } = this;
      if (!map || !canvas3 || !isLoaded(map)) return;
      const size = map.getSize(), frame = new Frame(size);
      const origin = map.containerPointToLayerPoint(size.multiplyBy(-PAD).round());
      L.DomUtil.setPosition(canvas3, origin);
      const pen = penOn(canvas3, frame);
      const at = (lat, lng) => map.latLngToLayerPoint([lat, lng]).subtract(origin);
      new Drawing(pen, this.ink, frame, at).all(this, map.getZoom(), controlsOver(map));
    }
  };
  function isLoaded(map) {
    return Boolean(
      /** @type {L.Map & { _loaded?: boolean }} */
      map._loaded
    );
  }
  function penOn(canvas3, { width, height }) {
    const ratio = window.devicePixelRatio || 1;
    Object.assign(canvas3, { width: width * ratio, height: height * ratio });
    Object.assign(canvas3.style, { width: `${width}px`, height: `${height}px` });
    const pen = (
      /** @type {CanvasRenderingContext2D} */
      canvas3.getContext("2d")
    );
    pen.scale(ratio, ratio);
    return Object.assign(pen, { textBaseline: "middle", lineJoin: "round" });
  }
  function controlsOver(map) {
    const ground = map.getContainer(), frame = ground.getBoundingClientRect(), size = map.getSize();
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
    constructor(pen, ink, frame, at) {
      this.pen = pen;
      this.ink = ink;
      this.frame = frame;
      this.at = at;
      this.room = new Room();
    }
    /**
     * @param {Labels} labels
     * @param {number} zoom
     * @param {Rectangle[]} taken
     */
    all({ places, countries, cities }, zoom, taken) {
      for (const box of taken) this.room.take(box);
      for (const place of places) {
        const { x, y } = this.center(place), r = place.radius;
        this.room.take([x - r, y - r, x + r, y + r]);
      }
      for (const place of places) this.place(place);
      const named = new Set(places.map((place) => place.code));
      for (const row2 of countries) if (!named.has(row2[0])) this.country(row2, zoom);
      for (const city of namedCities(cities, zoom)) this.city(city);
    }
    /** @param {NamedPlace} place */
    center({ point, shift }) {
      const { x, y } = this.at(point[0], point[1]);
      return { x: x + shift[0], y: y + shift[1] };
    }
    /** @param {NamedPlace} place */
    place(place) {
      this.pen.font = `600 12.5px ${FAMILY}`;
      const { width } = this.pen.measureText(place.text);
      const box = boxForPlace(this.center(place), place.radius, width, this.room, this.frame);
      if (!box) return;
      this.room.take(box);
      this.write(place.text, box[0] + 2, box[1] + 8, this.ink.placeText, 4);
    }
    /**
     * @param {CountryRow} row
     * @param {number} zoom
     */
    country([, name, lat, lng, , , degrees], zoom) {
      const point = this.at(lat, lng);
      if (!this.frame.isOnCanvas(point)) return;
      const { text, size, spacing } = countryStyle(name, zoom);
      this.pen.font = `500 ${size}px ${FAMILY}`;
      this.pen.letterSpacing = spacing;
      const { width } = this.pen.measureText(text);
      const box = fitsCountry(width, degrees, zoom) ? boxForCountry(point, width, this.room, this.frame) : null;
      if (box) {
        this.room.take(box);
        this.write(text, box[0] + 3, point.y, this.ink.countryText, 3);
      }
      this.pen.letterSpacing = "0px";
    }
    /** @param {City} city */
    city({ name, lat, lng, isCapital }) {
      const point = this.at(lat, lng);
      if (!this.frame.isOnCanvas(point)) return;
      this.pen.font = `${isCapital ? 500 : 400} 11px ${FAMILY}`;
      const found = boxForCity(point, this.pen.measureText(name).width, this.room, this.frame);
      if (!found) return;
      const [left, top, right, bottom] = found.box;
      this.room.take([left - 4, top - 3, right + 4, bottom + 3]);
      this.pen.fillStyle = this.ink.cityText;
      this.pen.beginPath();
      this.pen.arc(point.x, point.y, isCapital ? 2.4 : 1.7, 0, 7);
      this.pen.fill();
      this.write(name, found.text, point.y, this.ink.cityText, 3);
    }
    /**
     * @param {string} text
     * @param {number} x
     * @param {number} y
     * @param {string} color
     * @param {number} halo
     */
    write(text, x, y, color, halo) {
      this.pen.strokeStyle = this.ink.halo;
      this.pen.lineWidth = halo;
      this.pen.strokeText(text, x, y);
      this.pen.fillStyle = color;
      this.pen.fillText(text, x, y);
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
  function markersOf(group) {
    const found = [];
    group.eachLayer((layer) => {
      if (layer instanceof L.Marker && "place" in layer) found.push(layer);
      else if (layer instanceof L.LayerGroup) found.push(...markersOf(layer));
    });
    return found;
  }

  // dashboard/map/static/base/names.js
  function plain(encoded) {
    return encoded.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  }

  // dashboard/map/static/base/tooltip_place.js
  var EDGE = 4;
  function moveInto(from, to, least, most) {
    return Math.max(least + EDGE - from, 0) || -Math.max(to - most + EDGE, 0);
  }

  // dashboard/map/static/base/tooltips.js
  function keepTooltipsInFrame() {
    const place = (
      /** @type {Inside} */
      L.Tooltip.prototype._setPosition
    );
    L.Tooltip.include({
      /**
       * @this {Inside}
       * @param {L.Point} point
       */
      _setPosition(point) {
        place.call(this, point);
        const { _map: map, _container: box } = this;
        const frame = map.getContainer().getBoundingClientRect(), at = box.getBoundingClientRect();
        if (!L.bounds([0, 0], map.getSize()).contains(map.layerPointToContainerPoint(point))) return;
        const x = moveInto(at.left, at.right, frame.left, frame.right);
        let y = moveInto(at.top, at.bottom, frame.top, frame.bottom);
        if (y > 0 && this.options.direction === "top") y = at.height - 2 * L.point(this.options.offset ?? [0, 0]).y;
        if (x || y) L.DomUtil.setPosition(box, L.DomUtil.getPosition(box).add([x, y]));
      }
    });
  }

  // dashboard/map/static/base/world.js
  function openToThePoles(map) {
    const projection = L.extend({}, L.Projection.SphericalMercator, { MAX_LATITUDE: 89.99 });
    map.options.crs = L.extend({}, L.CRS.EPSG3857, { projection });
  }
  function confine(map, { lat, lng, zoom }, bounds) {
    const half = map.getSize().divideBy(2), middle = map.project([lat, lng], zoom);
    const seen = [middle.subtract(half), middle.add(half)].map((point) => map.unproject(point, zoom));
    map.setMinZoom(zoom).setMaxBounds(L.latLngBounds(bounds).extend(L.latLngBounds(seen)));
  }

  // dashboard/map/static/base/world_view.js
  var WEST = -169;
  var EAST = 191;
  var PEOPLED = { south: -56, north: 72 };
  var TILE = 256;
  function mercator(lat) {
    return TILE * (0.5 - Math.asinh(Math.tan(lat * Math.PI / 180)) / (2 * Math.PI));
  }
  function latitude(y) {
    return Math.atan(Math.sinh((0.5 - y / TILE) * 2 * Math.PI)) * 180 / Math.PI;
  }
  function worldView(size, reach, room) {
    const bottom = mercator(Math.min(PEOPLED.south, reach[0])), top = mercator(Math.max(PEOPLED.north, reach[1]));
    const times = Math.min((size.x - 2 * room) / TILE, (size.y - 2 * room) / (bottom - top));
    return { lat: latitude((top + bottom) / 2), lng: (WEST + EAST) / 2, zoom: Math.log2(Math.max(1, times)) };
  }

  // dashboard/map/static/atlas/channel.js
  var channel = null;
  function tellPage(message) {
    channel?.postMessage({ to: "page", ...message });
  }
  function isListening() {
    return channel !== null;
  }
  function listenToPage(name, onHello) {
    if (!name || channel?.name === name) return;
    channel?.close();
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => {
      if (data.to === "map" && data.hello) onHello();
    };
  }

  // dashboard/map/static/atlas/state.js
  var state = (
    /** @type {State} */
    {
      ready: Promise.resolve(),
      wanted: null,
      group: null,
      markers: (
        /** @type {DiscMarker[]} */
        []
      ),
      shades: null,
      ring: null,
      touched: false,
      refocus: false
    }
  );

  // dashboard/map/static/atlas/camera.js
  var ROOM = 28;
  var FLIGHT_S = 0.5;
  var REST_MS = 120;
  var HEADING_MS = 40;
  var timer = 0;
  var toldCamera = "";
  function widest() {
    return worldView(state.map.getSize(), state.wanted?.reach ?? [0, 0], ROOM);
  }
  function tellCamera(heading = null) {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const { map } = state, { x, y } = map.getSize();
      const { lat, lng } = heading?.center ?? map.getCenter(), zoom = heading?.zoom ?? map.getZoom();
      const camera = {
        center: (
          /** @type {[number, number]} */
          [lat, lng]
        ),
        zoom,
        size: (
          /** @type {[number, number]} */
          [x, y]
        )
      };
      const text = JSON.stringify(camera);
      if (text === toldCamera || !isListening() || !x || !y) return;
      toldCamera = text;
      tellPage({ camera: { ...camera, moved: state.touched } });
    }, heading ? HEADING_MS : REST_MS);
  }
  function tellCameraAgain() {
    toldCamera = "";
    tellCamera();
  }
  function goToWorld(animate) {
    const { lat, lng, zoom } = widest();
    go([lat, lng], zoom, animate);
  }
  function go(center, zoom, animate) {
    const { map } = state;
    if (animate && !isStill()) {
      map.flyTo(center, zoom, { duration: FLIGHT_S });
      tellCamera({ center: L.latLng(center), zoom });
    } else {
      const { zoomSnap } = map.options;
      map.options.zoomSnap = 0;
      map.setView(center, zoom, { animate: false });
      map.options.zoomSnap = zoomSnap ?? 1;
      tellCamera();
    }
  }
  function move({ center, zoom }, animate) {
    state.touched = false;
    toldCamera = "";
    if (center) go(center, zoom ?? 4, animate);
    else goToWorld(animate);
  }

  // dashboard/map/static/atlas/disc_size.js
  function radiusOf({ r, names }) {
    return r + (names > 1 ? 4 : 0);
  }
  function halfOf(place) {
    return Math.max(14, Math.ceil(radiusOf(place) + 2));
  }
  function hasRoomFor(r, text) {
    return r >= 8 + 1.6 * text.length;
  }
  function nameRadius({ r, names }, isRinged) {
    return Math.max(r + (names > 1 ? 4 : 1), isRinged ? 28 : 0);
  }
  function zoomInto(zoom, fitting, most) {
    if (zoom >= most) return null;
    return { zoom: Math.min(most, Math.max(zoom + 1, Math.min(fitting, zoom + 4))), isTight: fitting < zoom + 1 };
  }

  // dashboard/map/static/atlas/words.js
  var short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
  function counted(number, noun) {
    return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  }
  function shortNumber(number) {
    return short.format(number);
  }
  function titleOf({ name, names }) {
    return names > 1 ? `${name} and ${names - 1} more` : name;
  }
  function labelOf({ name, names }) {
    return names > 1 ? `${name} +${names - 1}` : name;
  }
  function rangeOf(edges, nth) {
    const from = edges[nth] ?? 0, next = edges[nth + 1];
    if (next === void 0) return `${from.toLocaleString("en")} or more`;
    const to = next - 1;
    return from === to ? String(from) : `${from.toLocaleString("en")} – ${to.toLocaleString("en")}`;
  }

  // dashboard/map/static/atlas/discs.js
  var MAX_ZOOM = 12;
  function discSymbol(place, ink) {
    const { r, names } = place, half = halfOf(place), isArea = place.area && names === 1;
    const svg = svgElement("svg", {
      width: 2 * half,
      height: 2 * half,
      viewBox: `${-half} ${-half} ${2 * half} ${2 * half}`,
      "aria-hidden": "true"
    });
    svgElement("circle", { r: Math.max(12, radiusOf(place)), fill: "transparent" }, svg);
    if (names > 1) {
      svgElement("circle", { r: r + 2.5, fill: ink.halo, stroke: ink.accent, "stroke-width": 1.5 }, svg);
    }
    svgElement("circle", {
      r,
      fill: ink.accent,
      stroke: ink.halo,
      "stroke-width": 1.5,
      "fill-opacity": isArea ? 0.72 : 1
    }, svg);
    if (isArea) {
      svgElement("circle", { r: r - 1, fill: "none", stroke: ink.halo, "stroke-width": 1.2, "stroke-dasharray": "3 2.5" }, svg);
    }
    const text = shortNumber(place.count);
    if (hasRoomFor(r, text)) {
      svgElement("text", { fill: ink.onGroup, "text-anchor": "middle", y: 4, "font-size": 11, class: "count" }, svg).textContent = text;
    }
    return { svg, half };
  }
  function disc({ id, properties }, at) {
    const place = { ...properties, id, name: plain(properties.name) };
    const made = L.marker(at, {
      icon: L.divIcon({ className: "dl-place", html: "", iconSize: (
        /** @type {any} */
        null
      ) }),
      keyboard: true,
      riseOnHover: true,
      zIndexOffset: 1e3 - Math.round(place.r * 20)
    });
    const marker = Object.assign(made, { place });
    marker.on("add", () => dress(marker));
    marker.on("click", () => choose(marker));
    return marker;
  }
  function dress(marker) {
    const { place } = marker, node = marker.getElement(), title = titleOf(place);
    if (!node) return;
    const { svg, half } = discSymbol(place, state.ink);
    node.replaceChildren(svg);
    Object.assign(node.style, {
      width: `${2 * half}px`,
      height: `${2 * half}px`,
      marginLeft: `${-half}px`,
      marginTop: `${-half}px`
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
  function press(marker, event) {
    stepFrom(event, marker, state.markers);
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    state.refocus = true;
    choose(marker);
  }
  function choose(marker) {
    const { map } = state, { place } = marker;
    if (place.names < 2) return tellPage({ place: place.id });
    state.touched = true;
    const bounds = L.latLngBounds(place.box);
    const into = zoomInto(map.getZoom(), map.getBoundsZoom(bounds, false, L.point(60, 60)), MAX_ZOOM);
    if (!into) return tellPage({ place: place.id });
    go(into.isTight ? marker.getLatLng() : bounds.getCenter(), into.zoom, true);
  }

  // dashboard/map/static/atlas/legend.js
  function row(icon, text) {
    const line = element("li");
    line.append(icon, element("span", "", text));
    return line;
  }
  function sample(ink, place) {
    return discSymbol({ count: 0, area: false, names: 1, r: 7, ...place }, ink).svg;
  }
  function writeLegend(legend, { measure, shades: { edges } }, ink) {
    const shades = element("ul"), discs = element("ul"), what = measure === "article" ? "Articles" : "Mentions";
    edges.forEach((_, nth) => {
      const swatch = element("i", "dl-swatch");
      swatch.style.background = ink.shades[nth] ?? "";
      shades.append(row(swatch, rangeOf(edges, nth)));
    });
    discs.append(
      row(sample(ink, {}), `A place; size: ${what.toLowerCase()}`),
      row(sample(ink, { area: true }), "A country, region or larger"),
      row(sample(ink, { names: 2, r: 6 }), "Several places: zooms in")
    );
    const heading = edges.length ? [element("p", "", `${what} that name places in a country`), shades] : [];
    legend.lastElementChild?.replaceChildren(...heading, discs);
  }

  // dashboard/map/static/atlas/shades.js
  var shownAs = "";
  var shownOn = null;
  var canvas2 = null;
  function shade(wanted) {
    const { map, ink } = state, text = JSON.stringify([wanted.shades, wanted.chosen]);
    if (!drawn.outlines || text === shownAs && shownOn === drawn.outlines) return;
    [shownAs, shownOn] = [text, drawn.outlines];
    const before = state.shades, shades = L.layerGroup().addTo(map);
    state.shades = shades;
    for (const [code, [count, nth]] of Object.entries(wanted.shades.countries)) {
      const area = country(code, counted(count, wanted.measure), ink.shades[nth] ?? ink.land);
      if (area) shades.addLayer(area);
    }
    for (const code of wanted.chosen) {
      const rings = polygonsOf(code);
      if (rings) shades.addLayer(L.polygon(rings, { ...drawing(), fill: false, color: ink.accent, weight: 2.5, interactive: false }));
    }
    before?.remove();
  }
  function drawing() {
    const { map } = state;
    if (!canvas2) {
      map.createPane("shades").style.zIndex = "200";
      canvas2 = L.canvas({ pane: "shades", padding: 0.6 });
    }
    return { pane: "shades", renderer: canvas2, smoothFactor: 0.7 };
  }
  function country(code, count, fillColor) {
    const { ink, labels } = state, rings = polygonsOf(code);
    if (!rings) return null;
    const area = L.polygon(rings, {
      ...drawing(),
      fillColor,
      fillOpacity: 0.9,
      color: ink.border,
      weight: 0.8,
      bubblingMouseEvents: false
    });
    const box = element("span");
    box.append(element("b", "", labels.countryName(code)), ` · ${count}`);
    area.bindTooltip(box, { sticky: true, opacity: 1 });
    area.on("click", () => tellPage({ country: code }));
    area.on("mouseover", () => area.setStyle({ weight: 2, color: ink.accent }));
    area.on("mouseout", () => area.setStyle({ weight: 0.8, color: ink.border }));
    return Object.assign(area, { code });
  }

  // dashboard/map/static/atlas/atlas.js
  var BOUNDS = [[-84, -189], [85, 211]];
  var NAMED = 40;
  function startAtlas(map, ink) {
    Object.assign(state, { map, ink });
    keepTooltipsInFrame();
    openToThePoles(map);
    map.setMaxZoom(MAX_ZOOM);
    confine(map, widest(), BOUNDS);
    map.getContainer().classList.toggle("dl-dark", ink.dark);
    map.getContainer().style.setProperty("--dl-paper", ink.halo);
    map.attributionControl.setPrefix("Leaflet");
    map.attributionControl.addAttribution("Natural Earth · GeoNames");
    state.ready = Promise.all([drawBase(map, ink), styled()]);
    state.labels = new Labels(ink).addTo(map);
    const { x, y } = map.getSize();
    state.legend = legendBox("dl-legend is-flat", x > 560 && y > 560, element("div"));
    addControl(map, "topright", button("Whole world", () => {
      state.touched = true;
      goToWorld(true);
    }));
    addControl(map, "bottomleft", state.legend);
    listen(map);
  }
  function listen(map) {
    for (const kind of ["pointerdown", "wheel", "keydown", "touchstart"]) {
      map.getContainer().addEventListener(kind, () => {
        state.touched = true;
      }, { passive: true, capture: true });
    }
    map.on("zoomanim", (event) => tellCamera(event));
    map.on("moveend", () => {
      nameDiscs();
      tellCamera();
    });
    map.on("dateline:outlines", () => {
      if (state.wanted) shade(state.wanted);
    });
    new ResizeObserver(() => {
      map.invalidateSize({ pan: false });
      confine(map, widest(), BOUNDS);
      if (!state.touched && state.wanted && !state.wanted.center) goToWorld(false);
      tellCamera();
    }).observe(map.getContainer());
  }
  function showAtlas(group, wanted) {
    const before = state.wanted, isCommand = !before || before.seq !== wanted.seq;
    Object.assign(state, { wanted, group });
    listenToPage(wanted.channel, tellCameraAgain);
    state.ready.then(() => {
      if (state.group !== group) return;
      const { map } = state;
      state.markers = /** @type {DiscMarker[]} */
      markersOf(group);
      if (String(before?.reach) !== String(wanted.reach)) confine(map, widest(), BOUNDS);
      if (isCommand) move(wanted, Boolean(before));
      shade(wanted);
      writeLegend(state.legend, wanted, state.ink);
      drawRing(wanted.selected);
      onlyStop(state.markers, state.markers[0]);
      nameDiscs();
      if (state.refocus) state.markers[0]?.getElement()?.focus({ preventScroll: true });
      state.refocus = false;
      const ground = map.getContainer();
      ground.classList.add("dl-ready");
      ground.dataset.drawn = String(Number(ground.dataset.drawn ?? 0) + 1);
    });
  }
  function drawRing(selected) {
    state.ring?.remove();
    state.ring = null;
    if (!selected) return;
    const icon = L.divIcon({ className: "dl-ghost dl-chosen", html: "", iconSize: [54, 54] });
    state.ring = L.marker([selected.lat, selected.lon], { icon, interactive: false, keyboard: false, zIndexOffset: 5e3 }).bindTooltip(element("span", "", plain(selected.name)), { permanent: true, direction: "top", offset: [0, -28], opacity: 1 }).addTo(state.map);
  }
  function nameDiscs() {
    const { map, labels, markers, ring } = state;
    if (!isLoaded(map)) return;
    labels.name(markers.map((marker, nth) => {
      const at = marker.getLatLng(), isRinged = Boolean(ring?.getLatLng().equals(at, 1e-4));
      return {
        text: nth < NAMED ? labelOf(marker.place) : "",
        code: marker.place.outline,
        shift: [0, 0],
        point: [at.lat, at.lng],
        radius: nameRadius(marker.place, isRinged)
      };
    }));
  }

  // dashboard/map/static/atlas/frame.js
  fetchAhead("countries-110m");
  Object.assign(window, { dateline: Object.assign(state, { startAtlas, showAtlas, disc, tell: tellPage }) });
})();
