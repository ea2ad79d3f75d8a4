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

// dashboard/page/components/search/table_order.js
var WORDS = ["title", "outlet", "language"];
function risesAfterPress(key, now) {
  return now.order === key ? !now.rising : WORDS.includes(key);
}
function sortOf(key, now) {
  if (now.order !== key) return { sort: "none", arrow: "↕" };
  return now.rising ? { sort: "ascending", arrow: "▲" } : { sort: "descending", arrow: "▼" };
}

// dashboard/page/components/search/articles_table.js
var states = /* @__PURE__ */ new WeakMap();
function articlesTable(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = states.get(parentElement) ?? { chosen: /* @__PURE__ */ new Map(), deleting: null, data, root, send: () => void 0, remove: () => void 0 };
  states.set(parentElement, state);
  Object.assign(state, {
    data,
    root,
    send: patching(state, setTriggerValue),
    remove: (ids) => setTriggerValue("delete", ids)
  });
  drawTable(state);
}
function drawTable(state) {
  const { data } = state;
  keepingFocus(state.root, () => state.root.replaceChildren(
    chosenBar(state),
    data.rows.length ? articles(state) : el("p", { class: "empty", text: data.nothing }),
    data.pages > 1 ? pager(state, data.page, data.pages, "Pages of articles") : ""
  ));
}
function articles(state) {
  const { data } = state;
  const all = el("input", {
    type: "checkbox",
    "aria-label": "Choose all of this page",
    "data-id": "choose-all",
    checked: data.rows.every((row) => state.chosen.has(row.id)),
    onchange: () => {
      data.rows.forEach((row) => choose(state, row, all.checked));
      drawTable(state);
    }
  });
  return el(
    "table",
    {},
    el("caption", { text: "Articles" }),
    el("thead", {}, el("tr", {}, el("th", { class: "check" }, all), ...data.columns.map((column) => heading(state, column)), el("th", { class: "does" }, el("span", { class: "unseen", text: "Delete" })))),
    el("tbody", {}, ...data.rows.map((row) => articleRow(state, row)))
  );
}
function heading(state, { key, label }) {
  const { sort, arrow } = sortOf(key, state.data);
  return el(
    "th",
    { scope: "col", class: `of-${key}`, "aria-sort": sort },
    el("button", {
      type: "button",
      "data-id": `sort-${key}`,
      title: `Sort by ${label.toLowerCase()}`,
      onclick: () => state.send({ order: key, rising: risesAfterPress(key, state.data) ? "1" : "0" })
    }, el("span", { text: label }), el("span", { class: "arrow", "aria-hidden": "true", text: arrow }))
  );
}
function choose(state, row, on) {
  if (on) state.chosen.set(row.id, row);
  else state.chosen.delete(row.id);
}
function articleRow(state, row) {
  const about = [row.outlet, row.published, row.language === "English" ? "" : row.language, counted(row.places, "place")].filter(Boolean).join(" · ");
  const box = el("input", {
    type: "checkbox",
    checked: state.chosen.has(row.id),
    "aria-label": `Choose ${row.title}`,
    "data-id": `choose-${row.id}`,
    onchange: () => {
      choose(state, row, box.checked);
      drawTable(state);
    }
  });
  return el(
    "tr",
    { class: state.chosen.has(row.id) ? "is-chosen" : "" },
    el("td", { class: "check" }, el("label", {}, box)),
    el(
      "th",
      { scope: "row", class: "of-title", dir: "auto" },
      pageLink("", { articles: row.id }, { "data-id": `open-${row.id}` }, row.title),
      el("span", { class: "kept quiet", text: row.kept }),
      el("span", { class: "about quiet", text: about })
    ),
    el("td", { class: "of-outlet", text: row.outlet }),
    el("td", { class: "of-published", text: row.published }),
    el("td", { class: "of-language", text: row.language }),
    el("td", { class: "of-places", text: row.places.toLocaleString("en"), title: counted(row.mentions, "mention") }),
    el("td", { class: "of-added", text: row.added }),
    el("td", { class: "does" }, row.deletable ? el("button", {
      class: "link",
      type: "button",
      text: "Delete",
      "aria-label": `Delete ${row.title}`,
      "data-id": `delete-${row.id}`,
      onclick: () => askToDelete(state, [row])
    }) : null)
  );
}
function askToDelete(state, rows) {
  state.deleting = rows;
  drawTable(state);
  byId(state.root, "keep")?.focus();
}
function chosenBar(state) {
  if (state.deleting) return confirmation(state, state.deleting);
  const rows = [...state.chosen.values()], deletable = rows.filter((row) => row.deletable);
  if (!rows.length) return el("p", { class: "chosen-bar quiet", text: "Open an article by its title, or choose several to open them on one map." });
  const { most } = state.data;
  const opened = rows.slice(0, most).map((row) => row.id).join(",");
  return el(
    "div",
    { class: "chosen-bar", role: "group", "aria-label": "Chosen articles" },
    el("strong", { text: `${rows.length} chosen` }),
    pageLink(
      "",
      { articles: opened },
      { class: "button", "data-id": "open-chosen" },
      rows.length > most ? `Open the first ${most} on the map` : "Open on the map"
    ),
    deletable.length ? el("button", {
      class: "button",
      type: "button",
      text: `Delete ${deletable.length}…`,
      "data-id": "delete-chosen",
      onclick: () => askToDelete(state, deletable)
    }) : null,
    el("button", { class: "link", type: "button", text: "Choose none", "data-id": "choose-none", onclick: () => {
      state.chosen.clear();
      drawTable(state);
    } })
  );
}
function confirmation(state, rows) {
  const what = rows.length === 1 ? `“${rows[0]?.title ?? ""}”` : counted(rows.length, "article");
  const done = (yes) => {
    if (yes) {
      state.remove(rows.map((row) => row.id));
      rows.forEach((row) => state.chosen.delete(row.id));
    }
    state.deleting = null;
    drawTable(state);
  };
  return el(
    "div",
    { class: "chosen-bar is-asking", role: "alertdialog", "aria-label": "Delete?" },
    el("span", { text: `Delete ${what}? Links to it will not open any more.` }),
    el("button", { class: "button", type: "button", text: "Delete", "data-id": "delete-yes", onclick: () => done(true) }),
    el("button", { class: "button", type: "button", text: "Keep", "data-id": "keep", onclick: () => done(false) })
  );
}
export {
  articlesTable as default
};
