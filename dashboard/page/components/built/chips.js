// dashboard/page/components/shared/colours.js
function isDarkColour(colour) {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  const parts = hex ? hex.slice(1).map((part) => parseInt(part, 16)) : (colour.match(/\d+/g) ?? []).map(Number);
  const [red, green, blue] = parts;
  if (red === void 0 || green === void 0 || blue === void 0) return false;
  return 0.3 * red + 0.6 * green + 0.1 * blue < 110;
}

// dashboard/page/components/shared/dom.js
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === void 0 || value === false) continue;
    if (typeof value === "function") Object.assign(node, { [name]: value });
    else if (name === "text") node.textContent = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== void 0));
  return node;
}
function sign(group, data) {
  return el("span", {
    class: "sign",
    "aria-hidden": "true",
    style: `color: var(--${group})`,
    text: markOf(group, data).glyph
  });
}
function markOf(group, data) {
  return data.marks[group] ?? { glyph: "", label: group };
}
function rootOf(component) {
  const root = (
    /** @type {HTMLElement} */
    component.parentElement.querySelector(".root")
  );
  const ground = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
  root.classList.toggle("dark", isDarkColour(ground));
  return root;
}
function focusedIn(root) {
  const within = (
    /** @type {ShadowRoot | Document} */
    root.getRootNode()
  );
  return (
    /** @type {HTMLElement | null} */
    within.activeElement
  );
}
function byId(root, id) {
  return (
    /** @type {HTMLElement | null} */
    root.querySelector(`[data-id="${CSS.escape(id)}"]`)
  );
}
function isStill() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

// dashboard/page/components/filters/certainty_slider.js
var REST_MS = 250;
function hearAnswer(least, at) {
  if (least.asked === at) least.asked = null;
  if (!least.timer && least.asked === null) least.at = at;
}
function certaintySlider(state) {
  const { steps } = state.data.doubt, { least } = state;
  hearAnswer(least, state.data.doubt.at);
  const value = el("output", { class: "least" }), effect = el("p", { class: "help" });
  const slider = el("input", {
    type: "range",
    min: "0",
    max: String(steps.length - 1),
    step: "1",
    "data-id": "least",
    "aria-label": "Hide what is less sure than",
    oninput: () => {
      turn(Number(slider.value));
    }
  });
  const write = () => {
    const step = steps[least.at], hides = step?.effect ?? "", reads = step?.said ?? "";
    value.textContent = reads;
    effect.textContent = hides;
    slider.setAttribute("aria-valuetext", `${reads}. ${hides}`);
  };
  const turn = (at) => {
    least.at = at;
    write();
    clearTimeout(least.timer);
    least.timer = window.setTimeout(() => {
      least.timer = 0;
      state.send({ sure: steps[at]?.value || null });
      least.asked = at;
    }, REST_MS);
  };
  slider.value = String(least.at);
  write();
  return [
    el("label", { class: "doubt" }, el("span", {}, "Hide what is less sure than ", value), slider),
    effect,
    el("p", { class: "help", text: state.data.terms.likelihood ?? "" }),
    el("p", { class: "help", text: "Names that are not on the map are always listed under Places." })
  ];
}

// dashboard/page/components/filters/chip_options.js
function pressedOf(options) {
  const on = options.filter((option) => option.on).length;
  if (on === 0) return "false";
  return on < options.length ? "mixed" : "true";
}
function countOf(options) {
  return options.reduce((sum, option) => sum + option.count, 0);
}
function choiceOf(options) {
  const on = options.filter((option) => option.on).length, isPart = on < options.length;
  return { label: isPart ? `${on} of ${options.length}` : "all", isPart };
}
function optionsOf(data, kind) {
  return kind === "groups" ? data.groups.flatMap((group) => group.options) : data[kind];
}
function patchOf(kind, options) {
  const on = options.filter((option) => option.on), isAll = on.length === options.length;
  const value = on.map((option) => option.key).join(",");
  if (kind === "articles") return { articles: isAll || !value ? "*" : value };
  return { [kind === "groups" ? "types" : kind]: isAll ? null : value };
}
function menuPlace(chip, ground, windowWidth) {
  const width = Math.min(340, windowWidth - 16);
  const left = Math.max(8, Math.min(chip.left, windowWidth - width - 8));
  return { width, left: left - ground.left, top: chip.bottom - ground.top + 6 };
}

// dashboard/page/components/shared/tip.js
var GONE_MS = 160;
var EDGE = 8;
var shown = null;
var timer = 0;
function explained(node, text) {
  node.addEventListener("pointerenter", (event) => {
    if (event.pointerType !== "touch") showTip(node, text);
  });
  node.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch") hideSoon();
  });
  node.addEventListener("focus", () => {
    if (node.matches(":focus-visible")) showTip(node, text);
  });
  node.addEventListener("blur", hideTip);
  return node;
}
function showTip(node, text) {
  clearTimeout(timer);
  if (shown?.node === node) return shown;
  hideTip();
  const box = el("div", { class: "tip", role: "tooltip", id: "tip", popover: "manual", text });
  box.onpointerenter = () => clearTimeout(timer);
  box.onpointerleave = hideSoon;
  node.closest(".root")?.append(box);
  box.showPopover?.();
  node.setAttribute("aria-describedby", "tip");
  placeTip(node, box);
  shown = { node, box, byTap: false };
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("pointerdown", onPress, true);
  document.addEventListener("scroll", hideTip, { capture: true, once: true });
  return shown;
}
function placeTip(node, box) {
  const at = node.getBoundingClientRect();
  const left = Math.max(EDGE, Math.min(at.left, window.innerWidth - box.offsetWidth - EDGE));
  const below = at.bottom + 6 + box.offsetHeight < window.innerHeight;
  box.style.left = `${left}px`;
  box.style.top = `${below ? at.bottom + 6 : Math.max(EDGE, at.top - 6 - box.offsetHeight)}px`;
}
function hideSoon() {
  clearTimeout(timer);
  if (!shown?.byTap) timer = window.setTimeout(hideTip, GONE_MS);
}
function hideTip() {
  clearTimeout(timer);
  shown?.node.removeAttribute("aria-describedby");
  shown?.box.remove();
  shown = null;
  document.removeEventListener("keydown", onKey, true);
  document.removeEventListener("pointerdown", onPress, true);
}
function onKey(event) {
  if (event.key !== "Escape") return;
  event.stopPropagation();
  hideTip();
}
function onPress(event) {
  const path = event.composedPath();
  if (!shown || !path.includes(shown.node) && !path.includes(shown.box)) hideTip();
}

// dashboard/page/components/filters/welcome.js
var WELCOMED = "dateline-welcomed";
var isDismissed = false;
function welcome(root) {
  if (isDismissed || wasDismissed()) return null;
  const line = el(
    "p",
    { class: "welcome", role: "note", "aria-label": "For your first visit" },
    el(
      "span",
      {},
      el("b", { text: "Colours and shapes" }),
      " say how a name is meant, ",
      el("b", { text: "the chips" }),
      " show or hide each kind",
      el("span", { class: "long" }, ", and ", el("b", { text: "the address" }), " always holds what you see, ready to share"),
      ". "
    ),
    el("a", { class: "how", href: "about", target: "_blank", rel: "noopener", text: "How it works" }),
    el("button", { class: "got-it", type: "button", text: "Got it", "data-id": "welcomed", onclick: () => {
      isDismissed = true;
      line.remove();
      root.querySelector(".chip-main")?.focus({ preventScroll: true });
      try {
        localStorage.setItem(WELCOMED, "1");
      } catch {
      }
    } })
  );
  return line;
}
function wasDismissed() {
  try {
    return localStorage.getItem(WELCOMED) !== null;
  } catch {
    return false;
  }
}

// dashboard/page/components/filters/chips.js
var states = /* @__PURE__ */ new WeakMap();
function chips(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const before = states.get(parentElement);
  const state = {
    open: before?.open ?? "",
    focus: focusOf(root),
    typed: void 0,
    data,
    root,
    strip: null,
    shade: () => void 0,
    least: before?.least ?? { at: data.doubt.at, timer: 0, asked: null },
    send: (patch) => {
      state.least.asked = null;
      setTriggerValue("patch", patch);
    }
  };
  if (state.open !== "doubt") state.least.asked = null;
  states.set(parentElement, state);
  drawChips(state, before?.strip?.scrollLeft ?? 0);
  document.onpointerdown = (event) => {
    if (state.open && !event.composedPath().some(isOfMenu)) closeMenu(state);
  };
  return () => {
    document.onpointerdown = null;
  };
}
function isOfMenu(node) {
  return node instanceof Element && (node.matches(".menu") || node.hasAttribute("aria-expanded"));
}
function closeMenu(state) {
  state.open = "";
  state.root.querySelector(".menu")?.remove();
  state.root.querySelectorAll("[aria-expanded]").forEach((one) => one.setAttribute("aria-expanded", "false"));
}
function focusOf(root) {
  return focusedIn(root)?.dataset.id ?? "";
}
function drawChips(state, scrolled = state.strip?.scrollLeft ?? 0) {
  const { data, root } = state;
  state.focus = focusOf(root) || state.focus;
  const field = root.querySelector("input[type=search]");
  state.typed = state.focus === "words" && field instanceof HTMLInputElement ? field.value : void 0;
  root.replaceChildren(...data.embed ? [barOf(state)] : [welcome(root) ?? "", barOf(state)]);
  if (state.strip) state.strip.scrollLeft = scrolled;
  state.shade();
  if (state.open) openMenu(state);
  const target = state.focus ? byId(root, state.focus) : null;
  if (target && focusOf(root) !== state.focus) target.focus({ preventScroll: true });
}
function barOf(state) {
  const { data } = state, groups = data.groups.map((group) => groupChip(state, group));
  const rest = [
    optionsChip(state, "kinds", "Kinds of place", data.kinds),
    menuChip(state, "doubt", "How sure", data.doubt.label, data.doubt.at > 0),
    data.articles.length ? optionsChip(state, "articles", "Articles", data.articles) : null,
    data.embed ? null : wordsField(state),
    data.dates ? datesAction(state) : null,
    data.changed || !data.embed ? resetAction(state) : null
  ].filter((one) => one !== null);
  return el(
    "div",
    { class: `chips ${data.embed ? "is-embedded" : ""}`, role: "toolbar", "aria-label": "Filters" },
    ...data.embed ? [stripBox(state, [...groups, ...rest])] : [stripBox(state, groups), el("span", { class: "rule", "aria-hidden": "true" }), ...rest]
  );
}
function stripBox(state, content) {
  const strip = el("div", { class: "strip", onscroll: () => state.shade() }, ...content);
  const more = el("button", {
    class: "more",
    type: "button",
    tabindex: "-1",
    "aria-hidden": "true",
    title: "More filters",
    text: "›",
    onclick: () => strip.scrollBy({ left: strip.clientWidth * 0.7, behavior: isStill() ? "auto" : "smooth" })
  });
  state.strip = strip;
  state.shade = () => {
    more.hidden = strip.scrollWidth - strip.clientWidth - strip.scrollLeft < 4;
    strip.classList.toggle("has-more", !more.hidden);
  };
  new ResizeObserver(state.shade).observe(strip);
  return el("div", { class: "strip-box" }, strip, more);
}
function resetAction(state) {
  return action("Reset filters", "reset", !state.data.changed, () => state.send(state.data.reset));
}
function groupChip(state, group) {
  const pressed = pressedOf(group.options);
  const toggle = el(
    "button",
    {
      class: "chip-main",
      type: "button",
      "aria-pressed": pressed,
      "data-id": group.key,
      onclick: () => setMany(state, "groups", group.options, pressed === "false")
    },
    sign(group.key, state.data),
    el("span", { class: "name", text: group.label }),
    el("span", { class: "count", text: String(countOf(group.options)) })
  );
  const meaning = `${state.data.terms[group.key]} Press to ${pressed === "false" ? "show" : "hide"} them.`;
  return el(
    "div",
    { class: `chip is-${pressed}`, style: `--tint: var(--${group.key})` },
    explained(toggle, meaning),
    caret(state, group.key, `Types of ${group.label}`)
  );
}
function optionsChip(state, key, label, options) {
  const choice = choiceOf(options);
  return menuChip(state, key, label, choice.label, choice.isPart);
}
function menuChip(state, key, label, value, isPart) {
  return el(
    "div",
    { class: `chip plain is-${isPart ? "mixed" : "true"}` },
    el(
      "button",
      {
        class: "chip-main",
        type: "button",
        "data-id": key,
        "aria-haspopup": "true",
        "aria-expanded": String(state.open === key),
        onclick: () => toggleMenu(state, key)
      },
      el("span", { class: "name", text: label }),
      el("span", { class: "count", text: value }),
      el("span", { class: "arrow", "aria-hidden": "true", text: "▾" })
    )
  );
}
function caret(state, key, label) {
  return el("button", {
    class: "caret",
    type: "button",
    "data-id": `open-${key}`,
    "aria-label": label,
    title: label,
    "aria-haspopup": "true",
    "aria-expanded": String(state.open === key),
    text: "▾",
    onclick: () => toggleMenu(state, key)
  });
}
function toggleMenu(state, key) {
  state.open = state.open === key ? "" : key;
  drawChips(state);
}
function openMenu(state) {
  const box = menuOf(state), chip = byId(state.root, state.open)?.closest(".chip");
  if (!box || !chip) return;
  state.root.append(box);
  const { width, left, top } = menuPlace(
    chip.getBoundingClientRect(),
    state.root.getBoundingClientRect(),
    window.innerWidth
  );
  box.style.cssText = `width: ${width}px; left: ${left}px; top: ${top}px`;
}
function menuOf(state) {
  const { data } = state, group = data.groups.find((one) => one.key === state.open);
  if (group) return menu(state, "Show", help(data.terms[group.key] ?? ""), ...rows(state, "groups", group.options));
  if (state.open === "doubt") return menu(state, "How sure", ...certaintySlider(state));
  if (state.open === "kinds" || state.open === "articles") {
    return menu(state, "Show", ...rows(state, state.open, data[state.open]));
  }
  return null;
}
function help(text) {
  return el("p", { class: "help", text });
}
function menu(state, label, ...content) {
  return el("div", { class: "menu", role: "group", "aria-label": label, onkeydown: (event) => {
    if (event.key !== "Escape") return;
    state.focus = state.open;
    state.open = "";
    drawChips(state);
    byId(state.root, state.focus)?.focus();
  } }, ...content);
}
function rows(state, kind, options) {
  return options.map((option) => optionRow(state, kind, option));
}
function optionRow(state, kind, option) {
  const box = el("input", {
    type: "checkbox",
    checked: option.on,
    "data-id": `option-${option.key}`,
    onchange: () => {
      setMany(state, kind, [option], box.checked);
    }
  });
  return el(
    "div",
    { class: "option" },
    el(
      "label",
      {},
      box,
      el("span", { class: "option-name", text: option.label }),
      el("span", { class: "count", text: String(option.count) })
    ),
    el("button", {
      class: "only",
      type: "button",
      "data-id": `only-${option.key}`,
      text: "only",
      "aria-label": `Only ${option.label}`,
      onclick: () => setOnly(state, kind, option)
    }),
    option.help ? help(option.help) : null
  );
}
function setMany(state, kind, options, on) {
  options.forEach((option) => {
    option.on = on;
  });
  sendOptions(state, kind);
}
function setOnly(state, kind, only) {
  optionsOf(state.data, kind).forEach((option) => {
    option.on = option === only;
  });
  sendOptions(state, kind);
}
function sendOptions(state, kind) {
  state.send(patchOf(kind, optionsOf(state.data, kind)));
  drawChips(state);
}
function wordsField(state) {
  const send = () => {
    const value = field.value.trim();
    if (value !== state.data.words) state.send({ words: value || null });
  };
  const field = el("input", {
    type: "search",
    placeholder: "Search",
    "aria-label": "Search words in excerpts and places",
    maxlength: "200",
    "data-id": "words",
    onchange: send,
    onsearch: send
  });
  field.value = state.typed ?? state.data.words;
  return field;
}
function datesAction(state) {
  return action(`Dates: ${state.data.dates} ✕`, "dates", false, () => state.send({ since: null, until: null }));
}
function action(label, key, disabled, onclick) {
  return el("button", { class: "action", type: "button", text: label, "data-id": key, disabled, onclick });
}
export {
  chips as default
};
