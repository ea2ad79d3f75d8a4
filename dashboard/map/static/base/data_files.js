// The map's data: from the page itself if it carries them, else fetched once.

/** @type {Record<string, Promise<any>>} */
const loads = {};
const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
/** Beside the folder of this script; "" where the script stands in the page. */
const folder = script?.src ? new URL("../data/", script.src).href : "";

/**
 * The data of a file.
 * @param {string} name
 * @returns {Promise<any>}
 */
export function load(name) {
  return loads[name] ??= carried(name) ?? fetch(`${folder}${name}.json`).then((answer) => answer.json());
}

/** @param {string} name */
function carried(name) {
  const text = document.getElementById(`data-${name}`)?.textContent;
  return text ? Promise.resolve(JSON.parse(text)) : null;
}

/**
 * Begins to fetch a file that will be needed, where the page does not carry it.
 * @param {string} name
 */
export function fetchAhead(name) {
  if (folder && !document.getElementById(`data-${name}`)) load(name);
}
