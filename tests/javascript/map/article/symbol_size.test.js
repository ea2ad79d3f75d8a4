import assert from "node:assert/strict";
import { test } from "node:test";
import { arc, halfOf, radiusOf, segmentsOf } from "../../../../dashboard/map/static/article/symbol_size.js";

/** @type {[string, number][]} */
const ONE = [["places", 3]];
/** @type {[string, number][]} */
const TWO = [["places", 3], ["people", 1]];

test("a ring and a soft rim make a symbol larger", () => {
  const plain = radiusOf({ r: 10, groups: ONE });
  assert.equal(plain, 12.5);
  assert.ok(radiusOf({ r: 10, groups: TWO }) > plain);
  assert.ok(radiusOf({ r: 10, groups: ONE, isSoft: true }) > plain);
});

test("the smallest symbol is large enough for a finger, and a selected one has more room", () => {
  assert.equal(halfOf({ r: 2, groups: ONE }), 16);
  assert.ok(halfOf({ r: 20, groups: ONE, selected: true }) > halfOf({ r: 20, groups: ONE }));
});

test("segments go around by share, with gaps between them", () => {
  const [first, second] = segmentsOf(TWO);
  assert.deepEqual(first, { group: "places", from: 0.012, to: 0.738 });
  assert.deepEqual(second, { group: "people", from: 0.762, to: 0.988 });
});

test("an arc begins at the top and goes clockwise", () => {
  assert.equal(arc(10, 0, 0.25), "M0.00 -10.00A10 10 0 0 1 10.00 -0.00");
  assert.match(arc(10, 0, 0.75), /A10 10 0 1 1 -10\.00/);
});
