import assert from "node:assert/strict";
import { test } from "node:test";
import { halfOf, hasRoomFor, nameRadius, radiusOf, zoomInto } from "../../../../dashboard/map/static/atlas/disc_size.js";

test("several places have a second rim", () => {
  assert.equal(radiusOf({ r: 10, names: 1 }), 10);
  assert.equal(radiusOf({ r: 10, names: 2 }), 14);
});

test("the smallest disc is large enough for a finger", () => {
  assert.equal(halfOf({ r: 5, names: 1 }), 14);
  assert.equal(halfOf({ r: 22, names: 2 }), 28);
});

test("a number is written where it fits", () => {
  assert.equal(hasRoomFor(10, "7"), true);
  assert.equal(hasRoomFor(10, "1.2K"), false);
  assert.equal(hasRoomFor(15, "1.2K"), true);
});

test("a name keeps clear of the ring around the selected place", () => {
  assert.equal(nameRadius({ r: 10, names: 1 }, false), 11);
  assert.equal(nameRadius({ r: 10, names: 3 }, false), 14);
  assert.equal(nameRadius({ r: 10, names: 1 }, true), 28);
});

test("a press on several places goes as close as shows them all, a step at least and four at most", () => {
  assert.deepEqual(zoomInto(3, 5, 12), { zoom: 5, isTight: false });
  assert.deepEqual(zoomInto(3, 11, 12), { zoom: 7, isTight: false });
  assert.deepEqual(zoomInto(3, 2, 12), { zoom: 4, isTight: true });
  assert.deepEqual(zoomInto(11.5, 20, 12), { zoom: 12, isTight: false });
});

test("where the map goes no closer it leads nowhere", () => {
  assert.equal(zoomInto(12, 20, 12), null);
});
