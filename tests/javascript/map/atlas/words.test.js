import assert from "node:assert/strict";
import { test } from "node:test";
import { counted, labelOf, rangeOf, shortNumber, titleOf } from "../../../../dashboard/map/static/atlas/words.js";

test("one is one, all else is many", () => {
  assert.equal(counted(1, "article"), "1 article");
  assert.equal(counted(0, "article"), "0 articles");
  assert.equal(counted(12345, "mention"), "12,345 mentions");
});

test("a long number is short on a disc", () => {
  assert.equal(shortNumber(7), "7");
  assert.equal(shortNumber(1234), "1.2K");
  assert.equal(shortNumber(2_500_000), "2.5M");
});

test("a disc of several places says its first and how many more", () => {
  assert.equal(titleOf({ name: "Kyiv", names: 1 }), "Kyiv");
  assert.equal(titleOf({ name: "Kyiv", names: 4 }), "Kyiv and 3 more");
  assert.equal(labelOf({ name: "Kyiv", names: 1 }), "Kyiv");
  assert.equal(labelOf({ name: "Kyiv", names: 4 }), "Kyiv +3");
});

test("the legend's classes follow each other without a gap", () => {
  const edges = [1, 2, 5, 1000];
  assert.deepEqual(edges.map((_, nth) => rangeOf(edges, nth)), ["1", "2 – 4", "5 – 999", "1,000 or more"]);
});
