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
function focusedIn(root) {
  const within = (
    /** @type {ShadowRoot | Document} */
    root.getRootNode()
  );
  return (
    /** @type {HTMLElement | null} */
    within.activeElement
  );
}
function byId(root, id) {
  return (
    /** @type {HTMLElement | null} */
    root.querySelector(`[data-id="${CSS.escape(id)}"]`)
  );
}

// dashboard/page/components/shared/focus.js
function keepingFocus(root, draw) {
  const active = focusedIn(root), id = active?.dataset.id;
  const field = active instanceof HTMLInputElement && active.type === "search" ? active : null;
  const typed = field ? { text: field.value, caret: field.selectionStart } : null;
  draw();
  const again = id ? byId(root, id) : null;
  if (!again) return;
  again.focus({ preventScroll: true });
  if (typed && again instanceof HTMLInputElement) {
    again.value = typed.text;
    again.setSelectionRange(typed.caret, typed.caret);
  }
}

// dashboard/page/components/shared/numbers.js
function counted(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

// dashboard/page/components/shared/patches.js
function patching(state, setTriggerValue) {
  state.earlier = state.sent;
  const sent = {};
  state.sent = sent;
  return ({ fly, ...patch }) => {
    Object.assign(sent, patch);
    setTriggerValue("patch", { ...state.earlier, ...sent, ...fly && { fly } });
  };
}

// dashboard/page/components/search/timeline_days.js
function chosenColumns(bins, since, until) {
  const found = since ? bins.findIndex((bin) => bin.until >= since) : 0;
  const from = found < 0 ? Math.max(0, bins.length - 1) : found;
  const last = Math.max(0, bins.findLastIndex((bin) => !until || bin.since <= until));
  return { from, to: Math.max(last, found < 0 ? from : found) };
}
function patchOfDays(bins, { from, to }) {
  const first = bins[from], last = bins[to];
  if (isAll(bins, { from, to }) || !first || !last) return { since: null, until: null };
  return { since: first.since, until: last.until };
}
function isAll(bins, { from, to }) {
  return from === 0 && to === bins.length - 1;
}
function choiceAfterKey(choice, end, key, last) {
  const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 7, PageDown: -7, Home: -Infinity, End: Infinity };
  const by = steps[key];
  if (by === void 0) return null;
  const to = Math.max(0, Math.min(last, choice[end] + by));
  return end === "from" ? { from: Math.min(to, choice.to), to: choice.to } : { from: choice.from, to: Math.max(to, choice.from) };
}
function dragAt({ handle: handle2, at, choice: { from, to }, isBrushed, count }) {
  if (handle2) return handle2;
  return isBrushed && at >= from && at <= to && to - from < count - 1 ? "move" : "brush";
}
function dragged(drag, now, at, last) {
  if (drag.how === "from") return { from: Math.min(at, now.to), to: now.to };
  if (drag.how === "to") return { from: now.from, to: Math.max(at, now.from) };
  if (drag.how === "brush") return { from: Math.min(drag.at, at), to: Math.max(drag.at, at) };
  const by = Math.max(-drag.from, Math.min(last - drag.to, at - drag.at));
  return { from: drag.from + by, to: drag.to + by };
}
function columnAt(x, plot, count) {
  return Math.max(0, Math.min(count - 1, Math.floor(count * (x - plot.left) / plot.width)));
}
function columnHeights(bins, high) {
  const most = Math.max(1, ...bins.map((bin) => bin.articles));
  return bins.map(({ articles }) => articles ? Math.max(3, (high - 2) * articles / most) : 0);
}
function axisLabels(bins) {
  const named = bins.length > 4 ? [0, Math.floor(bins.length / 2), bins.length - 1] : bins.length > 1 ? [0, bins.length - 1] : [0];
  return named.map((nth) => bins[nth]?.label ?? "");
}
function choiceInWords(bins, { from, to }) {
  const first = bins[from]?.first ?? "", last = bins[to]?.last ?? "";
  const articles = bins.slice(from, to + 1).reduce((sum, bin) => sum + bin.articles, 0);
  return `${first === last ? first : `${first} to ${last}`}: ${counted(articles, "article")}`;
}

// dashboard/page/components/search/timeline.js
var SVG = "http://www.w3.org/2000/svg";
var HIGH = 64;
var REST_MS = 350;
var states = /* @__PURE__ */ new WeakMap();
function timeline(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = states.get(parentElement) ?? { data, choice: { from: 0, to: 0 }, drag: null, parts: null, timer: 0, send: () => void 0 };
  states.set(parentElement, state);
  Object.assign(state, { data, send: patching(state, setTriggerValue) });
  if (state.drag) return;
  state.choice = chosenColumns(data.bins, data.since, data.until);
  keepingFocus(root, () => root.replaceChildren(...nodes(state)));
}
function nodes(state) {
  const { bins, undated, brushed, nothing } = state.data;
  if (!bins.length) return [el("p", { class: "quiet", text: nothing })];
  const words = el("span", { class: "quiet" });
  const head = el(
    "div",
    { class: "head" },
    el("strong", { text: "When" }),
    words,
    undated && brushed ? el("span", { class: "quiet", text: `${counted(undated, "article")} without a date left out` }) : null,
    el("button", {
      class: "action",
      type: "button",
      text: "All dates",
      "data-id": "all-dates",
      disabled: !brushed,
      onclick: () => state.send({ since: null, until: null })
    })
  );
  const shade = el("div", { class: "window" });
  const handles = { from: handle(state, "from", "First day"), to: handle(state, "to", "Last day") };
  const plot = el("div", { class: "plot" }, columns(bins), shade, handles.from, handles.to);
  const parts = { plot, shade, handles, words };
  state.parts = parts;
  brushing(state, parts);
  place(state);
  return [head, plot, el("div", { class: "axis", "aria-hidden": "true" }, ...axisLabels(bins).map((text) => el("span", { text })))];
}
function columns(bins) {
  const svg = svgNode("svg", { viewBox: `0 0 ${bins.length} ${HIGH}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const heights = columnHeights(bins, HIGH);
  bins.forEach((bin, nth) => {
    const height = heights[nth] ?? 0;
    const column = svgNode("rect", { x: nth + 0.06, width: 0.88, y: HIGH - height, height, class: "column" });
    const title = svgNode("title", {});
    title.textContent = `${bin.label}: ${counted(bin.articles, "article")}`;
    column.append(title);
    svg.append(column);
  });
  return svg;
}
function svgNode(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}
function handle(state, end, label) {
  return el("div", {
    class: `handle ${end}`,
    role: "slider",
    tabindex: "0",
    "aria-label": label,
    "data-id": `handle-${end}`,
    "aria-valuemin": "0",
    "aria-valuemax": String(state.data.bins.length - 1),
    "aria-orientation": "horizontal",
    onkeydown: (event) => stepHandle(state, end, event)
  });
}
function stepHandle(state, end, event) {
  const choice = choiceAfterKey(state.choice, end, event.key, state.data.bins.length - 1);
  if (!choice || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  state.choice = choice;
  place(state);
  clearTimeout(state.timer);
  state.timer = window.setTimeout(() => sendDays(state), REST_MS);
}
function place(state) {
  const { choice: { from, to }, parts, data: { bins, brushed } } = state;
  if (!parts) return;
  const part = (nth) => `${100 * nth / bins.length}%`;
  parts.shade.style.left = part(from);
  parts.shade.style.width = part(to - from + 1);
  parts.handles.from.style.left = part(from);
  parts.handles.to.style.left = part(to + 1);
  parts.handles.from.setAttribute("aria-valuenow", String(from));
  parts.handles.from.setAttribute("aria-valuetext", bins[from]?.first ?? "");
  parts.handles.to.setAttribute("aria-valuenow", String(to));
  parts.handles.to.setAttribute("aria-valuetext", bins[to]?.last ?? "");
  parts.words.textContent = choiceInWords(bins, state.choice);
  parts.plot.classList.toggle("is-brushed", !isAll(bins, state.choice) || brushed);
}
function brushing(state, { plot }) {
  const count = state.data.bins.length;
  const at = (event) => columnAt(event.clientX, plot.getBoundingClientRect(), count);
  plot.onpointerdown = (event) => {
    if (event.button) return;
    const node = event.target instanceof Element ? event.target.closest(".handle") : null;
    const end = node ? node.classList.contains("from") ? "from" : "to" : null;
    const how = dragAt({ handle: end, at: at(event), choice: state.choice, isBrushed: plot.classList.contains("is-brushed"), count });
    state.drag = { at: at(event), how, ...state.choice, hasMoved: false };
    plot.setPointerCapture(event.pointerId);
    if (node instanceof HTMLElement) node.focus();
  };
  plot.onpointermove = (event) => {
    const { drag } = state;
    if (!drag) return;
    if (at(event) !== drag.at) drag.hasMoved = true;
    if (!drag.hasMoved && drag.how !== "brush") return;
    state.choice = dragged(drag, state.choice, at(event), state.data.bins.length - 1);
    place(state);
  };
  plot.onpointerup = () => {
    const { drag } = state;
    state.drag = null;
    if (!drag) return;
    if (!drag.hasMoved && (drag.how === "move" || drag.how === "brush")) state.choice = { from: drag.at, to: drag.at };
    place(state);
    if (state.choice.from !== drag.from || state.choice.to !== drag.to || drag.how === "brush") sendDays(state);
  };
  plot.onpointercancel = () => {
    if (!state.drag) return;
    state.choice = { from: state.drag.from, to: state.drag.to };
    state.drag = null;
    place(state);
  };
}
function sendDays(state) {
  state.send(patchOfDays(state.data.bins, state.choice));
}
export {
  timeline as default
};
