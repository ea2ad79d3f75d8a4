// A line over the map. Its node stays, so that a screen reader hears what changes in it. It asks
// the server how far it is when the pane beside the map wants to know (see
// reader/online_lookup.js).

import "../shared/base.css";
import "./progress.css";
import { el, rootOf } from "../shared/dom.js";

/** @import { Component } from "../shared/component.js" */
/** @import { ProgressData } from "../records.js" */

/** @type {WeakMap<HTMLElement, () => void>} */
const asking = new WeakMap();

/** @param {Component<ProgressData>} component */
export default function progress(component) {
  const root = rootOf(component), { said, stamp } = component.data;
  const line = lineIn(root);
  if (line.textContent !== said) line.textContent = said;
  line.classList.toggle("is-empty", !said);
  const watching = overMap();
  const ask = () => component.setTriggerValue("poll", Date.now());
  window.addEventListener("dateline-ask", ask);
  const before = asking.get(line);
  if (before) window.removeEventListener("dateline-ask", before);
  asking.set(line, ask);
  document.documentElement.dataset.asked = stamp;
  window.dispatchEvent(new CustomEvent("dateline-asked", { detail: stamp }));
  return () => {
    window.removeEventListener("dateline-ask", ask);
    watching?.disconnect();
  };
}

/**
 * @param {HTMLElement} root
 * @returns {HTMLElement}
 */
function lineIn(root) {
  const there = root.querySelector(".line");
  if (there instanceof HTMLElement) return there;
  const line = el("p", { class: "line", role: "status", "aria-live": "polite" });
  root.replaceChildren(line);
  return line;
}

// Keeps the line over the map's upper edge, whatever stands above the map. The map is another
// fragment's and may come later; the block that holds both grows then.
function overMap() {
  const own = /** @type {HTMLElement | null} */ (document.querySelector(".st-key-progress"));
  const block = own?.closest("[data-testid='stMainBlockContainer']"), around = own?.parentElement;
  if (!own || !block || !around) return null;
  const watching = new ResizeObserver(() => {
    const map = document.querySelector(".st-key-map-box");
    if (!map) return;
    watching.observe(map);
    const { top, left } = around.getBoundingClientRect(), there = map.getBoundingClientRect();
    own.style.setProperty("--map-top", `${there.top - top}px`);
    own.style.setProperty("--map-left", `${there.left - left}px`);
    own.style.setProperty("--map-width", `${there.width}px`);
  });
  watching.observe(block);
  return watching;
}
