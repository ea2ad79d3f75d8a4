// The chips: filters by mention type, kind of place, article and words, and their reset.

import "../shared/base.css";
import "./chips.css";
import "../shared/tip.css";
import { certaintySlider } from "./certainty_slider.js";
import { choiceOf, countOf, menuPlace, optionsOf, patchOf, pressedOf } from "./chip_options.js";
import { byId, el, focusedIn, isStill, rootOf, sign } from "../shared/dom.js";
import { explained } from "../shared/tip.js";
import { welcome } from "./welcome.js";

/** @import { Component } from "../shared/component.js" */
/** @import { ChipGroup, ChipOption, ChipsData, Patch } from "../records.js" */
/** @import { Kind } from "./chip_options.js" */
/** @import { Waiting } from "./certainty_slider.js" */
/**
 * @typedef {object} State
 * @property {string} open the key of the chip whose menu is open, or ""
 * @property {string} focus the data-id of what has the focus, or ""
 * @property {string | undefined} typed what is typed into the field of words
 * @property {ChipsData} data
 * @property {HTMLElement} root
 * @property {HTMLElement | null} strip the line of chips that scrolls
 * @property {() => void} shade shows that the line goes on
 * @property {Waiting} least the slider that waits to be sent
 * @property {(patch: Patch) => void} send
 */

/** @type {WeakMap<HTMLElement, State>} */
const states = new WeakMap();

/** @param {Component<ChipsData>} component */
export default function chips(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const before = states.get(parentElement);
  /** @type {State} */
  const state = {
    open: before?.open ?? "", focus: focusOf(root), typed: undefined, data, root, strip: null,
    shade: () => undefined, least: before?.least ?? { at: data.doubt.at, timer: 0, asked: null },
    send: (patch) => {
      state.least.asked = null;  // whatever comes next holds
      setTriggerValue("patch", patch);
    },
  };
  if (state.open !== "doubt") state.least.asked = null;
  states.set(parentElement, state);
  drawChips(state, before?.strip?.scrollLeft ?? 0);
  document.onpointerdown = (event) => {
    if (state.open && !event.composedPath().some(isOfMenu)) closeMenu(state);
  };
  return () => { document.onpointerdown = null; };
}

/** @param {EventTarget} node */
function isOfMenu(node) {
  return node instanceof Element && (node.matches(".menu") || node.hasAttribute("aria-expanded"));
}

/**
 * Without drawing anew: what is being pressed must still be there when it is released.
 * @param {State} state
 */
function closeMenu(state) {
  state.open = "";
  state.root.querySelector(".menu")?.remove();
  state.root.querySelectorAll("[aria-expanded]").forEach((one) => one.setAttribute("aria-expanded", "false"));
}

/** @param {HTMLElement} root */
function focusOf(root) {
  return focusedIn(root)?.dataset.id ?? "";
}

/**
 * @param {State} state
 * @param {number} [scrolled]
 */
function drawChips(state, scrolled = state.strip?.scrollLeft ?? 0) {
  const { data, root } = state;
  state.focus = focusOf(root) || state.focus;
  const field = root.querySelector("input[type=search]");
  state.typed = state.focus === "words" && field instanceof HTMLInputElement ? field.value : undefined;
  root.replaceChildren(...(data.embed ? [barOf(state)] : [welcome(root) ?? "", barOf(state)]));
  if (state.strip) state.strip.scrollLeft = scrolled;
  state.shade();
  if (state.open) openMenu(state);
  const target = state.focus ? byId(root, state.focus) : null;
  if (target && focusOf(root) !== state.focus) target.focus({ preventScroll: true });
}

/** @param {State} state */
function barOf(state) {
  const { data } = state, groups = data.groups.map((group) => groupChip(state, group));
  const rest = [
    optionsChip(state, "kinds", "Kinds of place", data.kinds),
    menuChip(state, "doubt", "How sure", data.doubt.label, data.doubt.at > 0),
    data.articles.length ? optionsChip(state, "articles", "Articles", data.articles) : null,
    data.embed ? null : wordsField(state),
    data.dates ? datesAction(state) : null,
    data.changed || !data.embed ? resetAction(state) : null,
  ].filter((one) => one !== null);
  return el("div", { class: `chips ${data.embed ? "is-embedded" : ""}`, role: "toolbar", "aria-label": "Filters" },
    ...(data.embed
      ? [stripBox(state, [...groups, ...rest])]
      : [stripBox(state, groups), el("span", { class: "rule", "aria-hidden": "true" }), ...rest]));
}

/**
 * Chips in one line that scrolls where it is too long, with a button that says there is more.
 * @param {State} state
 * @param {HTMLElement[]} content
 */
function stripBox(state, content) {
  const strip = el("div", { class: "strip", onscroll: () => state.shade() }, ...content);
  const more = el("button", {
    class: "more", type: "button", tabindex: "-1", "aria-hidden": "true", title: "More filters", text: "›",
    onclick: () => strip.scrollBy({ left: strip.clientWidth * 0.7, behavior: isStill() ? "auto" : "smooth" }),
  });
  state.strip = strip;
  state.shade = () => {
    more.hidden = strip.scrollWidth - strip.clientWidth - strip.scrollLeft < 4;
    strip.classList.toggle("has-more", !more.hidden);
  };
  new ResizeObserver(state.shade).observe(strip);
  return el("div", { class: "strip-box" }, strip, more);
}

/** @param {State} state */
function resetAction(state) {
  return action("Reset filters", "reset", !state.data.changed, () => state.send(state.data.reset));
}

/**
 * @param {State} state
 * @param {ChipGroup} group
 */
function groupChip(state, group) {
  const pressed = pressedOf(group.options);
  const toggle = el("button", {
    class: "chip-main", type: "button", "aria-pressed": pressed, "data-id": group.key,
    onclick: () => setMany(state, "groups", group.options, pressed === "false"),
  },
    sign(group.key, state.data),
    el("span", { class: "name", text: group.label }),
    el("span", { class: "count", text: String(countOf(group.options)) }));
  const meaning = `${state.data.terms[group.key]} Press to ${pressed === "false" ? "show" : "hide"} them.`;
  return el("div", { class: `chip is-${pressed}`, style: `--tint: var(--${group.key})` },
    explained(toggle, meaning), caret(state, group.key, `Types of ${group.label}`));
}

/**
 * @param {State} state
 * @param {Kind} key
 * @param {string} label
 * @param {ChipOption[]} options
 */
function optionsChip(state, key, label, options) {
  const choice = choiceOf(options);
  return menuChip(state, key, label, choice.label, choice.isPart);
}

/**
 * @param {State} state
 * @param {string} key
 * @param {string} label
 * @param {string} value
 * @param {boolean} isPart
 */
function menuChip(state, key, label, value, isPart) {
  return el("div", { class: `chip plain is-${isPart ? "mixed" : "true"}` },
    el("button", {
      class: "chip-main", type: "button", "data-id": key, "aria-haspopup": "true",
      "aria-expanded": String(state.open === key), onclick: () => toggleMenu(state, key),
    },
      el("span", { class: "name", text: label }),
      el("span", { class: "count", text: value }),
      el("span", { class: "arrow", "aria-hidden": "true", text: "▾" })));
}

/**
 * @param {State} state
 * @param {string} key
 * @param {string} label
 */
function caret(state, key, label) {
  return el("button", {
    class: "caret", type: "button", "data-id": `open-${key}`, "aria-label": label, title: label,
    "aria-haspopup": "true", "aria-expanded": String(state.open === key), text: "▾",
    onclick: () => toggleMenu(state, key),
  });
}

/**
 * @param {State} state
 * @param {string} key
 */
function toggleMenu(state, key) {
  state.open = state.open === key ? "" : key;
  drawChips(state);
}

/** @param {State} state */
function openMenu(state) {
  const box = menuOf(state), chip = byId(state.root, state.open)?.closest(".chip");
  if (!box || !chip) return;
  state.root.append(box);
  const { width, left, top } = menuPlace(
    chip.getBoundingClientRect(), state.root.getBoundingClientRect(), window.innerWidth);
  box.style.cssText = `width: ${width}px; left: ${left}px; top: ${top}px`;
}

/** @param {State} state */
function menuOf(state) {
  const { data } = state, group = data.groups.find((one) => one.key === state.open);
  if (group) return menu(state, "Show", help(data.terms[group.key] ?? ""), ...rows(state, "groups", group.options));
  if (state.open === "doubt") return menu(state, "How sure", ...certaintySlider(state));
  if (state.open === "kinds" || state.open === "articles") {
    return menu(state, "Show", ...rows(state, state.open, data[state.open]));
  }
  return null;
}

/** @param {string} text */
function help(text) {
  return el("p", { class: "help", text });
}

/**
 * @param {State} state
 * @param {string} label
 * @param {...Node} content
 */
function menu(state, label, ...content) {
  return el("div", { class: "menu", role: "group", "aria-label": label, onkeydown: (event) => {
    if (event.key !== "Escape") return;
    state.focus = state.open;
    state.open = "";
    drawChips(state);
    byId(state.root, state.focus)?.focus();
  } }, ...content);
}

/**
 * @param {State} state
 * @param {Kind} kind
 * @param {ChipOption[]} options
 */
function rows(state, kind, options) {
  return options.map((option) => optionRow(state, kind, option));
}

/**
 * @param {State} state
 * @param {Kind} kind
 * @param {ChipOption} option
 */
function optionRow(state, kind, option) {
  const box = el("input", {
    type: "checkbox", checked: option.on, "data-id": `option-${option.key}`,
    onchange: () => { setMany(state, kind, [option], box.checked); },
  });
  return el("div", { class: "option" },
    el("label", {}, box,
      el("span", { class: "option-name", text: option.label }),
      el("span", { class: "count", text: String(option.count) })),
    el("button", {
      class: "only", type: "button", "data-id": `only-${option.key}`, text: "only",
      "aria-label": `Only ${option.label}`, onclick: () => setOnly(state, kind, option),
    }),
    option.help ? help(option.help) : null);
}

/**
 * The data is changed at once, so that a second click does not wait for the first's answer.
 * @param {State} state
 * @param {Kind} kind
 * @param {ChipOption[]} options
 * @param {boolean} on
 */
function setMany(state, kind, options, on) {
  options.forEach((option) => { option.on = on; });
  sendOptions(state, kind);
}

/**
 * @param {State} state
 * @param {Kind} kind
 * @param {ChipOption} only
 */
function setOnly(state, kind, only) {
  optionsOf(state.data, kind).forEach((option) => { option.on = option === only; });
  sendOptions(state, kind);
}

/**
 * @param {State} state
 * @param {Kind} kind
 */
function sendOptions(state, kind) {
  state.send(patchOf(kind, optionsOf(state.data, kind)));
  drawChips(state);
}

/** @param {State} state */
function wordsField(state) {
  const send = () => {
    const value = field.value.trim();
    if (value !== state.data.words) state.send({ words: value || null });
  };
  const field = el("input", {
    type: "search", placeholder: "Search", "aria-label": "Search words in excerpts and places",
    maxlength: "200", "data-id": "words", onchange: send, onsearch: send,
  });
  field.value = state.typed ?? state.data.words;
  return field;
}

/** @param {State} state */
function datesAction(state) {
  return action(`Dates: ${state.data.dates} ✕`, "dates", false, () => state.send({ since: null, until: null }));
}

/**
 * @param {string} label
 * @param {string} key
 * @param {boolean} disabled
 * @param {() => void} onclick
 */
function action(label, key, disabled, onclick) {
  return el("button", { class: "action", type: "button", text: label, "data-id": key, disabled, onclick });
}
