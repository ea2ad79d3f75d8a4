import assert from "node:assert/strict";
import { test } from "node:test";
import { patchOfMapChoice, patchOfSelection } from "../../../../dashboard/page/components/reader/selection.js";

const TARGET = { place: "GN1", mention: "3", reading: "a" };

test("the map follows what was chosen in the text", () => {
  assert.deepEqual(patchOfSelection(TARGET), { ...TARGET, center: null, zoom: null });
});

test("a name that is on no map leaves the map where it is", () => {
  assert.deepEqual(patchOfSelection({ ...TARGET, place: null }), { ...TARGET, place: null });
});

test("the map stays where it is when the place was chosen on it", () => {
  assert.deepEqual(patchOfMapChoice(TARGET, { select: "GN1", center: [45.7500001, -126.65], zoom: 4.25 }),
    { ...TARGET, center: "45.75000,-126.65000", zoom: "4.25" });
});
