import assert from "node:assert/strict";
import { test } from "node:test";
import { moveInto } from "../../../../dashboard/map/static/base/tooltip_place.js";

test("what is inside stays", () => {
  assert.equal(Math.abs(moveInto(50, 90, 0, 200)), 0);
});

test("what is cut moves inside, with a little room", () => {
  assert.equal(moveInto(-10, 30, 0, 200), 14);
  assert.equal(moveInto(180, 220, 0, 200), -24);
});

test("what is wider than the frame begins in it", () => {
  assert.equal(moveInto(-10, 300, 0, 200), 14);
});
