// What the map has in view: around all places, around one, and where an arrow at its edge points.

import { boxAround, largestBox, pointWithin } from "../base/outlines.js";

/** @import { Box, Point, Polygon } from "../base/outlines.js" */
/** @typedef {{ home: Point, outline: string }} Spot where a place is; its outline's code, or "" */
/** @typedef {(code: string) => Polygon[]} PolygonsOf */

/** How far from the map's edge an arrow stands, in pixels. */
const EDGE = 22;

/**
 * Room around all places, in pixels: for the symbols, on the right for their names, and on the
 * left for an open legend.
 * @param {{ x: number, y: number }} size
 * @param {number} legend its width, or 0
 * @returns {{ topLeft: [number, number], bottomRight: [number, number] }}
 */
export function roomAround(size, legend) {
  const side = Math.min(60, size.x * 0.1), end = Math.min(60, size.y * 0.12);
  return { topLeft: [side + legend, end], bottomRight: [Math.min(80, size.x * 0.18), end] };
}

/**
 * The box of all places; null without any. A country counts as in view when some of it is; alone
 * it is shown whole.
 * @param {Spot[]} spots
 * @param {PolygonsOf} polygonsOf to look for points of a country in
 * @param {PolygonsOf} wholeOf to show a country whole
 * @returns {Box | null}
 */
export function boxOfPlaces(spots, polygonsOf, wholeOf) {
  const outlined = spots.filter((spot) => spot.outline), points = spots.filter((spot) => !spot.outline);
  const [only] = outlined;
  if (!points.length && outlined.length === 1 && only) return largestBox(wholeOf(only.outline));
  let box = boxOfPoints((points.length ? points : outlined).map((spot) => spot.home));
  if (!box) return null;
  const room = padded(box, 0.1);
  for (const { outline, home } of outlined) {
    if (!pointWithin(polygonsOf(outline), room)) box = extended(box, home);
  }
  return box;
}

/** @param {Point[]} points */
function boxOfPoints(points) {
  return points.length ? boxAround(points) : null;
}

/**
 * @param {Box} box
 * @param {Point} point
 * @returns {Box}
 */
function extended({ south, west, north, east }, [lat, lng]) {
  return { south: Math.min(south, lat), west: Math.min(west, lng), north: Math.max(north, lat), east: Math.max(east, lng) };
}

/**
 * @param {Box} box
 * @param {number} share of its height and width
 * @returns {Box}
 */
export function padded({ south, west, north, east }, share) {
  const high = (north - south) * share, wide = (east - west) * share;
  return { south: south - high, west: west - wide, north: north + high, east: east + wide };
}

/**
 * Where a camera heads, as text that is the same for what looks the same.
 * @param {{ lat: number, lng: number }} center
 * @param {number} zoom
 */
export function headingOf({ lat, lng }, zoom) {
  return [lat, lng, zoom].map((number) => number.toFixed(4)).join();
}

/**
 * Where an arrow to a point out of view stands, in pixels of the frame, and how it is turned.
 * @param {{ x: number, y: number }} target
 * @param {{ x: number, y: number }} size
 */
export function arrowTo(target, size) {
  const middle = { x: size.x / 2, y: size.y / 2 }, way = { x: target.x - middle.x, y: target.y - middle.y };
  const scale = Math.min((middle.x - EDGE) / Math.abs(way.x), (middle.y - EDGE) / Math.abs(way.y));
  return {
    left: middle.x + way.x * scale, top: middle.y + way.y * scale, turn: Math.atan2(way.y, way.x),
    side: way.x < 0 ? "west" : "east",
  };
}
