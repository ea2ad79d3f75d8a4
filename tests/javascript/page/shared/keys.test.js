import assert from "node:assert/strict";
import { test } from "node:test";
import { itemAfterKey } from "../../../../dashboard/page/components/shared/keys.js";

test("arrow keys lead through the items and stop at their ends", () => {
  assert.equal(itemAfterKey("ArrowDown", 0, 3), 1);
  assert.equal(itemAfterKey("ArrowRight", 2, 3), 2);
  assert.equal(itemAfterKey("ArrowUp", 2, 3), 1);
  assert.equal(itemAfterKey("ArrowLeft", 0, 3), 0);
});

test("Home and End lead to the ends", () => {
  assert.equal(itemAfterKey("Home", 2, 3), 0);
  assert.equal(itemAfterKey("End", 0, 3), 2);
});

test("other keys lead nowhere", () => {
  for (const key of ["Enter", "Tab", "x"]) assert.equal(itemAfterKey(key, 1, 3), undefined);
});
