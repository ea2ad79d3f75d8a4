import assert from "node:assert/strict";
import { test } from "node:test";
import { stepAside } from "../../../../dashboard/map/static/article/step_aside.js";

const SIZE = { x: 800, y: 600 };

test("a symbol alone stays where it belongs", () => {
  assert.deepEqual(stepAside([{ x: 300, y: 300, r: 12 }], SIZE), [[0, 0]]);
  assert.deepEqual(stepAside([], SIZE), []);
});

test("those far from each other stay", () => {
  const discs = [{ x: 100, y: 100, r: 12 }, { x: 300, y: 300, r: 20 }];
  assert.deepEqual(stepAside(discs, SIZE), [[0, 0], [0, 0]]);
});

test("two at one place no longer hide each other", () => {
  const discs = [{ x: 300, y: 300, r: 12 }, { x: 300, y: 300, r: 12 }];
  const steps = stepAside(discs, SIZE);
  const [[x1, y1], [x2, y2]] = /** @type {[[number, number], [number, number]]} */ (steps);
  assert.ok(Math.hypot(x1 - x2, y1 - y2) > 17, JSON.stringify(steps));
});

test("the smaller one gives way more", () => {
  const [large, small] = stepAside([{ x: 300, y: 300, r: 24 }, { x: 306, y: 300, r: 8 }], SIZE);
  assert.ok(large && small);
  assert.ok(Math.abs(small[0]) > Math.abs(large[0]));
});

test("none goes further than it may, however many there are", () => {
  const crowd = Array.from({ length: 60 }, () => ({ x: 400, y: 300, r: 20 }));
  for (const [x, y] of stepAside(crowd, SIZE)) assert.ok(Math.hypot(x, y) <= 35, `${x}, ${y}`);
});

test("a symbol at the edge is whole", () => {
  const steps = stepAside([{ x: 3, y: 300, r: 12 }, { x: 797, y: 598, r: 12 }], SIZE);
  assert.deepEqual(steps, [[9, 0], [-9, -10]]);
});

test("a place out of the frame keeps out of it", () => {
  assert.deepEqual(stepAside([{ x: -40, y: 300, r: 12 }], SIZE), [[0, 0]]);
});

test("very many stay where they belong", () => {
  const many = Array.from({ length: 401 }, () => ({ x: 400, y: 300, r: 20 }));
  assert.ok(stepAside(many, SIZE).every(([x, y]) => x === 0 && y === 0));
});
