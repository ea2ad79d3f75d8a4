// The places as a list that mirrors the map, and the names that are not on it.

function drawList(state) {
  const { data } = state;
  const list = el("div", { class: "list" });
  const rows = data.rows.map((row) => placeRow(state, row));
  const missing = data.missing.map((row) => missingRow(state, row));
  [rows, missing].forEach((group) => group.forEach((row) => {
    // Its answer is not handed on: a handler that returns false stops Enter from clicking.
    row.onkeydown = (event) => { stepped(event, group); };
  }));
  // Without a selected place the panel above says it.
  if (data.hidden && data.panel) list.append(hiddenNote(state));
  if (rows.length) list.append(el("div", { role: "list", "aria-label": "Places on the map" }, ...items(rows)));
  // Why, and what to do, is said by the panel above.
  else list.append(el("p", { class: "empty", text: missing.length ? "None of these names is on the map." : "No places." }));
  if (missing.length) {
    list.append(
      el("h3", { tabindex: "-1", "data-id": "missing" }, term(state, "missing", `Not on the map (${missing.length})`)),
      unavailableNote(state) ?? "",
      el("div", { role: "list", "aria-label": "Names that are not on the map" }, ...items(missing)));
  }
  return list;
}

function hiddenNote(state) {
  return el("p", { class: "hidden-note" }, el("span", { text: state.data.hidden }), el("button", {
    class: "link", type: "button", text: "Show them", onclick: () => state.send({ sure: null }),
  }));
}

function items(rows) {
  rows.forEach((row, i) => { row.tabIndex = i === 0 ? 0 : -1; });
  return rows.map((row) => el("div", { role: "listitem" }, row));
}

function placeRow(state, row) {
  return el("button", {
    class: "row", type: "button", "data-place": row.id, "data-id": `row-${row.id}`, onclick: () => selectPlace(state, row.target),
    "aria-label": `${row.name}, ${row.where}, ${row.counted}, ${row.likelihood}, ${groupNames(state, row)}`,
  },
    el("span", { class: "signs" }, ...row.groups.map((group) => sign(group, state.data))),
    el("span", { class: "row-name", text: row.name }),
    el("span", { class: "row-count", text: `${row.count}×` }),
    el("span", { class: "row-where quiet", text: row.where }),
    el("span", { class: "row-likely quiet", text: row.likelihood }));
}

function groupNames(state, row) {
  return row.groups.map((group) => state.data.marks[group].label).join(", ");
}

function missingRow(state, row) {
  return el("button", {
    class: "row is-missing", type: "button", "data-mention": row.target.mention,
    "data-id": `missing-${row.target.reading}-${row.target.mention}`,
    onclick: () => state.send(row.target), "aria-label": `${row.name}, ${row.counted}: ${row.reason}`,
  },
    el("span", { class: "signs" }, ...row.groups.map((group) => sign(group, state.data))),
    el("span", { class: "row-name", text: row.name }),
    el("span", { class: "row-count", text: `${row.count}×` }),
    el("span", { class: "row-where quiet", text: row.reason }));
}

function lightList(state, moved) {
  let chosen = null;
  for (const row of state.root.querySelectorAll(".list .row")) {
    const current = row.dataset.place ? row.dataset.place === state.data.place : false;
    row.classList.toggle("lit", current);
    if (current) { row.setAttribute("aria-current", "true"); chosen = row; }
    else row.removeAttribute("aria-current");
  }
  const pane = state.root.querySelector(".pane");
  if (!chosen || !moved || pane.scrollHeight <= pane.clientHeight + 1) return;
  const box = chosen.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (box.top < frame.top || box.bottom > frame.bottom) {
    pane.scrollTop += box.top - frame.top - frame.height / 3;
  }
}
