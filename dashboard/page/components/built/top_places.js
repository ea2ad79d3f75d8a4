// dashboard/page/components/shared/colours.js
function isDarkColour(colour) {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  const parts = hex ? hex.slice(1).map((part) => parseInt(part, 16)) : (colour.match(/\d+/g) ?? []).map(Number);
  const [red, green, blue] = parts;
  if (red === void 0 || green === void 0 || blue === void 0) return false;
  return 0.3 * red + 0.6 * green + 0.1 * blue < 110;
}

// dashboard/page/components/shared/keys.js
function itemAfterKey(key, at, length) {
  const steps = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: length - 1
  };
  const to = steps[key];
  return to === void 0 ? void 0 : Math.max(0, Math.min(length - 1, to));
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
function stepped(event, items) {
  const from = items.indexOf(
    /** @type {HTMLElement} */
    event.currentTarget
  );
  const to = itemAfterKey(event.key, from, items.length);
  const item = to === void 0 ? void 0 : items[to];
  if (!item || event.altKey || event.ctrlKey || event.metaKey) return false;
  event.preventDefault();
  event.stopPropagation();
  onlyStop(items, item);
  item.focus();
  return true;
}
function onlyStop(items, stop = items[0]) {
  for (const item of items) item.tabIndex = item === stop ? 0 : -1;
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
function listed(values) {
  return values.length ? values.map((one) => one.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",") : null;
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
function groupTallies(data, groups) {
  return el("ul", { class: "groups", "aria-label": "How it is meant" }, ...groups.map(([group, count]) => el(
    "li",
    {},
    sign(group, data),
    el("span", { text: markOf(group, data).label }),
    el("span", { class: "count", text: count.toLocaleString("en") })
  )));
}

// dashboard/page/components/search/top_places.js
var states = /* @__PURE__ */ new WeakMap();
function topPlaces(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = states.get(parentElement) ?? { data, channel: null, send: () => void 0 };
  states.set(parentElement, state);
  Object.assign(state, { data, send: patching(state, setTriggerValue) });
  keepingFocus(root, () => root.replaceChildren(data.place ? placeBox(state, data.place) : placeList(state)));
  listenToMap(state);
  return () => {
    state.channel?.close();
    state.channel = null;
  };
}
function listenToMap(state) {
  if (state.channel?.name === state.data.channel) return;
  state.channel?.close();
  state.channel = new BroadcastChannel(state.data.channel);
  state.channel.onmessage = ({ data }) => {
    if (data.to !== "page") return;
    if (data.place) state.send({ place: data.place });
    if (data.country) state.send({ countries: listed(toggled(state.data.countries, data.country)) });
  };
}
function toggled(countries, code) {
  return countries.includes(code) ? countries.filter((one) => one !== code) : [...countries, code];
}
function placeList(state) {
  const { data } = state, isByArticles = data.measure === "articles";
  const rows = data.rows.map((row, nth) => {
    const articles = counted(row.articles, "article"), mentions = counted(row.mentions, "mention");
    return el(
      "button",
      {
        class: "row",
        type: "button",
        "data-id": `row-${row.id}`,
        onclick: () => state.send({ place: row.id, fly: "1" })
      },
      el("span", { class: "rank count", "aria-hidden": "true", text: `${nth + 1}` }),
      el("span", { class: "row-name", text: row.name }),
      el("span", { class: "row-count", text: isByArticles ? articles : mentions }),
      el("span", { class: "row-where quiet", text: row.where }),
      el("span", { class: "row-more quiet", text: isByArticles ? mentions : articles }),
      el("span", { class: "bar", style: `--share: ${row.share}%`, "aria-hidden": "true" })
    );
  });
  onlyStop(rows);
  rows.forEach((row) => {
    row.onkeydown = (event) => {
      stepped(event, rows);
    };
  });
  const { more } = data;
  return el(
    "section",
    { "aria-label": "Most named places" },
    el("h2", { text: "Most named places" }),
    rows.length ? el("ol", { class: "rows" }, ...rows.map((row) => el("li", {}, row))) : el("p", { class: "empty", text: data.nothing }),
    more ? el("button", {
      class: "link",
      type: "button",
      text: more.text,
      "data-id": "more",
      onclick: () => state.send({ more: more.to })
    }) : null
  );
}
function placeBox(state, one) {
  return el(
    "section",
    { "aria-label": "Selected place", class: "chosen" },
    el(
      "header",
      {},
      el("div", {}, el("h2", { text: one.name }), el("p", { class: "quiet", text: one.where })),
      el("button", {
        class: "close",
        type: "button",
        text: "✕",
        title: "Close",
        "aria-label": "Close the selected place",
        "data-id": "close",
        onclick: () => state.send({ place: null })
      })
    ),
    el("p", {}, el("strong", { text: one.counts }), el("span", { class: "quiet", text: one.sure })),
    groupTallies(state.data, one.groups),
    one.excerpts.length ? el("h3", { text: "Latest" }) : null,
    excerptList(state.data, one.excerpts),
    one.id ? el("p", { class: "all" }, pageLink("place", one.query, { "data-id": "all-excerpts" }, one.all)) : null
  );
}
export {
  topPlaces as default
};
