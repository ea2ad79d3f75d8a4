// Excerpts with the name marked, and what leads from them into their articles.

function excerptList(state, excerpts) {
  return el("ol", { class: "excerpts" }, ...excerpts.map((one) => el("li", {},
    el("figure", { class: `excerpt g-${one.group}` },
      el("blockquote", { dir: "auto" },
        document.createTextNode(one.before),
        el("mark", { class: `g-${one.group}`, text: one.name }),
        document.createTextNode(one.after)),
      el("figcaption", { class: "quiet" },
        pageLink("", one.query, { title: "Open the article at this mention" }, document.createTextNode(one.title)),
        document.createTextNode(one.credit),
        document.createTextNode(" · "),
        sign(one.group, state.data),
        document.createTextNode(` ${one.type} · ${one.likelihood}`))))));
}

function groupTallies(state, groups) {
  return el("ul", { class: "groups", "aria-label": "How it is meant" }, ...groups.map(([group, count]) => el("li", {},
    sign(group, state.data),
    el("span", { text: state.data.marks[group].label }),
    el("span", { class: "count", text: count.toLocaleString("en") }))));
}
