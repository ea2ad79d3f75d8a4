// Every node of the page's components is made here, from text, never from markup.

import { isDarkColour } from "./colours.js";
import { itemAfterKey } from "./keys.js";

/** @import { Attributes, Child, Component } from "./component.js" */
/** @import { Mark } from "../records.js" */

/**
 * A node with these attributes, handlers and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes] one that is null, undefined or false is left out
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") Object.assign(node, { [name]: value });
    else if (name === "text") node.textContent = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** @param {string} address */
export function isWebAddress(address) {
  return /^https?:\/\//i.test(address);
}

/**
 * A group's sign: its shape in its colour. The colour is a variable made from dashboard/wording/palette.py.
 * @param {string} group
 * @param {{ marks: Record<string, Mark> }} data
 */
export function sign(group, data) {
  return el("span", {
    class: "sign",
    "aria-hidden": "true",
    style: `color: var(--${group})`,
    text: markOf(group, data).glyph,
  });
}

/**
 * @param {string} group
 * @param {{ marks: Record<string, Mark> }} data
 * @returns {Mark}
 */
export function markOf(group, data) {
  return data.marks[group] ?? { glyph: "", label: group };
}

/**
 * The node that a component draws into; it is dark where the page's ground is.
 * @param {Component<unknown>} component
 */
export function rootOf(component) {
  const root = /** @type {HTMLElement} */ (component.parentElement.querySelector(".root"));
  const ground = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
  root.classList.toggle("dark", isDarkColour(ground));
  return root;
}

/**
 * The node of a root that has the focus.
 * @param {HTMLElement} root
 * @returns {HTMLElement | null}
 */
export function focusedIn(root) {
  const within = /** @type {ShadowRoot | Document} */ (root.getRootNode());
  return /** @type {HTMLElement | null} */ (within.activeElement);
}

/**
 * The node of this data-id.
 * @param {HTMLElement} root
 * @param {string} id
 */
export function byId(root, id) {
  return /** @type {HTMLElement | null} */ (root.querySelector(`[data-id="${CSS.escape(id)}"]`));
}

/** Whether the reader wants nothing to move by itself. */
export function isStill() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * Copies a text; whether that could be done.
 * @param {string} text
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Outside a secure context there is no clipboard; the old way needs a selection.
    const area = el("textarea", { style: "position: fixed; opacity: 0" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

/**
 * Arrow keys, Home and End move the focus along `items`; true when the key was one of them.
 * @param {KeyboardEvent} event
 * @param {HTMLElement[]} items
 */
export function stepped(event, items) {
  const from = items.indexOf(/** @type {HTMLElement} */ (event.currentTarget));
  const to = itemAfterKey(event.key, from, items.length);
  const item = to === undefined ? undefined : items[to];
  if (!item || event.altKey || event.ctrlKey || event.metaKey) return false;
  event.preventDefault();
  event.stopPropagation();
  onlyStop(items, item);
  item.focus();
  return true;
}

/**
 * One stop of the Tab key for all items.
 * @param {HTMLElement[]} items
 * @param {HTMLElement | undefined} [stop] the first, where none is named
 */
export function onlyStop(items, stop = items[0]) {
  for (const item of items) item.tabIndex = item === stop ? 0 : -1;
}
