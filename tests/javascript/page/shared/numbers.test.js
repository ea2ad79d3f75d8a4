import assert from "node:assert/strict";
import { test } from "node:test";
import { counted } from "../../../../dashboard/page/components/shared/numbers.js";

test("a number has its noun, and thousands a comma", () => {
  assert.equal(counted(1, "place"), "1 place");
  assert.equal(counted(0, "place"), "0 places");
  assert.equal(counted(1234, "place"), "1,234 places");
});
