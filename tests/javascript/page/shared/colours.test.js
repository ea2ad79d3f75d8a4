import assert from "node:assert/strict";
import { test } from "node:test";
import { isDarkColour } from "../../../../dashboard/page/components/shared/colours.js";

test("grounds of the themes are told apart", () => {
  assert.equal(isDarkColour("#0e1117"), true);
  assert.equal(isDarkColour("#FFFFFF"), false);
  assert.equal(isDarkColour("rgb(14, 17, 23)"), true);
  assert.equal(isDarkColour("rgb(250, 250, 250)"), false);
});

test("green is lighter to the eye than blue", () => {
  assert.equal(isDarkColour("#00ff00"), false);
  assert.equal(isDarkColour("#0000ff"), true);
});

test("what is no colour is taken for light", () => {
  for (const text of ["", "inherit", "#fff"]) assert.equal(isDarkColour(text), false);
});
