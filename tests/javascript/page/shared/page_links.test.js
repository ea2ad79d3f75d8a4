import assert from "node:assert/strict";
import { test } from "node:test";
import { pageAddress } from "../../../../dashboard/page/components/shared/page_links.js";

test("an address holds under any base path", () => {
  assert.equal(pageAddress("atlas", {}), "./atlas");
  assert.equal(pageAddress("", { articles: "a" }), "./?articles=a");
});

test("what a value holds ends no value", () => {
  assert.equal(pageAddress("place", { id: "a&b=c d" }), "./place?id=a%26b%3Dc+d");
});
