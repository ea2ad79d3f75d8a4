import assert from "node:assert/strict";
import { test } from "node:test";
import { eventOf } from "../../../../dashboard/page/components/reader/corrections.js";

/** @import { State } from "../../../../dashboard/page/components/reader/types.js" */

const data = /** @type {State["data"]} */ (/** @type {unknown} */ ({
  panel: { excerpt: { target: { place: "GN1", mention: "3", reading: "a" } } },
}));

test("a change says which mention it is about, and reaches all of the name in the article", () => {
  assert.deepEqual(eventOf({ data }, { do: "flagged" }), { do: "flagged", scope: "article", note: "", article: "a", mention: "3" });
});

test("what the reader chose and wrote goes along", () => {
  const event = eventOf({ data, scope: "everywhere", note: "see the map" }, { do: "place", place: "GN2" });
  assert.deepEqual(event, { do: "place", place: "GN2", scope: "everywhere", note: "see the map", article: "a", mention: "3" });
});

test("without a selected place it is about none: the last change is taken back", () => {
  const event = eventOf({ data: { ...data, panel: null } }, { do: "undo" });
  assert.deepEqual([event.article, event.mention], [null, null]);
});
