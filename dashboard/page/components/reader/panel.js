// The selected place: what it is, one excerpt at a time, and why it is put there.

function drawPanel(state) {
  const { data } = state;
  const panel = el("section", { class: "panel", "aria-label": "Selected place" });
  if (!data.panel) panel.append(...invitation(state));
  else panel.append(...selected(state, data.panel));
  return panel;
}

function invitation(state) {
  const { data } = state;
  const about = data.focus.map((place) => el("button", {
    class: "about", type: "button", text: place.name, onclick: () => selectPlace(state, place.target),
  }));
  return [
    el("h2", { text: data.summary }),
    el("p", { class: "quiet", text: data.invitation }),
    data.reset && data.empty ? el("p", {}, el("button", {
      class: "link", type: "button", text: "Show everything again", "data-id": "show-all", onclick: () => state.send(data.reset),
    })) : null,
    data.hidden ? hiddenNote(state) : null,
    about.length ? el("p", { class: "abouts" }, term(state, "focus", "Mostly about"), ...about) : null,
    undo(state),
    data.top.length ? mostMentioned(state) : null,
  ].filter(Boolean);
}

// Where the panel has room of its own: beside the text on a tablet, in a frame of another page.
function mostMentioned(state) {
  const rows = state.data.top.map((row) => el("button", {
    class: "top-row", type: "button", "data-place": row.id, "data-id": `top-${row.id}`, onclick: () => selectPlace(state, row.target),
    "aria-label": `${row.name}, ${row.counted}`,
  },
    el("span", { class: "signs" }, ...row.groups.map((group) => sign(group, state.data))),
    el("span", { class: "row-name", text: row.name }), el("span", { class: "row-count", text: `${row.count}×` })));
  rows.forEach((row) => { row.onkeydown = (event) => { stepped(event, rows); }; });
  return pointing(state, el("div", { class: "top" }, el("h3", { text: "Places, most mentioned first" }), ...items(rows)));
}

function selected(state, place) {
  const close = el("button", {
    class: "close", type: "button", "aria-label": "Close the selected place", title: "Close", text: "✕",
    onclick: () => state.send({ place: null, mention: null }),
  });
  const signs = place.groups.map(([group, count]) => el("span", {
    class: "tally", role: "img", title: `${state.data.marks[group].label}: ${count}`,
    "aria-label": `${state.data.marks[group].label}: ${count}`,
  }, sign(group, state.data), place.groups.length > 1 ? el("span", { text: String(count) }) : null));
  return [
    el("header", {},
      el("div", { class: "who" }, el("h2", { text: place.name, tabindex: "-1", "data-id": "panel-name" }), el("p", { class: "quiet" }, place.missing ? term(state, "missing", place.where) : place.where)),
      close),
    el("p", { class: "facts" }, ...signs, el("span", { text: place.count }),
      place.likelihood ? term(state, place.sureness, place.likelihood, "likely") : null,
      place.approximate ? term(state, "approximate", place.approximate) : null),
    place.missing ? el("p", { class: "missing" }, el("span", { text: place.missing }), place.unavailable ? againButton(state) : null) : null,
    rather(state, place),
    excerpt(state, place.excerpt),
    actions(state, place),
    undo(state),
    why(state, place),
  ].filter(Boolean);
}

function excerpt(state, one) {
  return el("figure", { class: "excerpt", style: `--tint: var(--${one.group})` },
    el("blockquote", { dir: "auto" },
      document.createTextNode(one.before),
      el("mark", { class: `g-${one.group}`, text: one.name }),
      document.createTextNode(one.after)),
    el("figcaption", { class: "quiet" }, term(state, one.meant, one.type), ` · ${one.credit}`));
}

function actions(state, place) {
  const one = place.excerpt, { data } = state;
  const said = el("span", { class: "said", role: "status" });
  return el("div", { class: "actions" },
    place.total > 1 ? pager(state, place) : null,
    data.embed ? null : el("button", {
      class: "link", type: "button", text: "Show in the article",
      onclick: () => {
        state.reveal = true;
        if (state.data.tab === "article" && state.data.reading === one.article) lightText(state, true);
        state.send({ ...one.target, tab: null });
      },
    }),
    isWebAddress(one.link) ? el("a", {
      class: "link", href: one.link, target: "_blank", rel: "noopener noreferrer",
      text: "Open where it was published",
    }) : null,
    el("button", {
      class: "link", type: "button", text: "Copy excerpt and citation",
      onclick: async () => {
        said.textContent = (await copied(one.citation)) ? "Copied." : "Your browser does not allow copying.";
      },
    }),
    said);
}

function pager(state, place) {
  // An end is no disabled button: that would drop the focus of who pages by keyboard.
  const turn = (label, text, to) => el("button", {
    class: "turn", type: "button", "aria-label": label, title: label, text,
    "aria-disabled": String(!to), onclick: () => { if (to) state.send(to); }, "data-id": label,
  });
  const byArrows = (event) => {
    const to = { ArrowLeft: place.previous, ArrowRight: place.next }[event.key];
    if (to) { event.preventDefault(); state.send(to); }
  };
  return el("span", { class: "pager", role: "group", "aria-label": "Excerpts", onkeydown: byArrows },
    turn("Previous excerpt", "‹", place.previous),
    el("span", { text: `${place.at} of ${place.total}`, "aria-live": "polite" }),
    turn("Next excerpt", "›", place.next));
}

// What unfolds is brought into the panel's view, when it was the reader who unfolded it.
function unfold(state, details) {
  if (details.open && !state.why) {
    const panel = details.closest(".panel");
    if (panel) panel.scrollTop = Math.min(panel.scrollHeight, details.offsetTop - panel.offsetTop - 12);
    // The panel has taken room from the text.
    const current = state.marks.find((mark) => mark.classList.contains("current"));
    if (current && !state.data.embed) reveal(state, current);
  }
  state.why = details.open;
}

function why(state, place) {
  const { reasons, likelihood, share } = place.excerpt;
  const details = el("details", { open: state.why, ontoggle: () => unfold(state, details) },
    el("summary", { text: place.missing ? "Why not?" : "Why here?" }),
    likelihood ? el("p", { class: "this" }, el("span", { text: `This mention: ${likelihood}` }), bar(share)) : null,
    reasons.length
      ? el("ul", {}, ...reasons.map((reason) => el("li", { text: reason })))
      : el("p", { class: "quiet", text: "No reason was recorded." }),
    place.excerpt.alternatives.length ? alternatives(state, place.excerpt) : null,
    ...review(state, place));
  return details;
}
