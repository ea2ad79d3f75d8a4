import assert from "node:assert/strict";
import { test } from "node:test";
import { isWithin, scrollTo, tickTop } from "../../../../dashboard/page/components/reader/scrolling.js";

const PANE = { top: 100, bottom: 400 };

test("what is in view is not scrolled to", () => {
  assert.equal(scrollTo({ top: 200, bottom: 220 }, PANE), 0);
});

test("what is below comes to the upper third", () => {
  const by = scrollTo({ top: 900, bottom: 920 }, PANE);
  assert.equal(900 - by, 200);
});

test("what is above does too", () => {
  const by = scrollTo({ top: -500, bottom: -480 }, PANE);
  assert.ok(by < 0);
  assert.equal(-500 - by, 200);
});

test("what stands close to the edge is not read at ease", () => {
  assert.equal(isWithin({ top: 104, bottom: 120 }, PANE), false);
  assert.equal(isWithin({ top: 108, bottom: 392 }, PANE), true);
  assert.equal(isWithin({ top: 300, bottom: 396 }, PANE), false);
  assert.equal(isWithin({ top: 100, bottom: 400 }, PANE, 0), true);
});

test("a tick stands as far down as its mark in the text, scrolled or not", () => {
  assert.equal(tickTop(600, { top: 100, scrollTop: 0, scrollHeight: 1000 }), "50.00%");
  assert.equal(tickTop(100, { top: 100, scrollTop: 500, scrollHeight: 1000 }), "50.00%");
  assert.equal(tickTop(-400, { top: 100, scrollTop: 500, scrollHeight: 1000 }), "0.00%");
});
