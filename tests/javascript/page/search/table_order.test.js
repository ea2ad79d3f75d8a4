import assert from "node:assert/strict";
import { test } from "node:test";
import { risesAfterPress, sortOf } from "../../../../dashboard/page/components/search/table_order.js";

const NOW = { order: "title", rising: true };

test("a press on the heading of the order turns it around", () => {
  assert.equal(risesAfterPress("title", NOW), false);
  assert.equal(risesAfterPress("title", { order: "title", rising: false }), true);
});

test("words rise at first; days and numbers fall, the newest and the most first", () => {
  assert.equal(risesAfterPress("outlet", NOW), true);
  assert.equal(risesAfterPress("published", NOW), false);
  assert.equal(risesAfterPress("places", NOW), false);
});

test("the heading says how the table is sorted", () => {
  assert.deepEqual(sortOf("title", NOW), { sort: "ascending", arrow: "▲" });
  assert.deepEqual(sortOf("title", { order: "title", rising: false }), { sort: "descending", arrow: "▼" });
  assert.deepEqual(sortOf("outlet", NOW), { sort: "none", arrow: "↕" });
});
