// Links to the other pages: real addresses; followed here, they keep the session. Streamlit opens
// the page an address names when the browser's history moves to it, as it does here.

function pageLink(path, query, attributes, ...children) {
  const search = new URLSearchParams(query).toString();
  const link = el("a", {
    ...attributes, href: `./${path}${search ? `?${search}` : ""}`,
    onclick: (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      window.history.pushState({}, "", link.href);
      window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    },
  }, ...children);
  return link;
}

// A number with its noun.
function counted(number, one) {
  return `${number.toLocaleString("en")} ${one}${number === 1 ? "" : "s"}`;
}

// Sends changes of the view. Of two events of one component that wait for the same run Streamlit
// keeps the last, so each goes with those sent since the drawing before last. `fly` is done once.
function patching(state, setTriggerValue) {
  [state.earlier, state.sent] = [state.sent, {}];
  return ({ fly, ...patch }) => {
    Object.assign(state.sent, patch);
    setTriggerValue("patch", { ...state.earlier, ...state.sent, ...(fly && { fly }) });
  };
}

// What several values of a key are written as.
function listed(values) {
  return values.length ? values.map((one) => one.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",") : null;
}

// The focus stays with the node of the same data-id when the nodes are made anew.
function keepingFocus(root, draw) {
  const active = root.getRootNode().activeElement, id = active?.dataset.id;
  const typed = active?.matches("input[type=search]") ? [active.value, active.selectionStart] : null;
  draw();
  const again = id && root.querySelector(`[data-id="${CSS.escape(id)}"]`);
  if (!again) return;
  again.focus({ preventScroll: true });
  if (typed) { again.value = typed[0]; again.setSelectionRange(typed[1], typed[1]); }
}

function searchField(value, label, id, send) {
  const field = el("input", { type: "search", placeholder: label, "aria-label": label, maxlength: "200", "data-id": id });
  field.value = value;
  const changed = () => { if (field.value.trim() !== value) send(field.value.trim()); };
  field.onchange = changed;
  field.onsearch = changed;
  return field;
}

// Pages of a list: previous, where one is, next.
function pager(state, page, pages, label) {
  const turn = (text, to, id) => el("button", {
    class: "turn", type: "button", text, "data-id": id, "aria-disabled": String(to < 1 || to > pages),
    onclick: () => { if (to >= 1 && to <= pages) state.send({ page: String(to) }); },
  });
  return el("nav", { class: "pager", "aria-label": label },
    turn("‹ Previous", page - 1, "previous"),
    el("span", { text: `Page ${page.toLocaleString("en")} of ${pages.toLocaleString("en")}`, "aria-live": "polite" }),
    turn("Next ›", page + 1, "next"));
}
