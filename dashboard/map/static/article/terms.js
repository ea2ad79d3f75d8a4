// Words of the legend that explain themselves: by pointing, by focus, by a press. What is said
// stays while it is pointed at; Escape or a press elsewhere hides it (WCAG 2.2, 1.4.13).

import { element } from "../base/dom.js";

const GONE_MS = 160, EDGE = 8, WIDTH = 240;
/** @type {{ button: HTMLElement, box: HTMLElement, stays: boolean } | null} */
let shown = null;
let timer = 0;

/**
 * A button that reads as these words, and says what they mean.
 * @param {string} words
 * @param {string} meaning
 */
export function term(words, meaning) {
  const button = element("button", "dl-term", words);
  button.type = "button";
  const byMouse = (/** @type {() => void} */ act) => (/** @type {PointerEvent} */ event) => {
    if (event.pointerType !== "touch") act();
  };
  button.addEventListener("pointerenter", byMouse(() => show(button, meaning)));
  button.addEventListener("pointerleave", byMouse(hideSoon));
  button.addEventListener("focus", () => { if (button.matches(":focus-visible")) show(button, meaning); });
  button.addEventListener("blur", hide);
  button.addEventListener("click", () => {
    if (shown?.button === button && shown.stays) hide();
    else show(button, meaning).stays = true;
  });
  return button;
}

/**
 * @param {HTMLElement} button
 * @param {string} meaning
 */
function show(button, meaning) {
  clearTimeout(timer);
  if (shown?.button === button) return shown;
  hide();
  const box = element("div", "dl-tip", meaning);
  box.id = "dl-tip";
  box.setAttribute("role", "tooltip");
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", hideSoon);
  button.closest(".leaflet-container")?.append(box);
  button.setAttribute("aria-describedby", box.id);
  place(button, box);
  shown = { button, box, stays: false };
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("pointerdown", onPress, true);
  return shown;
}

/**
 * Beside the legend where there is room, else above or below the word.
 * @param {HTMLElement} button
 * @param {HTMLElement} box
 */
function place(button, box) {
  const ground = box.parentElement?.getBoundingClientRect(), at = button.getBoundingClientRect();
  const legend = button.closest(".dl-legend")?.getBoundingClientRect();
  if (!ground || !legend) return;
  const isBeside = ground.right - legend.right > WIDTH + 2 * EDGE;
  const above = at.top - ground.top - box.offsetHeight - 4;
  const below = at.bottom - ground.top + 4;
  const left = isBeside ? legend.right + EDGE : at.left;
  const top = isBeside ? at.top - ground.top : above > EDGE ? above : below;
  const within = (/** @type {number} */ value, /** @type {number} */ most) => Math.max(EDGE, Math.min(value, most - EDGE));
  box.style.left = `${within(left - ground.left, ground.width - box.offsetWidth)}px`;
  box.style.top = `${within(top, ground.height - box.offsetHeight)}px`;
}

function hideSoon() {
  clearTimeout(timer);
  if (shown && !shown.stays) timer = window.setTimeout(hide, GONE_MS);
}

function hide() {
  clearTimeout(timer);
  if (!shown) return;
  shown.button.removeAttribute("aria-describedby");
  shown.box.remove();
  shown = null;
  document.removeEventListener("keydown", onKey, true);
  document.removeEventListener("pointerdown", onPress, true);
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key !== "Escape") return;
  event.stopPropagation();
  hide();
}

/** @param {PointerEvent} event */
function onPress({ target }) {
  const isInside = target instanceof Node && (shown?.button.contains(target) || shown?.box.contains(target));
  if (!isInside) hide();
}
