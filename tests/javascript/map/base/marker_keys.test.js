import assert from "node:assert/strict";
import { test } from "node:test";
import { markerAfterKey } from "../../../../dashboard/map/static/base/marker_keys.js";

test("arrow keys lead to the next and the one before", () => {
  assert.equal(markerAfterKey("ArrowRight", 1, 5), 2);
  assert.equal(markerAfterKey("ArrowDown", 1, 5), 2);
  assert.equal(markerAfterKey("ArrowLeft", 1, 5), 0);
  assert.equal(markerAfterKey("ArrowUp", 1, 5), 0);
});

test("there is nothing before the first and after the last", () => {
  assert.equal(markerAfterKey("ArrowLeft", 0, 5), 0);
  assert.equal(markerAfterKey("ArrowRight", 4, 5), 4);
});

test("Home and End lead to the first and the last", () => {
  assert.equal(markerAfterKey("Home", 3, 5), 0);
  assert.equal(markerAfterKey("End", 3, 5), 4);
});

test("other keys lead nowhere", () => {
  for (const key of ["Enter", " ", "Tab", "a"]) assert.equal(markerAfterKey(key, 1, 5), null);
});
