import assert from "node:assert/strict";
import { test } from "node:test";
import { hearAnswer } from "../../../../dashboard/page/components/filters/certainty_slider.js";

test("the slider stands where the page is", () => {
  const least = { at: 3, timer: 0, asked: null };
  hearAnswer(least, 7);
  assert.equal(least.at, 7);
});

test("a step that was not sent yet is kept", () => {
  const least = { at: 3, timer: 1, asked: null };
  hearAnswer(least, 7);
  assert.equal(least.at, 3);
});

test("a slow answer to an earlier step takes no later one back", () => {
  const least = { at: 12, timer: 0, asked: 12 };
  hearAnswer(least, 11);
  assert.equal(least.at, 12);
  hearAnswer(least, 12);
  assert.equal(least.at, 12);
  hearAnswer(least, 0);
  assert.equal(least.at, 0);
});
