import assert from "node:assert/strict";
import { test } from "node:test";
import { address, frameCode } from "../../../../dashboard/page/components/shared/address.js";

const AT = "https://news.example/maps/";

test("a bare address names the articles that it shows", () => {
  assert.equal(address("a,b", { at: AT }), `${AT}?articles=a,b`);
});

test("an address that names articles stays as it is", () => {
  assert.equal(address("a", { at: `${AT}?articles=x,y&place=GN1` }), `${AT}?articles=x,y&place=GN1`);
  assert.equal(address("a", { at: `${AT}?article=x` }), `${AT}?article=x`);
});

test("commas are written as they are read", () => {
  assert.equal(address("a", { at: `${AT}?articles=x&center=1%2C2` }), `${AT}?articles=x&center=1,2`);
});

test("the frame's own keys are no part of the view", () => {
  assert.equal(address("a", { at: `${AT}?articles=x&embed=true&embed_options=dark_theme` }), `${AT}?articles=x`);
});

test("the code frames the view without its surroundings", () => {
  const code = frameCode("a", "Harbin: a map", AT);
  assert.match(code, /^<iframe src="https:\/\/news\.example\/maps\/\?articles=a&#38;embed=true" title="Harbin: a map" /);
});

test("nothing in a title or an address ends the code's attributes", () => {
  const code = frameCode("a", `"><script>alert('1')</script>`, `${AT}?words="onload=x`);
  assert.equal(code.match(/</g)?.length, 2);
  assert.equal(code.match(/"/g)?.length, 14);
  assert.ok(!code.includes("'1'"));
});
