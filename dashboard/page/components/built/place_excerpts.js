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
function pager(state, page, pages, label) {
  const turn = (text, to, id) => el("button", {
    class: "turn",
    type: "button",
    text,
    "data-id": id,
    "aria-disabled": String(to < 1 || to > pages),
    onclick: () => {
      if (to >= 1 && to <= pages) state.send({ page: String(to) });
    }
  });
  return el(
    "nav",
    { class: "pager", "aria-label": label },
    turn("‹ Previous", page - 1, "previous"),
    el("span", { text: `Page ${page.toLocaleString("en")} of ${pages.toLocaleString("en")}`, "aria-live": "polite" }),
    turn("Next ›", page + 1, "next")
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

// dashboard/page/components/search/excerpts.js
function excerptList(data, excerpts) {
  return el("ol", { class: "excerpts" }, ...excerpts.map((one) => el(
    "li",
    {},
    el(
      "figure",
      { class: `excerpt g-${one.group}` },
      el(
        "blockquote",
        { dir: "auto" },
        document.createTextNode(one.before),
        el("mark", { class: `g-${one.group}`, text: one.name }),
        document.createTextNode(one.after)
      ),
      el(
        "figcaption",
        { class: "quiet" },
        pageLink("", one.query, { title: "Open the article at this mention" }, one.title),
        document.createTextNode(one.credit),
        document.createTextNode(" · "),
        sign(one.group, data),
        document.createTextNode(` ${one.type} · ${one.likelihood}`)
      )
    )
  )));
}

// dashboard/page/components/search/place_excerpts.js
var states = /* @__PURE__ */ new WeakMap();
function placeExcerpts(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = states.get(parentElement) ?? {};
  states.set(parentElement, state);
  const isTurned = state.page !== void 0 && state.page !== data.page;
  state.page = data.page;
  const send = patching(state, setTriggerValue);
  keepingFocus(root, () => root.replaceChildren(el(
    "section",
    { class: "list", "aria-label": "Excerpts, newest first" },
    el("h2", { text: data.excerpts.length ? "Excerpts, newest first" : "No excerpts" }),
    data.excerpts.length ? excerptList(data, data.excerpts) : el("p", { class: "empty", text: data.nothing }),
    data.pages > 1 ? pager({ send }, data.page, data.pages, "Pages of excerpts") : ""
  )));
  if (isTurned) root.querySelector(".list")?.scrollIntoView({ block: "start" });
}
export {
  placeExcerpts as default
};
