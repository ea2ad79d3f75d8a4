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
function sign(group, data) {
  return el("span", {
    class: "sign",
    "aria-hidden": "true",
    style: `color: var(--${group})`,
    text: markOf(group, data).glyph
  });
}
function markOf(group, data) {
  return data.marks[group] ?? { glyph: "", label: group };
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

// dashboard/page/components/shared/page_links.js
function pageAddress(path, query) {
  const search = new URLSearchParams(query).toString();
  return `./${path}${search ? `?${search}` : ""}`;
}
function pageLink(path, query, attributes, text) {
  const link = el("a", {
    ...attributes,
    href: pageAddress(path, query),
    onclick: (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      window.history.pushState({}, "", link.href);
      window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    }
  }, document.createTextNode(text));
  return link;
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

// dashboard/page/components/search/excerpts.js
function groupTallies(data, groups) {
  return el("ul", { class: "groups", "aria-label": "How it is meant" }, ...groups.map(([group, count]) => el(
    "li",
    {},
    sign(group, data),
    el("span", { text: markOf(group, data).label }),
    el("span", { class: "count", text: count.toLocaleString("en") })
  )));
}

// dashboard/page/components/search/place_facts.js
var states = /* @__PURE__ */ new WeakMap();
function placeFacts(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = states.get(parentElement) ?? {};
  states.set(parentElement, state);
  const send = patching(state, setTriggerValue);
  keepingFocus(root, () => root.replaceChildren(...nodes(data, send)));
}
function nodes(data, send) {
  const isKnown = Boolean(data.degrees);
  return [
    el(
      "header",
      {},
      el("h1", { text: data.name }),
      el("p", { class: "quiet", text: [data.where, data.degrees].filter(Boolean).join(" · ") }),
      data.counts ? el("p", {}, el("strong", { text: data.counts }), el("span", { class: "quiet", text: data.sure })) : null,
      groupTallies(data, data.groups),
      el("p", { class: "ways" }, pageLink(
        "atlas",
        isKnown ? data.atlas : {},
        { "data-id": "to-atlas" },
        isKnown ? "Show on the atlas" : "To the atlas"
      ))
    ),
    el(
      "div",
      { class: "bar", role: "search" },
      searchField(data.words, "Search the articles", "words", (words) => send({ words: words || null })),
      resetButton(data, send)
    )
  ];
}
export {
  placeFacts as default
};
