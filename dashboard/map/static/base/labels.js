// Names on the map, drawn on one canvas: first the places of the articles, then countries,
// then cities, each only where there is room.

import { load } from "./data_files.js";
import {
  boxForCity, boxForCountry, boxForPlace, countryStyle, fitsCountry, Frame, namedCities, PAD, Room,
} from "./label_layout.js";

/** @import { Colours } from "../records.js" */
/** @import { Rectangle } from "./label_layout.js" */
/** @typedef {[code: string, name: string, lat: number, lng: number, badgeLat: number, badgeLng: number, degrees: number]} CountryRow */
/** @typedef {[name: string, lat: number, lng: number, thousands: number, capital: number]} CityRow */
/** @typedef {{ text: string, point: [number, number], shift: [number, number], radius: number, code: string }} NamedPlace */
/** @typedef {{ name: string, lat: number, lng: number, thousands: number, isCapital: boolean }} City */

const FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";

export class Labels extends L.Layer {
  /** @param {Colours} ink */
  constructor(ink) {
    super();
    this.ink = ink;
    /** @type {CountryRow[]} */
    this.countries = [];
    /** @type {City[]} */
    this.cities = [];
    /** @type {NamedPlace[]} strongest first */
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
    this.canvas = /** @type {HTMLCanvasElement} */ (L.DomUtil.create("canvas", "leaflet-zoom-hide", pane));
    this.canvas.setAttribute("aria-hidden", "true");
    map.on("moveend viewreset resize", this.redraw, this);
    // A legend that is unfolded takes room.
    map.getContainer().addEventListener("toggle", () => this.redraw(), true);
    load("labels").then((/** @type {{ countries: CountryRow[], cities: CityRow[] }} */ file) => {
      this.countries = file.countries;
      this.cities = file.cities.map(([name, lat, lng, thousands, capital]) => ({ name, lat, lng, thousands, isCapital: Boolean(capital) }));
      this.redraw();
    }, () => undefined);
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
    return this.countries.find((row) => row[0] === code)?.[1] || code;
  }

  redraw() {
    const map = this._map, { canvas } = this;
    if (!map || !canvas || !isLoaded(map)) return;
    const size = map.getSize(), frame = new Frame(size);
    const origin = map.containerPointToLayerPoint(size.multiplyBy(-PAD).round());
    L.DomUtil.setPosition(canvas, origin);
    const pen = penOn(canvas, frame);
    const at = (/** @type {number} */ lat, /** @type {number} */ lng) => map.latLngToLayerPoint([lat, lng]).subtract(origin);
    new Drawing(pen, this.ink, frame, at).all(this, map.getZoom(), controlsOver(map));
  }
}

/** @param {L.Map} map */
export function isLoaded(map) {
  return Boolean(/** @type {L.Map & { _loaded?: boolean }} */ (map)._loaded);
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Frame} frame
 */
function penOn(canvas, { width, height }) {
  const ratio = window.devicePixelRatio || 1;
  Object.assign(canvas, { width: width * ratio, height: height * ratio });
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.scale(ratio, ratio);
  return Object.assign(pen, { textBaseline: "middle", lineJoin: "round" });
}

/**
 * What lies over the map, in pixels of the canvas: a name half under it cannot be read.
 * @param {L.Map} map
 * @returns {Rectangle[]}
 */
function controlsOver(map) {
  const ground = map.getContainer(), frame = ground.getBoundingClientRect(), size = map.getSize();
  const x = size.x * PAD - frame.left, y = size.y * PAD - frame.top;
  return [...ground.querySelectorAll(".leaflet-control")].map((control) => {
    const box = control.getBoundingClientRect();
    return [box.left + x, box.top + y, box.right + x, box.bottom + y];
  });
}

/** One drawing of all names. */
class Drawing {
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
    for (const row of countries) if (!named.has(row[0])) this.country(row, zoom);
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
}
