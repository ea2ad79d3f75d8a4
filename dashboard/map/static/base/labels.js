/* Names on the map, drawn on one canvas: first the places of the articles, then countries,
   then cities, each only where there is room. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  const PAD = 0.25;
  const FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";
  /* Thousands of people a city needs to be named, by zoom level; capitals need a fifth. */
  const PEOPLE = [1e9, 1e9, 1e9, 9000, 3500, 1000, 400, 180, 70, 0];

  function needed(zoom) {
    return PEOPLE[Math.min(PEOPLE.length - 1, Math.max(0, Math.floor(zoom + 0.25)))];
  }

  /* Where a name of width w may stand around a disc: left edge and middle, best first. */
  function spotsAround(x, y, r, w) {
    const gap = r + 4, near = 0.75 * r + 4, up = y - 0.7 * r - 6, down = y + 0.7 * r + 6;
    return [
      [x + gap, y], [x - gap - w, y], [x - w / 2, y + gap + 6], [x - w / 2, y - gap - 6],
      [x + near, up], [x + near, down], [x - near - w, up], [x - near - w, down],
    ];
  }

  /* Rectangles already taken, in pixels of the canvas. */
  class Room {
    constructor() { this.taken = []; }
    free(box) {
      return this.taken.every((t) =>
        box[0] > t[2] || box[2] < t[0] || box[1] > t[3] || box[3] < t[1]);
    }
    take(box) { this.taken.push(box); }
  }

  dateline.Labels = L.Layer.extend({
    initialize(ink) {
      this.ink = ink;
      this.data = { countries: [], cities: [] };
      this.places = [];
    },

    onAdd(map) {
      map.createPane("labels").style.zIndex = 450;
      map.getPane("labels").style.pointerEvents = "none";
      this.canvas = L.DomUtil.create("canvas", "leaflet-zoom-hide", map.getPane("labels"));
      this.canvas.setAttribute("aria-hidden", "true");
      map.on("moveend viewreset resize", this.redraw, this);
      // A legend that is unfolded takes room.
      map.getContainer().addEventListener("toggle", () => this.redraw(), true);
      dateline.load("labels").then((data) => { this.data = data; this.redraw(); }, () => undefined);
    },

    /* places: [{ text, point: [lat, lng], shift: [x, y], radius, code }], strongest first. */
    name(places) { this.places = places; this.redraw(); },

    redraw() {
      const map = this._map;
      if (!map || !map._loaded) return;
      const size = map.getSize();
      const origin = map.containerPointToLayerPoint(size.multiplyBy(-PAD).round());
      this.size = size.multiplyBy(1 + 2 * PAD);
      L.DomUtil.setPosition(this.canvas, origin);
      this._clear();
      this.at = (lat, lng) => map.latLngToLayerPoint([lat, lng]).subtract(origin);
      this._drawAll(map.getZoom());
    },

    _clear() {
      const ratio = window.devicePixelRatio || 1;
      Object.assign(this.canvas, { width: this.size.x * ratio, height: this.size.y * ratio });
      Object.assign(this.canvas.style, { width: this.size.x + "px", height: this.size.y + "px" });
      this.pen = this.canvas.getContext("2d");
      this.pen.scale(ratio, ratio);
      Object.assign(this.pen, { textBaseline: "middle", lineJoin: "round" });
    },

    _drawAll(zoom) {
      const room = new Room();
      this._controls().forEach((box) => room.take(box));
      this.places.forEach((place) => {
        const { x, y } = this._center(place);
        const r = place.radius;
        room.take([x - r, y - r, x + r, y + r]);
      });
      this.places.forEach((place) => this._place(place, room));
      this._countries(zoom, room);
      this._cities(zoom, room);
    },

    /* What lies over the map, in pixels of the canvas: a name half under it cannot be read. */
    _controls() {
      const frame = this._map.getContainer().getBoundingClientRect(), size = this._map.getSize();
      const [x, y] = [size.x * PAD - frame.left, size.y * PAD - frame.top];
      return [...this._map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
        const box = control.getBoundingClientRect();
        return [box.left + x, box.top + y, box.right + x, box.bottom + y];
      });
    },

    _center(place) {
      const point = this.at(place.point[0], place.point[1]);
      return L.point(point.x + place.shift[0], point.y + place.shift[1]);
    },

    _place(place, room) {
      this.pen.font = `600 12.5px ${FAMILY}`;
      const w = this.pen.measureText(place.text).width, { x, y } = this._center(place);
      const spots = spotsAround(x, y, place.radius, w);
      const boxes = spots.map(([left, middle]) => [left - 2, middle - 8, left + w + 2, middle + 8]);
      const free = boxes.filter((box) => room.free(box) && this._isWhole(box));
      const box = free.find((one) => this._inView(one)) || this._within(boxes, room) || free[0];
      if (!box) return;
      room.take(box);
      this._write(place.text, box[0] + 2, box[1] + 8, this.ink.placeText, 4);
    },

    /* A free box above or below the disc, moved sideways into the frame that it is cut by. */
    _within(boxes, room) {
      const x = this._map.getSize().x, least = x * PAD + 2, most = x * (1 + PAD) - 2;
      const moved = boxes.slice(2, 4).map((box) => {
        const by = Math.max(least - box[0], 0) - Math.max(box[2] - most, 0);
        return [box[0] + by, box[1], box[2] + by, box[3]];
      });
      const middle = (boxes[2][0] + boxes[2][2]) / 2;
      return middle > least && middle < most ? moved.find((box) => room.free(box) && this._inView(box)) : undefined;
    },

    /* Whether the box lies in the frame, which is smaller than the canvas by PAD. */
    _inView(box) {
      const { x, y } = this._map.getSize();
      return box[0] > x * PAD && box[2] < x * (1 + PAD) && box[1] > y * PAD && box[3] < y * (1 + PAD);
    },

    /* Whether the frame's edge does not cut the box: beside the frame it waits to be dragged in. */
    _isWhole(box) {
      const { x, y } = this._map.getSize();
      return this._inView(box)
        || box[2] < x * PAD || box[0] > x * (1 + PAD) || box[3] < y * PAD || box[1] > y * (1 + PAD);
    },

    _countries(zoom, room) {
      const named = new Set(this.places.map((place) => place.code));
      const perDegree = (256 * 2 ** zoom) / 360;
      for (const [code, name, lat, lng, , , width] of this.data.countries) {
        const point = this.at(lat, lng);
        if (named.has(code) || !this._sees(point)) continue;
        const text = zoom < 5 ? name : name.toUpperCase();
        this.pen.font = `500 ${zoom < 4 ? 10.5 : 11.5}px ${FAMILY}`;
        this.pen.letterSpacing = zoom < 5 ? "0.3px" : "1.5px";
        const w = this.pen.measureText(text).width;
        if (w < width * perDegree * 1.15 || zoom >= 7) this._centered(text, point, w, room);
        this.pen.letterSpacing = "0px";
      }
    },

    _centered(text, point, w, room) {
      const by = this._inwards(point, w / 2 + 3), x = point.x + by;
      const box = [x - w / 2 - 3, point.y - 8, x + w / 2 + 3, point.y + 8];
      if (!room.free(box) || !this._isWhole(box)) return;
      room.take(box);
      this._write(text, x - w / 2, point.y, this.ink.countryText, 3);
    },

    /* How far to move a name of this half width into the frame that its point lies in. */
    _inwards(point, half) {
      const { x } = this._map.getSize(), least = x * PAD + 2, most = x * (1 + PAD) - 2;
      if (point.x < least || point.x > most) return 0;
      return Math.max(least + half - point.x, 0) - Math.max(point.x + half - most, 0);
    },

    _cities(zoom, room) {
      const people = needed(zoom);
      for (const [name, lat, lng, thousands, capital] of this.data.cities) {
        if (thousands < people * 0.2) break;
        if (thousands < people && !capital) continue;
        const point = this.at(lat, lng);
        if (this._sees(point)) this._city(name, point, capital, room);
      }
    },

    _city(name, point, capital, room) {
      this.pen.font = `${capital ? 500 : 400} 11px ${FAMILY}`;
      const w = this.pen.measureText(name).width, { x, y } = point;
      const boxes = [[x - 4, y - 7, x + w + 9, y + 7], [x - w - 9, y - 7, x + 4, y + 7]];
      const box = boxes.find((one) => room.free(one) && this._isWhole(one));
      if (!box) return;
      room.take([box[0] - 4, box[1] - 3, box[2] + 4, box[3] + 3]);
      this.pen.fillStyle = this.ink.cityText;
      this.pen.beginPath();
      this.pen.arc(x, y, capital ? 2.4 : 1.7, 0, 7);
      this.pen.fill();
      this._write(name, box[0] + (box === boxes[0] ? 9 : 4), y, this.ink.cityText, 3);
    },

    _sees(point) {
      return point.x > 0 && point.y > 0 && point.x < this.size.x && point.y < this.size.y;
    },

    _write(text, x, y, color, halo) {
      this.pen.strokeStyle = this.ink.halo;
      this.pen.lineWidth = halo;
      this.pen.strokeText(text, x, y);
      this.pen.fillStyle = color;
      this.pen.fillText(text, x, y);
    },
  });
})(window.dateline);
