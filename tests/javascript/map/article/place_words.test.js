import assert from "node:assert/strict";
import { test } from "node:test";
import { placeInWords } from "../../../../dashboard/map/static/article/place_words.js";

const INK = { groups: {
  places: { label: "Places", color: "#000", shape: /** @type {const} */ ("disc") },
  people: { label: "People", color: "#000", shape: /** @type {const} */ ("triangle") },
} };

test("a place is said with how often and how it is meant", () => {
  const place = { name: "Harbin", count: 3, groups: /** @type {[string, number][]} */ ([["places", 2], ["people", 1]]), certainty: /** @type {const} */ ("sure"), km: null };
  assert.equal(placeInWords(place, INK), "Harbin, 3 mentions (Places 2, People 1)");
});

test("what is in doubt is said", () => {
  const place = { name: "Springfield", count: 1, groups: /** @type {[string, number][]} */ ([["places", 1]]), km: 30 };
  assert.equal(placeInWords({ ...place, certainty: "likely" }, INK), "Springfield, 1 mention (Places 1), less sure, position approximate");
  assert.equal(placeInWords({ ...place, certainty: "unsure", km: null }, INK), "Springfield, 1 mention (Places 1), unsure");
});
