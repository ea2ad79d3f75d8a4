// dashboard/page/components/shared/colours.js
function isDarkColour(colour) {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  const parts = hex ? hex.slice(1).map((part) => parseInt(part, 16)) : (colour.match(/\d+/g) ?? []).map(Number);
  const [red, green, blue] = parts;
  if (red === void 0 || green === void 0 || blue === void 0) return false;
  return 0.3 * red + 0.6 * green + 0.1 * blue < 110;
}

// dashboard/page/components/shared/dom.js
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === void 0 || value === false) continue;
    if (typeof value === "function") Object.assign(node, { [name]: value });
    else if (name === "text") node.textContent = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== void 0));
  return node;
}
function rootOf(component) {
  const root = (
    /** @type {HTMLElement} */
    component.parentElement.querySelector(".root")
  );
  const ground = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
  root.classList.toggle("dark", isDarkColour(ground));
  return root;
}

// dashboard/page/components/page/progress.js
var asking = /* @__PURE__ */ new WeakMap();
function progress(component) {
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
function lineIn(root) {
  const there = root.querySelector(".line");
  if (there instanceof HTMLElement) return there;
  const line = el("p", { class: "line", role: "status", "aria-live": "polite" });
  root.replaceChildren(line);
  return line;
}
function overMap() {
  const own = (
    /** @type {HTMLElement | null} */
    document.querySelector(".st-key-progress")
  );
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
export {
  progress as default
};
