// Back to where the reader was before signing in or out led away from the page.

/** @import { Component } from "../shared/component.js" */
/** @import { ReturnData } from "../records.js" */
/** @typedef {Window & { datelineReader?: string }} Page */

const KEY = "dateline-left";

/** @param {Component<ReturnData>} component */
export default function returnAfterSignIn({ data }) {
  const store = window.sessionStorage, page = /** @type {Page} */ (window);
  // Signing out is told before it leads away: who counts is who opened this page.
  page.datelineReader ??= data.who;
  const left = JSON.parse(store.getItem(KEY) ?? "null");
  store.removeItem(KEY);
  if (left && left.who !== data.who && left.page !== location.href) location.replace(left.page);
  const leave = () =>
    store.setItem(KEY, JSON.stringify({ who: page.datelineReader, page: location.href }));
  window.addEventListener("pagehide", leave);
  return () => window.removeEventListener("pagehide", leave);
}
