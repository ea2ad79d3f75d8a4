// Where names find room on the map. Boxes are [left, top, right, bottom] in pixels of the canvas,
// which is larger than the frame by PAD on each side.

/** @typedef {[number, number, number, number]} Rectangle */
/** @typedef {{ x: number, y: number }} Point */

/** How much larger the canvas is, as a share of the frame's size. */
export const PAD = 0.25;
/** Thousands of people a city needs to be named, by zoom level; capitals need a fifth. */
const PEOPLE = [1e9, 1e9, 1e9, 9000, 3500, 1000, 400, 180, 70, 0];
const CAPITAL = 0.2;

/**
 * Thousands of people a city needs to be named.
 * @param {number} zoom
 */
export function peopleNeeded(zoom) {
  return PEOPLE[Math.min(PEOPLE.length - 1, Math.max(0, Math.floor(zoom + 0.25)))] ?? 0;
}

/**
 * The cities named at a zoom, of those in falling order of people.
 * @template {{ thousands: number, isCapital: boolean }} City
 * @param {City[]} cities
 * @param {number} zoom
 */
export function namedCities(cities, zoom) {
  const people = peopleNeeded(zoom);
  return cities.filter(({ thousands, isCapital }) => thousands >= people * (isCapital ? CAPITAL : 1));
}

/**
 * How a country's name is written: it needs the width of the country.
 * @param {string} name
 * @param {number} zoom
 */
export function countryStyle(name, zoom) {
  return {
    text: zoom < 5 ? name : name.toUpperCase(),
    size: zoom < 4 ? 10.5 : 11.5,
    spacing: zoom < 5 ? "0.3px" : "1.5px",
  };
}

/**
 * Whether a country of so many degrees has room for its name.
 * @param {number} width of the name, in pixels
 * @param {number} degrees
 * @param {number} zoom
 */
export function fitsCountry(width, degrees, zoom) {
  return zoom >= 7 || width < degrees * ((256 * 2 ** zoom) / 360) * 1.15;
}

/** Rectangles that are taken. */
export class Room {
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
}

/** The frame in the middle of the canvas. */
export class Frame {
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
    return this.isInView(box)
      || box[2] < this.left || box[0] > this.right || box[3] < this.top || box[1] > this.bottom;
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
}

/**
 * Where a name of this width may stand around a disc: boxes, best first.
 * @param {Point} center
 * @param {number} r of the disc
 * @param {number} w
 * @returns {Rectangle[]}
 */
export function boxesAround({ x, y }, r, w) {
  const gap = r + 4, near = 0.75 * r + 4, up = y - 0.7 * r - 6, down = y + 0.7 * r + 6;
  /** @type {[number, number][]} left edge and middle */
  const spots = [
    [x + gap, y], [x - gap - w, y], [x - w / 2, y + gap + 6], [x - w / 2, y - gap - 6],
    [x + near, up], [x + near, down], [x - near - w, up], [x - near - w, down],
  ];
  return spots.map(([left, middle]) => [left - 2, middle - 8, left + w + 2, middle + 8]);
}

/**
 * The box for a place's name, or undefined where there is no room: one in view, else one that is
 * moved into view, else one that waits beside the frame.
 * @param {Point} center
 * @param {number} radius
 * @param {number} width
 * @param {Room} room
 * @param {Frame} frame
 */
export function boxForPlace(center, radius, width, room, frame) {
  const boxes = boxesAround(center, radius, width);
  const free = boxes.filter((box) => room.isFree(box) && frame.isWhole(box));
  return free.find((box) => frame.isInView(box)) ?? movedInto(boxes.slice(2, 4), room, frame) ?? free[0];
}

/**
 * A free box above or below the disc, moved sideways into the frame that it is cut by.
 * @param {Rectangle[]} boxes
 * @param {Room} room
 * @param {Frame} frame
 */
function movedInto(boxes, room, frame) {
  const least = frame.left + 2, most = frame.right - 2;
  return boxes
    .filter(([left, , right]) => (left + right) / 2 > least && (left + right) / 2 < most)
    .map((box) => {
      const by = Math.max(least - box[0], 0) - Math.max(box[2] - most, 0);
      return /** @type {Rectangle} */ ([box[0] + by, box[1], box[2] + by, box[3]]);
    })
    .find((box) => room.isFree(box) && frame.isInView(box));
}

/**
 * The box for a country's name around its point, or null.
 * @param {Point} point
 * @param {number} width
 * @param {Room} room
 * @param {Frame} frame
 * @returns {Rectangle | null}
 */
export function boxForCountry(point, width, room, frame) {
  const x = point.x + frame.inwards(point.x, width / 2 + 3);
  /** @type {Rectangle} */
  const box = [x - width / 2 - 3, point.y - 8, x + width / 2 + 3, point.y + 8];
  return room.isFree(box) && frame.isWhole(box) ? box : null;
}

/**
 * The box for a city's dot and its name, on the right or on the left of it, or null.
 * @param {Point} point
 * @param {number} width
 * @param {Room} room
 * @param {Frame} frame
 */
export function boxForCity({ x, y }, width, room, frame) {
  /** @type {{ box: Rectangle, text: number }[]} `text`: where the name begins */
  const both = [
    { box: [x - 4, y - 7, x + width + 9, y + 7], text: x + 5 },
    { box: [x - width - 9, y - 7, x + 4, y + 7], text: x - width - 5 },
  ];
  return both.find(({ box }) => room.isFree(box) && frame.isWhole(box)) ?? null;
}
