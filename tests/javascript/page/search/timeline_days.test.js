import assert from "node:assert/strict";
import { test } from "node:test";
import {
  axisLabels, choiceAfterKey, choiceInWords, chosenColumns, columnAt, columnHeights, dragAt, dragged, isAll, patchOfDays,
} from "../../../../dashboard/page/components/search/timeline_days.js";

/** Five columns of two days each, from 1 to 10 June. */
const BINS = [1, 3, 5, 7, 9].map((day, nth) => ({
  since: `2024-06-${String(day).padStart(2, "0")}`, until: `2024-06-${String(day + 1).padStart(2, "0")}`,
  first: `${day} June 2024`, last: `${day + 1} June 2024`, articles: nth, label: `${day}–${day + 1} June`,
}));

test("a link without days chooses all columns", () => {
  assert.deepEqual(chosenColumns(BINS, "", ""), { from: 0, to: 4 });
});

test("a choice between columns takes those it touches", () => {
  assert.deepEqual(chosenColumns(BINS, "2024-06-04", "2024-06-07"), { from: 1, to: 3 });
});

test("a choice with one end is open at the other", () => {
  assert.deepEqual(chosenColumns(BINS, "2024-06-05", ""), { from: 2, to: 4 });
  assert.deepEqual(chosenColumns(BINS, "", "2024-06-02"), { from: 0, to: 0 });
});

test("days before or after all columns choose the nearest", () => {
  assert.deepEqual(chosenColumns(BINS, "2030-01-01", ""), { from: 4, to: 4 });
  assert.deepEqual(chosenColumns(BINS, "", "1990-01-01"), { from: 0, to: 0 });
  assert.deepEqual(chosenColumns([], "2024-06-01", ""), { from: 0, to: 0 });
});

test("a choice is written as its first and last day, all columns as none", () => {
  assert.deepEqual(patchOfDays(BINS, { from: 1, to: 2 }), { since: "2024-06-03", until: "2024-06-06" });
  assert.deepEqual(patchOfDays(BINS, { from: 0, to: 4 }), { since: null, until: null });
  assert.equal(isAll(BINS, { from: 0, to: 3 }), false);
});

test("what is written of a choice leads back to it", () => {
  for (let from = 0; from < 5; from++) {
    for (let to = from; to < 5; to++) {
      const { since, until } = patchOfDays(BINS, { from, to });
      assert.deepEqual(chosenColumns(BINS, since ?? "", until ?? ""), { from, to });
    }
  }
});

test("arrow keys move a handle by a column, page keys by a week of them", () => {
  assert.deepEqual(choiceAfterKey({ from: 1, to: 3 }, "from", "ArrowRight", 4), { from: 2, to: 3 });
  assert.deepEqual(choiceAfterKey({ from: 1, to: 3 }, "to", "ArrowDown", 4), { from: 1, to: 2 });
  assert.deepEqual(choiceAfterKey({ from: 10, to: 20 }, "to", "PageUp", 40), { from: 10, to: 27 });
});

test("handles do not pass each other, and no end", () => {
  assert.deepEqual(choiceAfterKey({ from: 3, to: 3 }, "from", "ArrowRight", 4), { from: 3, to: 3 });
  assert.deepEqual(choiceAfterKey({ from: 3, to: 3 }, "to", "Home", 4), { from: 3, to: 3 });
  assert.deepEqual(choiceAfterKey({ from: 1, to: 3 }, "from", "Home", 4), { from: 0, to: 3 });
  assert.deepEqual(choiceAfterKey({ from: 1, to: 3 }, "to", "End", 4), { from: 1, to: 4 });
});

test("other keys do nothing", () => {
  assert.equal(choiceAfterKey({ from: 1, to: 3 }, "from", "Tab", 4), null);
});

test("the pointer moves a handle, the choice, or brushes a new one", () => {
  const choice = { from: 1, to: 3 };
  assert.equal(dragAt({ handle: "to", at: 3, choice, isBrushed: true, count: 5 }), "to");
  assert.equal(dragAt({ handle: null, at: 2, choice, isBrushed: true, count: 5 }), "move");
  assert.equal(dragAt({ handle: null, at: 4, choice, isBrushed: true, count: 5 }), "brush");
  assert.equal(dragAt({ handle: null, at: 2, choice, isBrushed: false, count: 5 }), "brush");
  assert.equal(dragAt({ handle: null, at: 2, choice: { from: 0, to: 4 }, isBrushed: true, count: 5 }), "brush");
});

test("brushing goes in both directions", () => {
  const drag = { from: 0, to: 4, at: 2, how: /** @type {const} */ ("brush") };
  assert.deepEqual(dragged(drag, drag, 4, 4), { from: 2, to: 4 });
  assert.deepEqual(dragged(drag, drag, 0, 4), { from: 0, to: 2 });
});

test("a choice that is moved keeps its length, and stays on the plot", () => {
  const drag = { from: 1, to: 2, at: 1, how: /** @type {const} */ ("move") };
  assert.deepEqual(dragged(drag, drag, 3, 4), { from: 3, to: 4 });
  assert.deepEqual(dragged(drag, drag, 40, 4), { from: 3, to: 4 });
  assert.deepEqual(dragged(drag, drag, -9, 4), { from: 0, to: 1 });
});

test("a handle that is dragged stops at the other", () => {
  const from = { from: 1, to: 2, at: 1, how: /** @type {const} */ ("from") };
  assert.deepEqual(dragged(from, from, 4, 4), { from: 2, to: 2 });
  const to = { ...from, how: /** @type {const} */ ("to") };
  assert.deepEqual(dragged(to, to, 0, 4), { from: 1, to: 1 });
});

test("the pointer is over a column, at the edges over the outer ones", () => {
  const plot = { left: 100, width: 500 };
  assert.deepEqual([100, 199, 200, 599, 600, 20].map((x) => columnAt(x, plot, 5)), [0, 0, 1, 4, 4, 0]);
});

test("the highest column fills the plot, and one article among thousands is still seen", () => {
  assert.deepEqual(columnHeights([{ articles: 0 }, { articles: 1 }, { articles: 5000 }], 64), [0, 3, 62]);
  assert.deepEqual(columnHeights([{ articles: 0 }], 64), [0]);
});

test("few columns are named at both ends, many in the middle too", () => {
  assert.deepEqual(axisLabels(BINS), ["1–2 June", "5–6 June", "9–10 June"]);
  assert.deepEqual(axisLabels(BINS.slice(0, 3)), ["1–2 June", "5–6 June"]);
  assert.deepEqual(axisLabels(BINS.slice(0, 1)), ["1–2 June"]);
});

test("a choice is said with its days and its articles", () => {
  assert.equal(choiceInWords(BINS, { from: 1, to: 2 }), "3 June 2024 to 6 June 2024: 3 articles");
  assert.equal(choiceInWords([{ first: "1 June", last: "1 June", articles: 1 }], { from: 0, to: 0 }), "1 June: 1 article");
});
