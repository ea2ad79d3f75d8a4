// The article with its mentions marked; arrow keys step through them, Enter selects.

function drawText(state) {
  const { data } = state;
  const article = el("article", { class: "text", "aria-label": "Article" });
  if (data.readable.length > 1) article.append(choice(state));
  if (data.language) article.append(el("p", { class: "note", text: data.language }));
  if (data.title.length) article.append(el("h3", { dir: "auto" }, ...marked(state, data.title)));
  if (data.part) article.append(turning(state));
  article.append(...data.paragraphs.map((nodes) => el("p", { dir: "auto" }, ...marked(state, nodes))));
  if (data.part) article.append(turning(state));
  if (!data.paragraphs.length && !data.title.length) {
    article.append(el("p", { class: "quiet", text: "This article has no text." }));
  }
  if (data.note) article.append(el("p", { class: "note", text: data.note }));
  state.marks = [...article.querySelectorAll("mark")];
  if (state.marks.length) state.marks[0].tabIndex = 0;
  return article;
}

// Which part of a long text this is, and the ways to the first names before and after it.
function turning(state) {
  const { part } = state.data;
  const way = (label, target) => target && el("button", {
    class: "link", type: "button", text: label,
    onclick: () => { state.turned = target.mention; selectPlace(state, target); },
  });
  return el("p", { class: "note turning" }, el("span", { text: part.said }),
    way("Previous part", part.previous), way("Next part", part.next));
}

function choice(state) {
  const select = el("select", { "aria-label": "Article to read", onchange: () => {
    state.send({ reading: select.value, place: null, mention: null });
  } }, ...state.data.readable.map((article) => el("option", {
    value: article.id, text: article.title, selected: article.id === state.data.reading,
  })));
  return el("label", { class: "choice" }, el("span", { text: "Reading" }), select);
}

function marked(state, nodes) {
  return nodes.map((node) => (typeof node === "string" ? document.createTextNode(node) : mark(state, node)));
}

function mark(state, node) {
  const select = (event) => {
    event.stopPropagation();
    selectPlace(state, { place: node.p || null, mention: String(node.i), reading: state.data.reading });
  };
  return el("mark", {
    class: `g-${node.g} is-${node.s}`, role: "link", tabindex: "-1", "aria-label": node.l, title: node.l,
    "data-mention": String(node.i), "data-place": node.p, "data-id": `mark-${state.data.reading}-${node.i}`, onclick: select,
    onkeydown: (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); select(event); }
      else stepped(event, state.marks);
    },
  }, ...marked(state, node.c));
}

// Lights the selected place's mentions and brings the selected one into the pane's view.
function lightText(state, moved) {
  const { place, mention } = state.data;
  let chosen = null;
  for (const one of state.marks) {
    one.classList.toggle("lit", Boolean(place) && one.dataset.place === place);
    const current = one.dataset.mention === String(mention);
    one.classList.toggle("current", current);
    if (current) { one.setAttribute("aria-current", "true"); chosen = one; }
    else one.removeAttribute("aria-current");
  }
  chosen ??= state.marks.find((one) => one.classList.contains("lit")) ?? null;
  if (!chosen) return;
  if (state.turned === chosen.dataset.mention) { state.reveal = true; state.turned = null; }
  state.marks.forEach((one) => { one.tabIndex = one === chosen ? 0 : -1; });
  if (moved || state.reveal) reveal(state, chosen);
}

function reveal(state, chosen) {
  const pane = state.root.querySelector(".pane");
  const box = chosen.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (pane.scrollHeight > pane.clientHeight + 1) {
    const seen = box.top >= frame.top + 8 && box.bottom <= frame.bottom - 8;
    if (!seen) pane.scrollTop += box.top - frame.top - frame.height / 3;
  } else if (state.reveal) chosen.scrollIntoView({ block: "center" });
  if (state.reveal) chosen.focus({ preventScroll: true });
  state.reveal = false;
}
