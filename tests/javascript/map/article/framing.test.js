import assert from "node:assert/strict";
import { test } from "node:test";
import { arrowTo, boxOfPlaces, headingOf, padded, roomAround } from "../../../../dashboard/map/static/article/framing.js";

/** @import { Point, Polygon } from "../../../../dashboard/map/static/base/outlines.js" */

/**
 * @param {number} south
 * @param {number} west
 * @param {number} size
 * @returns {Polygon}
 */
function square(south, west, size) {
  return [[[south, west], [south + size, west], [south + size, west + size], [south, west + size]]];
}

/** @type {Record<string, Polygon[]>} */
const COUNTRIES = { AA: [square(0, 0, 10), square(40, 40, 1)], BB: [square(0, 60, 10)] };
const polygonsOf = (/** @type {string} */ code) => COUNTRIES[code] ?? [];

/**
 * @param {Point} home
 * @param {string} [outline]
 */
function spot(home, outline = "") {
  return { home, outline };
}

test("all places are in the box", () => {
  const box = boxOfPlaces([spot([10, 20]), spot([-5, 30]), spot([0, 25])], polygonsOf, polygonsOf);
  assert.deepEqual(box, { south: -5, west: 20, north: 10, east: 30 });
});

test("a country alone is shown whole, without its far islands", () => {
  assert.deepEqual(boxOfPlaces([spot([5, 5], "AA")], polygonsOf, polygonsOf), { south: 0, west: 0, north: 10, east: 10 });
});

test("a country that is in view anyway makes the box no larger", () => {
  const box = boxOfPlaces([spot([1, 1]), spot([4, 4]), spot([9, 9], "AA")], polygonsOf, polygonsOf);
  assert.deepEqual(box, { south: 1, west: 1, north: 4, east: 4 });
});

test("a country of which nothing is in view makes it larger", () => {
  const box = boxOfPlaces([spot([1, 1]), spot([4, 4]), spot([5, 65], "BB")], polygonsOf, polygonsOf);
  assert.deepEqual(box, { south: 1, west: 1, north: 5, east: 65 });
});

test("several countries alone are shown by where their badges stand", () => {
  const box = boxOfPlaces([spot([5, 5], "AA"), spot([6, 65], "BB")], polygonsOf, polygonsOf);
  assert.deepEqual(box, { south: 5, west: 5, north: 6, east: 65 });
});

test("without places, or without the outline of the only one, there is no box", () => {
  assert.equal(boxOfPlaces([], polygonsOf, polygonsOf), null);
  assert.equal(boxOfPlaces([spot([5, 5], "ZZ")], polygonsOf, polygonsOf), null);
});

test("there is room for names, and for an open legend", () => {
  assert.deepEqual(roomAround({ x: 1000, y: 700 }, 0), { topLeft: [60, 60], bottomRight: [80, 60] });
  assert.deepEqual(roomAround({ x: 1000, y: 700 }, 240).topLeft, [300, 60]);
});

test("a small map has little of it", () => {
  const { topLeft, bottomRight } = roomAround({ x: 300, y: 240 }, 0);
  assert.ok(topLeft[0] + bottomRight[0] < 100);
  assert.ok(topLeft[1] + bottomRight[1] < 60);
});

test("a padded box grows on all sides", () => {
  assert.deepEqual(padded({ south: 0, west: 10, north: 10, east: 30 }, 0.1), { south: -1, west: 8, north: 11, east: 32 });
});

test("a heading tells what looks different apart, and nothing else", () => {
  assert.equal(headingOf({ lat: 1.000001, lng: 2 }, 4), headingOf({ lat: 1.000002, lng: 2 }, 4));
  assert.notEqual(headingOf({ lat: 1, lng: 2 }, 4), headingOf({ lat: 1, lng: 2 }, 4.25));
});

test("an arrow stands at the edge it points across", () => {
  const size = { x: 800, y: 600 };
  assert.deepEqual(arrowTo({ x: 4400, y: 300 }, size), { left: 778, top: 300, turn: 0, side: "east" });
  const up = arrowTo({ x: 400, y: -900 }, size);
  assert.deepEqual([Math.round(up.left), Math.round(up.top)], [400, 22]);
  assert.equal(arrowTo({ x: -900, y: 310 }, size).side, "west");
});

test("an arrow never stands out of the frame", () => {
  const size = { x: 800, y: 600 };
  for (let turn = 0; turn < 6.28; turn += 0.1) {
    const { left, top } = arrowTo({ x: 400 + 3000 * Math.cos(turn), y: 300 + 3000 * Math.sin(turn) }, size);
    assert.ok(left >= 21.9 && left <= 778.1 && top >= 21.9 && top <= 578.1, `${left}, ${top}`);
  }
});
