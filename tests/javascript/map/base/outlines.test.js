import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { boxAround, decode, holds, largestBox, pointWithin, unpack } from "../../../../dashboard/map/static/base/outlines.js";

/** @import { Point, Polygon } from "../../../../dashboard/map/static/base/outlines.js" */

/**
 * @param {number} south
 * @param {number} west
 * @param {number} size
 * @returns {Point[]}
 */
function square(south, west, size) {
  return [[south, west], [south + size, west], [south + size, west + size], [south, west + size], [south, west]];
}

const FILE = {
  // Two squares side by side that share the line from (0, 1) to (1, 1).
  arcs: [[100, 0, 0, 100], [100, 100, -100, 0, 0, -100, 100, 0], [100, 0, 100, 0, 0, 100, -100, 0]],
  ice: [[0, -8000, 100, 0, 0, 100, -100, -100]],
  claims: [[0, 0, 50, 50]],
  countries: [{ p: [[[0, 1]]], c: "AA" }, { p: [[[2, ~0]]], c: "BB", d: 1 }],
  coast: [1, 2], border: [0], disputed: [],
};

test("a line is the sum of its differences, latitude first", () => {
  assert.deepEqual(decode([100, 0, 0, 250, -50, 0]), [[0, 1], [2.5, 1], [2.5, 0.5]]);
  assert.deepEqual(decode([]), []);
});

test("countries that share a line have it in both directions, without its ends twice", () => {
  const { byCode } = unpack(FILE);
  assert.deepEqual(byCode["AA"], [[[[0, 1], [1, 1], [1, 0], [0, 0], [0, 1]]]]);
  assert.deepEqual(byCode["BB"], [[[[0, 1], [0, 2], [1, 2], [1, 1], [0, 1]]]]);
});

test("a disputed country is no land, and has its outline all the same", () => {
  const outlines = unpack(FILE);
  assert.equal(outlines.land.length, 1);
  assert.equal(outlines.disputed.length, 1);
  assert.equal(outlines.ice[0]?.[0]?.length, 4);
});

test("lines are told by what they are", () => {
  const { lines } = unpack(FILE);
  assert.equal(lines.coast.length, 2);
  assert.deepEqual(lines.border, [[[0, 1], [1, 1]]]);
  assert.deepEqual(lines.disputed, []);
  assert.deepEqual(lines.claims, [[[0, 0], [0.5, 0.5]]]);
});

test("a polygon holds what is within its ring and not in its hole", () => {
  /** @type {Polygon} */
  const rings = [square(0, 0, 10), square(4, 4, 2)];
  assert.equal(holds(rings, [2, 2]), true);
  assert.equal(holds(rings, [5, 5]), false);
  assert.equal(holds(rings, [5, 8]), true);
  assert.equal(holds(rings, [11, 5]), false);
  assert.equal(holds([], [0, 0]), false);
});

test("the point in view lies in the polygon and near the upper middle", () => {
  const found = pointWithin([[square(0, 0, 100)]], { south: 0, west: 0, north: 10, east: 14 });
  assert.deepEqual(found, [8, 7]);
});

test("where only a corner is in view the point is there", () => {
  const found = pointWithin([[square(0, 0, 4)]], { south: 0, west: 0, north: 10, east: 14 });
  assert.ok(found);
  assert.ok(holds([square(0, 0, 4)], found));
});

test("nothing is in view where nothing of it is", () => {
  assert.equal(pointWithin([[square(50, 50, 4)]], { south: 0, west: 0, north: 10, east: 14 }), null);
  assert.equal(pointWithin([], { south: 0, west: 0, north: 10, east: 14 }), null);
});

test("the largest box is that of the mainland, not of all islands together", () => {
  assert.deepEqual(largestBox([[square(0, 0, 1)], [square(10, 10, 5)], [square(60, 100, 2)]]),
    { south: 10, west: 10, north: 15, east: 15 });
  assert.equal(largestBox([]), null);
});

test("a box is around all points", () => {
  assert.deepEqual(boxAround([[1, 5], [-3, 2], [0, 9]]), { south: -3, west: 2, north: 1, east: 9 });
});

for (const detail of ["110m", "50m"]) {
  test(`the file of ${detail} has China with Beijing in it and France without London`, () => {
    const file = readFileSync(`dashboard/map/static/data/countries-${detail}.json`, "utf8");
    const { byCode } = unpack(JSON.parse(file));
    const isIn = (/** @type {string} */ code, /** @type {Point} */ point) => (byCode[code] ?? []).some((rings) => holds(rings, point));
    assert.equal(isIn("CN", [39.9, 116.4]), true);
    assert.equal(isIn("FR", [48.86, 2.35]), true);
    assert.equal(isIn("FR", [51.5, -0.12]), false);
  });
}
