import assert from "node:assert/strict";
import { test } from "node:test";
import { choiceOf, countOf, menuPlace, optionsOf, patchOf, pressedOf } from "../../../../dashboard/page/components/filters/chip_options.js";

/**
 * Options of these keys, all with a count of 2; a key with a minus is not shown.
 * @param {...string} keys
 */
function options(...keys) {
  return keys.map((key) => ({ key: key.replace("-", ""), label: key, help: "", count: 2, on: !key.startsWith("-") }));
}

test("a chip is pressed, not pressed, or in between", () => {
  assert.equal(pressedOf(options("a", "b")), "true");
  assert.equal(pressedOf(options("-a", "-b")), "false");
  assert.equal(pressedOf(options("a", "-b")), "mixed");
});

test("a chip counts what it would show, shown or not", () => {
  assert.equal(countOf(options("a", "-b", "c")), 6);
});

test("a chip says how many of its options are shown", () => {
  assert.deepEqual(choiceOf(options("a", "b")), { label: "all", isPart: false });
  assert.deepEqual(choiceOf(options("a", "-b", "c")), { label: "2 of 3", isPart: true });
  assert.deepEqual(choiceOf([]), { label: "all", isPart: false });
});

test("the options of all groups are the mention types", () => {
  const data = {
    groups: [{ key: "places", label: "Places", options: options("literal") }, { key: "people", label: "People", options: options("demonym") }],
    kinds: options("city"), articles: [],
  };
  assert.deepEqual(optionsOf(data, "groups").map(({ key }) => key), ["literal", "demonym"]);
  assert.deepEqual(optionsOf(data, "kinds").map(({ key }) => key), ["city"]);
});

test("all options are no filter, and none of them is one that lets nothing through", () => {
  assert.deepEqual(patchOf("groups", options("a", "b")), { types: null });
  assert.deepEqual(patchOf("groups", options("a", "-b")), { types: "a" });
  assert.deepEqual(patchOf("kinds", options("-a", "-b")), { kinds: "" });
});

test("the link always names articles: all of them, and none of them, are every one", () => {
  assert.deepEqual(patchOf("articles", options("a", "b")), { articles: "*" });
  assert.deepEqual(patchOf("articles", options("-a", "-b")), { articles: "*" });
  assert.deepEqual(patchOf("articles", options("a", "-b", "c")), { articles: "a,c" });
});

test("a menu stands below its chip", () => {
  assert.deepEqual(menuPlace({ left: 300, bottom: 60 }, { left: 20, top: 10 }, 1440), { width: 340, left: 280, top: 56 });
});

test("a menu keeps within the window, on a phone as wide as it", () => {
  const right = menuPlace({ left: 1300, bottom: 60 }, { left: 0, top: 0 }, 1440);
  assert.equal(right.left + right.width, 1432);
  const phone = menuPlace({ left: 250, bottom: 60 }, { left: 0, top: 0 }, 320);
  assert.deepEqual([phone.left, phone.width], [8, 304]);
});
