import assert from "node:assert/strict";
import { test } from "node:test";
import { listedOptions, shareOf } from "../../../../dashboard/page/components/search/facet_options.js";

/**
 * A facet of so many options, of which these are chosen.
 * @param {number} count
 * @param {{ chosen?: number[], sorted?: boolean }} [how]
 */
function facet(count, { chosen = [], sorted = true } = {}) {
  const options = Array.from({ length: count }, (_, nth) => (
    { key: `k${nth}`, label: `Outlet ${nth}`, on: chosen.includes(nth), count: count - nth }));
  return { key: "outlets", label: "Outlets", sorted, options };
}

const PLAIN = { find: "", isAll: false };

/** @param {{ shown: { key: string }[] }} listed */
function keys({ shown }) {
  return shown.map(({ key }) => key);
}

test("a long list shows the first six", () => {
  const listed = listedOptions(facet(20), PLAIN);
  assert.deepEqual(keys(listed), ["k0", "k1", "k2", "k3", "k4", "k5"]);
  assert.equal(listed.rest, 14);
});

test("a list with few more shows all of them", () => {
  assert.equal(listedOptions(facet(8), PLAIN).shown.length, 8);
  assert.equal(listedOptions(facet(8), PLAIN).rest, 0);
});

test("what is chosen comes first, all of it", () => {
  const listed = listedOptions(facet(20, { chosen: [15, 17] }), PLAIN);
  assert.deepEqual(keys(listed).slice(0, 3), ["k15", "k17", "k0"]);
  const many = listedOptions(facet(20, { chosen: [10, 11, 12, 13, 14, 15, 16, 17] }), PLAIN);
  assert.equal(many.shown.length, 8);
});

test("a list in an order of its own keeps it, and is shown whole", () => {
  const listed = listedOptions(facet(20, { chosen: [15], sorted: false }), PLAIN);
  assert.equal(listed.shown.length, 20);
  assert.equal(keys(listed)[0], "k0");
});

test("all are shown on demand, but not without end", () => {
  assert.equal(listedOptions(facet(20), { find: "", isAll: true }).shown.length, 20);
  assert.equal(listedOptions(facet(500), { find: "", isAll: true }).shown.length, 200);
});

test("a search finds in any case, and keeps what is chosen", () => {
  const listed = listedOptions(facet(20, { chosen: [3] }), { find: "OUTLET 17", isAll: false });
  assert.deepEqual(keys(listed), ["k3", "k17"]);
});

test("a bar's length is a share of the longest", () => {
  const ten = facet(10), [first, , , , , sixth] = ten.options;
  assert.ok(first && sixth);
  assert.equal(shareOf(first, ten), 100);
  assert.equal(shareOf(sixth, ten), 50);
});
