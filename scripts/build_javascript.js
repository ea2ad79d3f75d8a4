// Makes what the browser loads of the modules: `make javascript`. With `--check` nothing is
// written, and what is not as it would be written is named.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MAP = "dashboard/map/static", PAGE = "dashboard/page/components";

/** Folium's script finds these in the frame of the map, as a script of the page does. */
const SCRIPTS = {
  folder: `${MAP}/built`, format: /** @type {const} */ ("iife"),
  entries: {
    article: `${MAP}/article/frame.js`,
    atlas: `${MAP}/atlas/frame.js`,
    one_file_page: `${MAP}/article/one_file_page.js`,
  },
};
/** Streamlit makes a module of each component's script. */
const COMPONENTS = {
  folder: `${PAGE}/built`, format: /** @type {const} */ ("esm"),
  entries: Object.fromEntries([
    "filters/chips", "page/anchor", "page/progress", "page/return_after_sign_in", "page/share", "reader/reader",
    "search/articles_table", "search/facets", "search/map_listener", "search/place_excerpts", "search/place_facts",
    "search/search_bar", "search/timeline", "search/top_places",
  ].map((path) => [path.slice(path.indexOf("/") + 1), `${PAGE}/${path}.js`])),
};

/**
 * The files made of the modules: their paths from the root, and what they hold.
 * @returns {Promise<Map<string, string>>}
 */
async function built() {
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const { folder, format, entries } of [SCRIPTS, COMPONENTS]) {
    const { outputFiles } = await build({
      absWorkingDir: ROOT, entryPoints: entries, outdir: folder, format, bundle: true, write: false,
      charset: "utf8", target: "es2022", logLevel: "warning", legalComments: "none",
    });
    for (const file of outputFiles) files.set(relative(ROOT, file.path), file.text);
  }
  return files;
}

/**
 * What stands in the folders that is not as it would be written.
 * @param {Map<string, string>} files
 */
async function stale(files) {
  const there = await Promise.all([SCRIPTS, COMPONENTS].map(async ({ folder }) =>
    (await readdir(join(ROOT, folder))).map((name) => `${folder}/${name}`)));
  const unknown = there.flat().filter((path) => !files.has(path));
  const other = await Promise.all([...files].map(async ([path, text]) =>
    (await readFile(join(ROOT, path), "utf8").catch(() => null)) === text ? [] : [path]));
  return [...unknown, ...other.flat()];
}

const files = await built();
if (process.argv.includes("--check")) {
  const paths = await stale(files);
  if (paths.length) {
    console.error(`not as \`make javascript\` makes them: ${paths.join(", ")}`);
    process.exitCode = 1;
  }
} else {
  for (const [path, text] of files) await writeFile(join(ROOT, path), text);
}
