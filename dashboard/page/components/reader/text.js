// The article with its mentions marked; arrow keys step through them, Enter selects.

import { el, stepped } from "../shared/dom.js";
import { selectPlace } from "./selection.js";

/** @import { State } from "./types.js" */
/** @import { Target, TextMark, TextPart } from "../records.js" */

/** @param {State} state */
export function drawText(state) {
  const { data } = state;
  const article = el("article", { class: "text", "aria-label": "Article" });
  if (data.readable.length > 1) article.append(choice(state));
  if (data.language) article.append(el("p", { class: "note", text: data.language }));
  if (data.title.length) article.append(el("h3", { dir: "auto" }, ...marked(state, data.title)));
  if (data.part) article.append(partNote(state, data.part));
  article.append(...data.paragraphs.map((nodes) => el("p", { dir: "auto" }, ...marked(state, nodes))));
  if (data.part) article.append(partNote(state, data.part));
  if (!data.paragraphs.length && !data.title.length) {
    article.append(el("p", { class: "quiet", text: "This article has no text." }));
  }
  if (data.note) article.append(el("p", { class: "note", text: data.note }));
  state.marks = [...article.querySelectorAll("mark")];
  if (state.marks[0]) state.marks[0].tabIndex = 0;
  return article;
}

/**
 * Which part of a long text this is, and the ways to the first names before and after it.
 * @param {State} state
 * @param {TextPart} part
 */
function partNote(state, part) {
  const way = (/** @type {string} */ label, /** @type {Target | null} */ target) => target && el("button", {
    class: "link", type: "button", text: label,
    onclick: () => { state.turnedTo = target.mention; selectPlace(state, target); },
  });
  return el("p", { class: "note turning" }, el("span", { text: part.said }),
    way("Previous part", part.previous), way("Next part", part.next));
}

/** @param {State} state */
function choice(state) {
  const select = el("select", { "aria-label": "Article to read", onchange: () => {
    state.send({ reading: select.value, place: null, mention: null });
  } }, ...state.data.readable.map((article) => el("option", {
    value: article.id, text: article.title, selected: article.id === state.data.reading,
  })));
  return el("label", { class: "choice" }, el("span", { text: "Reading" }), select);
}

/**
 * @param {State} state
 * @param {(string | TextMark)[]} nodes
 * @returns {Node[]}
 */
function marked(state, nodes) {
  return nodes.map((node) => (typeof node === "string" ? document.createTextNode(node) : mark(state, node)));
}

/**
 * @param {State} state
 * @param {TextMark} node
 */
function mark(state, node) {
  const select = (/** @type {Event} */ event) => {
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
