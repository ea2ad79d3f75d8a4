// Explains a term where it stands: by pointing, by focus, by a tap. It stays while it is pointed
// at, and Escape or a press elsewhere hides it (WCAG 2.2, 1.4.13).

import { el } from "./dom.js";

const GONE_MS = 160;
const EDGE = 8;

/** @type {{ node: HTMLElement, box: HTMLElement, byTap: boolean } | null} */
let shown = null;
let timer = 0;

/**
 * A button that reads as a word with a small question mark, and says what the word means.
 * @param {Record<string, string>} terms
 * @param {string} key
 * @param {string} text
 * @param {string} [extra] more classes
 */
export function term(terms, key, text, extra = "") {
  const button = el("button", { class: `term ${extra}`, type: "button", "data-term": key, text });
  const meaning = terms[key] ?? "";
  button.onclick = () => {
    const hides = shown?.node === button && shown.byTap;
    if (hides) hideTip();
    else showTip(button, meaning).byTap = true;
  };
  return explained(button, meaning);
}

/**
 * Shows `text` while `node` is pointed at or has the keyboard's focus.
 * @template {HTMLElement} Some
 * @param {Some} node
 * @param {string} text
 */
export function explained(node, text) {
  node.addEventListener("pointerenter", (event) => { if (event.pointerType !== "touch") showTip(node, text); });
  node.addEventListener("pointerleave", (event) => { if (event.pointerType !== "touch") hideSoon(); });
  node.addEventListener("focus", () => { if (node.matches(":focus-visible")) showTip(node, text); });
  node.addEventListener("blur", hideTip);
  return node;
}

/**
 * @param {HTMLElement} node
 * @param {string} text
 */
function showTip(node, text) {
  clearTimeout(timer);
  if (shown?.node === node) return shown;
  hideTip();
  const box = el("div", { class: "tip", role: "tooltip", id: "tip", popover: "manual", text });
  box.onpointerenter = () => clearTimeout(timer);
  box.onpointerleave = hideSoon;
  node.closest(".root")?.append(box);
  box.showPopover?.();
  node.setAttribute("aria-describedby", "tip");
  placeTip(node, box);
  shown = { node, box, byTap: false };
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("pointerdown", onPress, true);
  document.addEventListener("scroll", hideTip, { capture: true, once: true });
  return shown;
}

/**
 * @param {HTMLElement} node
 * @param {HTMLElement} box
 */
function placeTip(node, box) {
  const at = node.getBoundingClientRect();
  const left = Math.max(EDGE, Math.min(at.left, window.innerWidth - box.offsetWidth - EDGE));
  const below = at.bottom + 6 + box.offsetHeight < window.innerHeight;
  box.style.left = `${left}px`;
  box.style.top = `${below ? at.bottom + 6 : Math.max(EDGE, at.top - 6 - box.offsetHeight)}px`;
}

function hideSoon() {
  clearTimeout(timer);
  if (!shown?.byTap) timer = window.setTimeout(hideTip, GONE_MS);
}

export function hideTip() {
  clearTimeout(timer);
  shown?.node.removeAttribute("aria-describedby");
  shown?.box.remove();
  shown = null;
  document.removeEventListener("keydown", onKey, true);
  document.removeEventListener("pointerdown", onPress, true);
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key !== "Escape") return;
  event.stopPropagation();
  hideTip();
}

/** @param {PointerEvent} event */
function onPress(event) {
  const path = event.composedPath();
  if (!shown || (!path.includes(shown.node) && !path.includes(shown.box))) hideTip();
}
