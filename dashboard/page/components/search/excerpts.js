// Excerpts with the name marked, and what leads from them into their articles.

import { el, markOf, sign } from "../shared/dom.js";
import { pageLink } from "../shared/page_links.js";

/** @import { Excerpt, Mark } from "../records.js" */
/** @typedef {{ marks: Record<string, Mark> }} Data */

/**
 * @param {Data} data
 * @param {Excerpt[]} excerpts
 */
export function excerptList(data, excerpts) {
  return el("ol", { class: "excerpts" }, ...excerpts.map((one) => el("li", {},
    el("figure", { class: `excerpt g-${one.group}` },
      el("blockquote", { dir: "auto" },
        document.createTextNode(one.before),
        el("mark", { class: `g-${one.group}`, text: one.name }),
        document.createTextNode(one.after)),
      el("figcaption", { class: "quiet" },
        pageLink("", one.query, { title: "Open the article at this mention" }, one.title),
        document.createTextNode(one.credit),
        document.createTextNode(" · "),
        sign(one.group, data),
        document.createTextNode(` ${one.type} · ${one.likelihood}`))))));
}

/**
 * How often a place is meant in each way.
 * @param {Data} data
 * @param {[string, number][]} groups
 */
export function groupTallies(data, groups) {
  return el("ul", { class: "groups", "aria-label": "How it is meant" }, ...groups.map(([group, count]) => el("li", {},
    sign(group, data),
    el("span", { text: markOf(group, data).label }),
    el("span", { class: "count", text: count.toLocaleString("en") }))));
}
