// Countries' outlines as they are kept in a file, made into lines and polygons; and points within
// them. A point is [latitude, longitude] in degrees, a polygon its outer ring and its holes.

/** @typedef {[number, number]} Point */
/** @typedef {Point[][]} Polygon */
/** @typedef {{ south: number, west: number, north: number, east: number }} Box */
/**
 * @typedef {object} OutlinesFile lines are differences in hundredths of a degree; countries share
 * them by number, a negative one (~number) backwards
 * @property {number[][]} arcs
 * @property {number[][]} ice
 * @property {number[][]} claims
 * @property {{ p: number[][][], c?: string, d?: number | boolean }[]} countries
 * @property {number[]} coast
 * @property {number[]} border
 * @property {number[]} disputed
 */
/**
 * @typedef {object} Outlines
 * @property {Polygon[]} land
 * @property {Polygon[]} disputed
 * @property {Polygon[]} ice
 * @property {{ coast: Point[][], border: Point[][], disputed: Point[][], claims: Point[][] }} lines
 * @property {Record<string, Polygon[]>} byCode
 */

const PARTS_PER_DEGREE = 100;

/**
 * A line from its differences.
 * @param {number[]} flat
 */
export function decode(flat) {
  /** @type {Point[]} */
  const line = [];
  let x = 0, y = 0;
  for (let i = 0; i + 1 < flat.length; i += 2) {
    x += flat[i] ?? 0;
    y += flat[i + 1] ?? 0;
    line.push([y / PARTS_PER_DEGREE, x / PARTS_PER_DEGREE]);
  }
  return line;
}

/**
 * @param {Point[][]} arcs
 * @param {number[]} ring
 */
function ringOf(arcs, ring) {
  /** @type {Point[]} */
  const points = [];
  for (const index of ring) {
    const line = index >= 0 ? arcs[index] ?? [] : [...arcs[~index] ?? []].reverse();
    for (const point of points.length ? line.slice(1) : line) points.push(point);
  }
  return points;
}

/**
 * Outlines ready to draw.
 * @param {OutlinesFile} file
 * @returns {Outlines}
 */
export function unpack(file) {
  const arcs = file.arcs.map(decode);
  const linesOf = (/** @type {number[]} */ indexes) => indexes.map((index) => arcs[index] ?? []);
  /** @type {Outlines} */
  const made = {
    land: [], disputed: [], ice: file.ice.map((ring) => [decode(ring)]), byCode: {},
    lines: {
      claims: file.claims.map(decode),
      coast: linesOf(file.coast), border: linesOf(file.border), disputed: linesOf(file.disputed),
    },
  };
  for (const country of file.countries) {
    const polygons = country.p.map((rings) => rings.map((ring) => ringOf(arcs, ring)));
    (country.d ? made.disputed : made.land).push(...polygons);
    if (country.c) (made.byCode[country.c] ??= []).push(...polygons);
  }
  return made;
}

/**
 * Whether a polygon holds a point: a ray from there crosses its rings an odd number of times.
 * @param {Polygon} rings
 * @param {Point} point
 */
export function holds(rings, [lat, lng]) {
  let isOdd = false;
  for (const ring of rings) {
    let before = ring.at(-1);
    for (const at of ring) {
      if (before) {
        const [y1, x1] = at, [y2, x2] = before;
        if ((y1 > lat) !== (y2 > lat) && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) isOdd = !isOdd;
      }
      before = at;
    }
  }
  return isOdd;
}

/**
 * A point of the polygons within a box, or null. It is sought near the upper middle: what an
 * article is about mostly lies in the middle itself.
 * @param {Polygon[]} polygons
 * @param {Box} box
 * @returns {Point | null}
 */
export function pointWithin(polygons, { south, west, north, east }) {
  /** @type {Point | null} */
  let best = null;
  let nearest = Infinity;
  for (let row = 1; row < 10; row++) {
    for (let column = 1; column < 14; column++) {
      const far = Math.hypot(row / 10 - 0.8, column / 14 - 0.5);
      /** @type {Point} */
      const point = [south + ((north - south) * row) / 10, west + ((east - west) * column) / 14];
      if (far < nearest && polygons.some((rings) => holds(rings, point))) [best, nearest] = [point, far];
    }
  }
  return best;
}

/**
 * The box around the largest of the polygons, by the degrees it takes; null without any. A
 * country's islands may lie an ocean away.
 * @param {Polygon[]} polygons
 * @returns {Box | null}
 */
export function largestBox(polygons) {
  const boxes = polygons.map((rings) => boxAround(rings[0] ?? []));
  const area = (/** @type {Box} */ box) => (box.north - box.south) * (box.east - box.west);
  return boxes.reduce((/** @type {Box | null} */ most, box) => (!most || area(box) > area(most) ? box : most), null);
}

/**
 * @param {Point[]} points at least one
 * @returns {Box}
 */
export function boxAround(points) {
  const lats = points.map(([lat]) => lat), lngs = points.map(([, lng]) => lng);
  return { south: Math.min(...lats), west: Math.min(...lngs), north: Math.max(...lats), east: Math.max(...lngs) };
}
