// The selected place: what it is, one excerpt at a time, and why it is put there.

import { copied, el, isWebAddress, markOf, sign } from "../shared/dom.js";
import { term } from "../shared/tip.js";
import { alternatives, probabilityBar } from "./alternatives.js";
import { undo } from "./corrections.js";
import { lightText, reveal } from "./lights.js";
import { againButton } from "./online_lookup.js";
import { hiddenNote, listItems, signs } from "./places_list.js";
import { pointing } from "./pointing.js";
import { likelyCorrections, review } from "./review.js";
import { selectPlace } from "./selection.js";

/** @import { State } from "./types.js" */
/** @import { OpenExcerpt, Panel, Target } from "../records.js" */

/** @param {State} state */
export function drawPanel(state) {
  const { panel } = state.data;
  return el("section", { class: "panel", "aria-label": "Selected place" },
    ...(panel ? selected(state, panel) : invitation(state)));
}

/** @param {State} state */
function invitation(state) {
  const { data } = state, { reset } = data;
  const about = data.focus.map((place) => el("button", {
    class: "about", type: "button", text: place.name, onclick: () => selectPlace(state, place.target),
  }));
  return [
    el("h2", { text: data.summary }),
    el("p", { class: "quiet", text: data.invitation }),
    reset && data.empty ? el("p", {}, el("button", {
      class: "link", type: "button", text: "Show everything again", "data-id": "show-all", onclick: () => state.send(reset),
    })) : null,
    data.hidden ? hiddenNote(state) : null,
    about.length ? el("p", { class: "abouts" }, term(data.terms, "focus", "Mostly about"), ...about) : null,
    undo(state),
    data.top.length ? mostMentioned(state) : null,
  ];
}

/**
 * Where the panel has room of its own: beside the text on a tablet, in a frame of another page.
 * @param {State} state
 */
function mostMentioned(state) {
  const rows = state.data.top.map((row) => el("button", {
    class: "top-row", type: "button", "data-place": row.id, "data-id": `top-${row.id}`, onclick: () => selectPlace(state, row.target),
    "aria-label": `${row.name}, ${row.counted}`,
  },
    signs(state, row.groups),
    el("span", { class: "row-name", text: row.name }), el("span", { class: "row-count", text: `${row.count}×` })));
  return pointing(state, el("div", { class: "top" }, el("h3", { text: "Places, most mentioned first" }), ...listItems(rows)));
}

/**
 * @param {State} state
 * @param {Panel} place
 */
function selected(state, place) {
  const { terms } = state.data;
  const close = el("button", {
    class: "close", type: "button", "aria-label": "Close the selected place", title: "Close", text: "✕",
    onclick: () => state.send({ place: null, mention: null }),
  });
  return [
    el("header", {},
      el("div", { class: "who" },
        el("h2", { text: place.name, tabindex: "-1", "data-id": "panel-name" }),
        el("p", { class: "quiet" }, place.missing ? term(terms, "missing", place.where) : place.where)),
      close),
    el("p", { class: "facts" }, ...tallies(state, place), el("span", { text: place.count }),
      place.likelihood ? term(terms, place.sureness, place.likelihood, "likely") : null,
      place.approximate ? term(terms, "approximate", place.approximate) : null),
    place.missing ? el("p", { class: "missing" }, el("span", { text: place.missing }), place.unavailable ? againButton(state) : null) : null,
    likelyCorrections(state, place),
    excerpt(state, place.excerpt),
    actions(state, place),
    undo(state),
    why(state, place),
  ];
}

/**
 * How often the place is meant in each way.
 * @param {State} state
 * @param {Panel} place
 */
function tallies(state, place) {
  return place.groups.map(([group, count]) => {
    const label = `${markOf(group, state.data).label}: ${count}`;
    return el("span", { class: "tally", role: "img", title: label, "aria-label": label },
      sign(group, state.data), place.groups.length > 1 ? el("span", { text: String(count) }) : null);
  });
}

/**
 * @param {State} state
 * @param {OpenExcerpt} one
 */
function excerpt(state, one) {
  return el("figure", { class: "excerpt", style: `--tint: var(--${one.group})` },
    el("blockquote", { dir: "auto" },
      document.createTextNode(one.before),
      el("mark", { class: `g-${one.group}`, text: one.name }),
      document.createTextNode(one.after)),
    el("figcaption", { class: "quiet" }, term(state.data.terms, one.meant, one.type), ` · ${one.credit}`));
}

/**
 * @param {State} state
 * @param {Panel} place
 */
function actions(state, place) {
  const one = place.excerpt, { data } = state;
  const status = el("span", { class: "said", role: "status" });
  return el("div", { class: "actions" },
    place.total > 1 ? excerptPager(state, place) : null,
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
        status.textContent = (await copied(one.citation)) ? "Copied." : "Your browser does not allow copying.";
      },
    }),
    status);
}

/**
 * @param {State} state
 * @param {Panel} place
 */
function excerptPager(state, place) {
  // An end is no disabled button: that would drop the focus of who pages by keyboard.
  const turn = (/** @type {string} */ label, /** @type {string} */ text, /** @type {Target | null} */ to) => el("button", {
    class: "turn", type: "button", "aria-label": label, title: label, text,
    "aria-disabled": String(!to), onclick: () => { if (to) state.send({ ...to }); }, "data-id": label,
  });
  return el("span", { class: "pager", role: "group", "aria-label": "Excerpts", onkeydown: (event) => {
    const to = event.key === "ArrowLeft" ? place.previous : event.key === "ArrowRight" ? place.next : null;
    if (to) { event.preventDefault(); state.send({ ...to }); }
  } },
    turn("Previous excerpt", "‹", place.previous),
    el("span", { text: `${place.at} of ${place.total}`, "aria-live": "polite" }),
    turn("Next excerpt", "›", place.next));
}

/**
 * What unfolds is brought into the panel's view, when it was the reader who unfolded it.
 * @param {State} state
 * @param {HTMLDetailsElement} details
 */
function unfold(state, details) {
  if (details.open && !state.why) {
    const panel = details.closest(".panel");
    if (panel instanceof HTMLElement) {
      panel.scrollTop = Math.min(panel.scrollHeight, details.offsetTop - panel.offsetTop - 12);
    }
    // The panel has taken room from the text.
    const current = state.marks.find((mark) => mark.classList.contains("current"));
    if (current && !state.data.embed) reveal(state, current);
  }
  state.why = details.open;
}

/**
 * @param {State} state
 * @param {Panel} place
 */
function why(state, place) {
  const { reasons, likelihood, share, alternatives: others } = place.excerpt;
  const details = el("details", { open: state.why, ontoggle: () => { unfold(state, details); } },
    el("summary", { text: place.missing ? "Why not?" : "Why here?" }),
    likelihood ? el("p", { class: "this" }, el("span", { text: `This mention: ${likelihood}` }), probabilityBar(share)) : null,
    reasons.length
      ? el("ul", {}, ...reasons.map((reason) => el("li", { text: reason })))
      : el("p", { class: "quiet", text: "No reason was recorded." }),
    others.length ? alternatives(state, others) : null,
    ...review(state, place));
  return details;
}
