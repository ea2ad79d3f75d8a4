// Copies the address of what is seen, or the code that embeds it in another page.

import "../shared/base.css";
import "./share.css";
import { address, frameCode } from "../shared/address.js";
import { copied, el, rootOf } from "../shared/dom.js";

/** @import { Component } from "../shared/component.js" */
/** @import { ShareData } from "../records.js" */

/** @param {Component<ShareData>} component */
export default function share(component) {
  const { data } = component;
  const root = rootOf(component);
  const status = el("p", { class: "said", role: "status" });
  root.replaceChildren(
    copier(status, "Address of this view", "Copy link", () => address(data.articles),
      "The link is copied.", "Select the address and copy it."),
    el("p", { class: "or", text: "Or put it into your own page, as map and excerpts:" }),
    copier(status, "Code that embeds this view", "Copy code", () => frameCode(data.articles, data.title),
      "The code is copied.", "Select the code and copy it."),
    status);
}

/**
 * A field with what is copied, and the button that does it.
 * @param {HTMLElement} status where it is said how that went
 * @param {string} label
 * @param {string} button
 * @param {() => string} made
 * @param {string} done
 * @param {string} failed
 */
function copier(status, label, button, made, done, failed) {
  const field = el("input", { type: "text", readonly: true, "aria-label": label });
  field.value = made();
  field.onfocus = () => { field.value = made(); field.select(); };
  return el("div", { class: "share" }, field, el("button", { class: "copy", type: "button", text: button, onclick: async () => {
    field.value = made();
    status.textContent = (await copied(field.value)) ? done : failed;
  } }));
}
