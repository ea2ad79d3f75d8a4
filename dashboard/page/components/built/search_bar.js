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

// dashboard/page/components/shared/fields.js
function searchField(value, label, id, send) {
  const field = el("input", { type: "search", placeholder: label, "aria-label": label, maxlength: "200", "data-id": id });
  field.value = value;
  const changed = () => {
    if (field.value.trim() !== value) send(field.value.trim());
  };
  Object.assign(field, { onchange: changed, onsearch: changed });
  return field;
}
function resetButton(data, send) {
  return el("button", {
    class: "action",
    type: "button",
    text: "Reset all",
    "data-id": "reset",
    disabled: !data.changed,
    onclick: () => send(data.reset)
  });
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

// dashboard/page/components/search/search_bar.js
var states = /* @__PURE__ */ new WeakMap();
function searchBar(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = states.get(parentElement) ?? {};
  states.set(parentElement, state);
  const send = patching(state, setTriggerValue);
  keepingFocus(root, () => root.replaceChildren(el(
    "div",
    { class: "bar", role: "search" },
    el(
      "p",
      { class: "tally", role: "status" },
      el("strong", { text: data.count }),
      el("span", { class: "quiet", text: data.more })
    ),
    searchField(data.words, "Search the articles", "words", (words) => send({ words: words || null })),
    data.size ? measure(data.size, send) : null,
    resetButton(data, send)
  )));
}
function measure(size, send) {
  const choice = (value, label) => el("button", {
    type: "button",
    class: "choice",
    text: label,
    "aria-pressed": String(size === value),
    "data-id": `size-${value}`,
    onclick: () => send({ size: value })
  });
  return el(
    "div",
    { class: "switch", role: "group", "aria-label": "What sizes and shades count" },
    el("span", { class: "quiet", text: "By" }),
    choice("articles", "Articles"),
    choice("mentions", "Mentions")
  );
}
export {
  searchBar as default
};
