// What a first-time reader should know, in one line above the chips; dismissed once for good.

import { el } from "../shared/dom.js";

const WELCOMED = "dateline-welcomed";
let isDismissed = false;

/** @param {HTMLElement} root */
export function welcome(root) {
  if (isDismissed || wasDismissed()) return null;
  const line = el("p", { class: "welcome", role: "note", "aria-label": "For your first visit" },
    el("span", {},
      el("b", { text: "Colours and shapes" }), " say how a name is meant, ",
      el("b", { text: "the chips" }), " show or hide each kind",
      el("span", { class: "long" }, ", and ", el("b", { text: "the address" }), " always holds what you see, ready to share"), ". "),
    el("a", { class: "how", href: "about", target: "_blank", rel: "noopener", text: "How it works" }),
    el("button", { class: "got-it", type: "button", text: "Got it", "data-id": "welcomed", onclick: () => {
      isDismissed = true;
      line.remove();
      /** @type {HTMLElement | null} */ (root.querySelector(".chip-main"))?.focus({ preventScroll: true });
      try { localStorage.setItem(WELCOMED, "1"); } catch { /* Without storage it is for this page only. */ }
    } }));
  return line;
}

function wasDismissed() {
  try { return localStorage.getItem(WELCOMED) !== null; } catch { return false; }
}
