// The modules as a whole: who imports whom, and that what a browser loads needs all of them.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { test } from "node:test";

const MAP = "dashboard/map/static", PAGE = "dashboard/page/components";
const ENTRIES = [
  `${MAP}/article/frame.js`, `${MAP}/article/one_file_page.js`, `${MAP}/atlas/frame.js`,
];

/** @param {string} root */
function modulesBelow(root) {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".js") && !path.startsWith("built"))
    .map((path) => posix.join(root, path.replaceAll("\\", "/")));
}

/** @param {string} path */
function importsOf(path) {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/^(?:import|export)\b[^;]*?"(\.[^"]+)";/gms)]
    .map(([, to]) => posix.join(posix.dirname(path), to ?? ""))
    .filter((to) => to.endsWith(".js"));
}

const imports = new Map([...modulesBelow(MAP), ...modulesBelow(PAGE)].map((path) => [path, importsOf(path)]));
const isComponent = (/** @type {string} */ path) => /^export default /m.test(readFileSync(path, "utf8"));
const entries = [...ENTRIES, ...[...imports.keys()].filter(isComponent)];

/**
 * All modules that one needs, itself too.
 * @param {string} path
 * @param {Set<string>} [found]
 */
function needed(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const to of imports.get(path) ?? []) needed(to, found);
  return found;
}

test("all modules are found", () => {
  assert.ok(imports.size > 60, String(imports.size));
  assert.equal(entries.length, 17);
});

test("no module needs itself", () => {
  const circles = [...imports].filter(([path, direct]) => direct.some((to) => needed(to).has(path)));
  assert.deepEqual(circles.map(([path]) => path), []);
});

test("what is imported is there", () => {
  const missing = [...imports].flatMap(([path, direct]) => direct.filter((to) => !imports.has(to)).map((to) => `${path}: ${to}`));
  assert.deepEqual(missing, []);
});

test("each module is needed by something that a browser loads", () => {
  const all = new Set(entries.flatMap((path) => [...needed(path)]));
  assert.deepEqual([...imports.keys()].filter((path) => !all.has(path)), []);
});

/**
 * Which folders the modules of a folder may import from, besides their own.
 * @type {Record<string, string[]>}
 */
const MAY = {
  [`${MAP}/base`]: [],
  [`${MAP}/article`]: [`${MAP}/base`],
  [`${MAP}/atlas`]: [`${MAP}/base`],
  [`${PAGE}/shared`]: [],
  [`${PAGE}/filters`]: [`${PAGE}/shared`],
  [`${PAGE}/page`]: [`${PAGE}/shared`],
  [`${PAGE}/reader`]: [`${PAGE}/shared`],
  [`${PAGE}/search`]: [`${PAGE}/shared`],
};

test("a folder imports only from its own and from what is shared", () => {
  const wrong = [...imports].flatMap(([path, direct]) => {
    const from = posix.dirname(path), allowed = [from, ...MAY[from] ?? []];
    return direct.filter((to) => !allowed.includes(posix.dirname(to))).map((to) => `${path}: ${to}`);
  });
  assert.deepEqual(wrong, []);
});
