import assert from "node:assert/strict";
import { test } from "node:test";
import { listed, patching } from "../../../../dashboard/page/components/shared/patches.js";

/** A component's state, and what was sent by it. */
function component() {
  /** @type {unknown[]} */
  const events = [];
  /** @type {import("../../../../dashboard/page/components/shared/patches.js").Waiting} */
  const state = {};
  return { events, drawn: () => patching(state, (name, value) => events.push([name, value])) };
}

test("a change is sent as an event", () => {
  const { events, drawn } = component();
  drawn()({ words: "rain" });
  assert.deepEqual(events, [["patch", { words: "rain" }]]);
});

test("two changes before an answer go together: Streamlit keeps the last event only", () => {
  const { events, drawn } = component();
  const send = drawn();
  send({ kinds: "city" });
  send({ types: "literal" });
  assert.deepEqual(events.at(-1), ["patch", { kinds: "city", types: "literal" }]);
});

test("a change during a run goes with the one before, and is dropped after the next", () => {
  const { events, drawn } = component();
  drawn()({ kinds: "city" });
  drawn()({ types: "literal" });
  assert.deepEqual(events.at(-1), ["patch", { kinds: "city", types: "literal" }]);
  drawn()({ words: "rain" });
  assert.deepEqual(events.at(-1), ["patch", { types: "literal", words: "rain" }]);
});

test("the last value of a key counts", () => {
  const { events, drawn } = component();
  const send = drawn();
  send({ place: "GN1" });
  send({ place: null });
  assert.deepEqual(events.at(-1), ["patch", { place: null }]);
});

test("the map flies once, not with every later change", () => {
  const { events, drawn } = component();
  const send = drawn();
  send({ place: "GN1", fly: "1" });
  send({ words: "rain" });
  assert.deepEqual(events, [["patch", { place: "GN1", fly: "1" }], ["patch", { place: "GN1", words: "rain" }]]);
});

test("several values are one text, from which each can be told", () => {
  assert.equal(listed(["KE", "CN"]), "KE,CN");
  assert.equal(listed(["North, Wire", "100%"]), "North%2C Wire,100%25");
  assert.equal(listed([]), null);
});
