import assert from "node:assert/strict";
import { test } from "node:test";
import { plain } from "../../../../dashboard/map/static/base/names.js";

test("entities become the characters they stand for", () => {
  assert.equal(plain("Xi&#39;an &#38; &#60;b&#62;"), "Xi'an & <b>");
});

test("a character beyond the first plane is one character", () => {
  assert.equal(plain("&#128506;"), "🗺");
});

test("what is no entity stays as it is, and nothing is read twice", () => {
  assert.equal(plain("a & b &lt; &#38;#60;"), "a & b &lt; &#60;");
});
