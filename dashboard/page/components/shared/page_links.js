// Links to the other pages: real addresses; followed here, they keep the session. Streamlit opens
// the page an address names when the browser's history moves to it, as it does here.

import { el } from "./dom.js";

/** @import { Attributes } from "./component.js" */

/**
 * A page's address with these values.
 * @param {string} path
 * @param {Record<string, string>} query
 */
export function pageAddress(path, query) {
  const search = new URLSearchParams(query).toString();
  return `./${path}${search ? `?${search}` : ""}`;
}

/**
 * @param {string} path
 * @param {Record<string, string>} query
 * @param {Attributes} attributes
 * @param {string} text
 */
export function pageLink(path, query, attributes, text) {
  const link = el("a", {
    ...attributes, href: pageAddress(path, query),
    onclick: (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      window.history.pushState({}, "", link.href);
      window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    },
  }, document.createTextNode(text));
  return link;
}
