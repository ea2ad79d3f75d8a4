// The articles of the library: a table to sort, choose from, open and delete.

const tableStates = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = tableStates.get(parentElement) ?? { chosen: new Map(), sure: null };
  tableStates.set(parentElement, state);
  Object.assign(state, {
    data, root,
    send: patching(state, setTriggerValue),
    remove: (ids) => setTriggerValue("delete", ids),
  });
  drawTable(state);
}

function drawTable(state) {
  const { data } = state;
  keepingFocus(state.root, () => state.root.replaceChildren(
    chosenBar(state),
    data.rows.length ? articles(state) : el("p", { class: "empty", text: data.nothing }),
    data.pages > 1 ? pager(state, data.page, data.pages, "Pages of articles") : ""));
}

function articles(state) {
  const { data } = state;
  const all = el("input", {
    type: "checkbox", "aria-label": "Choose all of this page", "data-id": "choose-all",
    checked: data.rows.every((row) => state.chosen.has(row.id)),
    onchange: (event) => { data.rows.forEach((row) => choose(state, row, event.target.checked)); drawTable(state); },
  });
  return el("table", {},
    el("caption", { text: "Articles" }),
    el("thead", {}, el("tr", {}, el("th", { class: "check" }, all), ...data.columns.map((column) => heading(state, column)), el("th", { class: "does" }, el("span", { class: "unseen", text: "Delete" })))),
    el("tbody", {}, ...data.rows.map((row) => articleRow(state, row))));
}

function heading(state, { key, label }) {
  const { data } = state, isOrder = data.order === key;
  const first = ["title", "outlet", "language"].includes(key);
  const rising = isOrder ? !data.rising : first;
  return el("th", { scope: "col", class: `of-${key}`, "aria-sort": isOrder ? (data.rising ? "ascending" : "descending") : "none" },
    el("button", {
      type: "button", "data-id": `sort-${key}`, title: `Sort by ${label.toLowerCase()}`,
      onclick: () => state.send({ order: key, rising: rising ? "1" : "0" }),
    }, el("span", { text: label }), el("span", { class: "arrow", "aria-hidden": "true", text: isOrder ? (data.rising ? "▲" : "▼") : "↕" })));
}

function choose(state, row, on) {
  if (on) state.chosen.set(row.id, row);
  else state.chosen.delete(row.id);
}

function articleRow(state, row) {
  const about = [row.outlet, row.published, row.language === "English" ? "" : row.language, counted(row.places, "place")].filter(Boolean).join(" · ");
  return el("tr", { class: state.chosen.has(row.id) ? "is-chosen" : "" },
    el("td", { class: "check" }, el("label", {}, el("input", {
      type: "checkbox", checked: state.chosen.has(row.id), "aria-label": `Choose ${row.title}`, "data-id": `choose-${row.id}`,
      onchange: (event) => { choose(state, row, event.target.checked); drawTable(state); },
    }))),
    el("th", { scope: "row", class: "of-title", dir: "auto" },
      pageLink("", { articles: row.id }, { "data-id": `open-${row.id}` }, document.createTextNode(row.title)),
      el("span", { class: "kept quiet", text: row.kept }),
      el("span", { class: "about quiet", text: about })),
    el("td", { class: "of-outlet", text: row.outlet }),
    el("td", { class: "of-published", text: row.published }),
    el("td", { class: "of-language", text: row.language }),
    el("td", { class: "of-places", text: row.places.toLocaleString("en"), title: counted(row.mentions, "mention") }),
    el("td", { class: "of-added", text: row.added }),
    el("td", { class: "does" }, row.deletable ? el("button", {
      class: "link", type: "button", text: "Delete", "aria-label": `Delete ${row.title}`, "data-id": `delete-${row.id}`,
      onclick: () => { state.sure = [row]; drawTable(state); state.root.querySelector("[data-id='keep']").focus(); },
    }) : null));
}

// What can be done with the chosen articles; deleting is asked for twice.
function chosenBar(state) {
  const rows = [...state.chosen.values()], deletable = rows.filter((row) => row.deletable);
  if (state.sure) return asking(state);
  if (!rows.length) return el("p", { class: "chosen-bar quiet", text: "Open an article by its title, or choose several to open them on one map." });
  const opened = rows.slice(0, state.data.most).map((row) => row.id).join(",");
  return el("div", { class: "chosen-bar", role: "group", "aria-label": "Chosen articles" },
    el("strong", { text: `${rows.length} chosen` }),
    pageLink("", { articles: opened }, { class: "button", "data-id": "open-chosen" },
      document.createTextNode(rows.length > state.data.most ? `Open the first ${state.data.most} on the map` : "Open on the map")),
    deletable.length ? el("button", {
      class: "button", type: "button", text: `Delete ${deletable.length}…`, "data-id": "delete-chosen",
      onclick: () => { state.sure = deletable; drawTable(state); state.root.querySelector("[data-id='keep']").focus(); },
    }) : null,
    el("button", { class: "link", type: "button", text: "Choose none", "data-id": "choose-none", onclick: () => { state.chosen.clear(); drawTable(state); } }));
}

function asking(state) {
  const rows = state.sure;
  const what = rows.length === 1 ? `“${rows[0].title}”` : counted(rows.length, "article");
  const done = (yes) => {
    if (yes) {
      state.remove(rows.map((row) => row.id));
      rows.forEach((row) => state.chosen.delete(row.id));
    }
    state.sure = null;
    drawTable(state);
  };
  return el("div", { class: "chosen-bar is-asking", role: "alertdialog", "aria-label": "Delete?" },
    el("span", { text: `Delete ${what}? Links to it will not open any more.` }),
    el("button", { class: "button", type: "button", text: "Delete", "data-id": "delete-yes", onclick: () => done(true) }),
    el("button", { class: "button", type: "button", text: "Keep", "data-id": "keep", onclick: () => done(false) }));
}
