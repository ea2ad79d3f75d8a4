// The chips: filters by mention type, kind of place, article and words, and their reset.

const chipStates = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const before = chipStates.get(parentElement) ?? {};
  const state = { open: before.open ?? "", focus: focused(root), data, root, bar: null, least: before.least };
  state.send = (patch) => setTriggerValue("patch", patch);
  chipStates.set(parentElement, state);
  drawChips(state, before.strip?.scrollLeft ?? 0);
  const close = (event) => {
    if (state.open && !event.composedPath().some(isOfMenu)) closeMenu(state);
  };
  document.onpointerdown = close;
  return () => { document.onpointerdown = null; };
}

function isOfMenu(node) {
  return node instanceof Element && (node.matches(".menu") || node.hasAttribute("aria-expanded"));
}

// Without drawing anew: what is being pressed must still be there when it is released.
function closeMenu(state) {
  state.open = "";
  state.root.querySelector(".menu")?.remove();
  state.root.querySelectorAll("[aria-expanded]").forEach((one) => one.setAttribute("aria-expanded", "false"));
}

function focused(root) {
  return root.getRootNode().activeElement?.dataset.id ?? "";
}

function drawChips(state, scrolled = state.strip?.scrollLeft ?? 0) {
  const { data, root } = state;
  state.focus = focused(root) || state.focus;
  state.typed = state.focus === "words" ? root.querySelector("[type=search]")?.value : undefined;
  const groups = data.groups.map((group) => groupChip(state, group));
  const rest = [
    optionsChip(state, "kinds", "Kinds of place", data.kinds),
    menuChip(state, "doubt", "How sure", data.doubt.label, data.doubt.at > 0),
    data.articles.length ? optionsChip(state, "articles", "Articles", data.articles) : null,
    data.embed ? null : wordsField(state),
    data.dates ? datesChip(state) : null,
    data.changed || !data.embed ? resetAction(state) : null,
  ].filter(Boolean);
  state.bar = el("div", { class: `chips ${data.embed ? "is-embedded" : ""}`, role: "toolbar", "aria-label": "Filters" },
    ...(data.embed
      ? strip(state, [...groups, ...rest])
      : [...strip(state, groups), el("span", { class: "rule", "aria-hidden": "true" }), ...rest]));
  root.replaceChildren(...[welcome(state), state.bar].filter(Boolean));
  state.strip.scrollLeft = scrolled;
  state.shade();
  if (state.open) openMenu(state);
  const target = state.focus && root.querySelector(`[data-id="${CSS.escape(state.focus)}"]`);
  if (target && focused(root) !== state.focus) target.focus({ preventScroll: true });
}

// Chips in one line that scrolls where it is too long, with a button that says there is more.
function strip(state, chips) {
  const more = el("button", { class: "more", type: "button", tabindex: "-1", "aria-hidden": "true", title: "More filters", text: "›",
    onclick: () => state.strip.scrollBy({ left: state.strip.clientWidth * 0.7, behavior: isStill() ? "auto" : "smooth" }) });
  state.shade = () => {
    const { scrollLeft, scrollWidth, clientWidth } = state.strip;
    more.hidden = scrollWidth - clientWidth - scrollLeft < 4;
    state.strip.classList.toggle("has-more", !more.hidden);
  };
  state.strip = el("div", { class: "strip", onscroll: state.shade }, ...chips);
  new ResizeObserver(state.shade).observe(state.strip);
  return [el("div", { class: "strip-box" }, state.strip, more)];
}

function isStill() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function resetAction(state) {
  return action("Reset filters", "reset", !state.data.changed, () => state.send(state.data.reset));
}

function groupChip(state, group) {
  const on = group.options.filter((option) => option.on);
  const pressed = on.length === 0 ? "false" : on.length < group.options.length ? "mixed" : "true";
  const count = group.options.reduce((sum, option) => sum + option.count, 0);
  const toggle = el("button", {
    class: "chip-main", type: "button", "aria-pressed": pressed, "data-id": group.key,
    onclick: () => setMany(state, "groups", group.options, pressed === "false"),
  },
    sign(group.key, state.data),
    el("span", { class: "name", text: group.label }),
    el("span", { class: "count", text: String(count) }));
  return el("div", { class: `chip is-${pressed}`, style: `--tint: var(--${group.key})` },
    explained(toggle, `${state.data.terms[group.key]} Press to ${pressed === "false" ? "show" : "hide"} them.`), caret(state, group.key, `Types of ${group.label}`));
}

function optionsChip(state, key, label, options) {
  const on = options.filter((option) => option.on).length;
  const isPart = on < options.length;
  return menuChip(state, key, label, isPart ? `${on} of ${options.length}` : "all", isPart);
}

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

function caret(state, key, label) {
  return el("button", {
    class: "caret", type: "button", "data-id": `open-${key}`, "aria-label": label, title: label,
    "aria-haspopup": "true", "aria-expanded": String(state.open === key), text: "▾",
    onclick: () => toggleMenu(state, key),
  });
}

function toggleMenu(state, key) {
  state.open = state.open === key ? "" : key;
  drawChips(state);
}

function openMenu(state) {
  const group = state.data.groups.find((one) => one.key === state.open);
  const options = group ? group.options : state.data[state.open];
  if (!options) return;
  const isDoubt = state.open === "doubt";
  const chip = state.root.querySelector(`[data-id="${state.open}"]`).closest(".chip");
  const kind = group ? "groups" : state.open;
  const menu = el("div", { class: "menu", role: "group", "aria-label": isDoubt ? "How sure" : "Show", onkeydown: (event) => {
    if (event.key !== "Escape") return;
    state.focus = state.open;
    state.open = "";
    drawChips(state);
    state.root.querySelector(`[data-id="${state.focus}"]`)?.focus();
  } }, group ? el("p", { class: "help", text: state.data.terms[group.key] }) : null, ...(isDoubt ? doubtSlider(state) : options.map((option) => optionRow(state, kind, options, option))));
  state.root.append(menu);
  const box = chip.getBoundingClientRect();
  const ground = state.root.getBoundingClientRect();
  const width = Math.min(340, window.innerWidth - 16);
  const left = Math.max(8, Math.min(box.left, window.innerWidth - width - 8));
  menu.style.cssText = `width: ${width}px; left: ${left - ground.left}px; top: ${box.bottom - ground.top + 6}px`;
}

function optionRow(state, kind, options, option) {
  return el("div", { class: "option" },
    el("label", {},
      el("input", {
        type: "checkbox", checked: option.on, "data-id": `option-${option.key}`,
        onchange: (event) => setMany(state, kind, [option], event.target.checked),
      }),
      el("span", { class: "option-name", text: option.label }),
      el("span", { class: "count", text: String(option.count) })),
    el("button", {
      class: "only", type: "button", "data-id": `only-${option.key}`, text: "only",
      "aria-label": `Only ${option.label}`, onclick: () => setOnly(state, kind, option),
    }),
    option.help ? el("p", { class: "help", text: option.help }) : null);
}

function optionsOf(state, kind) {
  return kind === "groups" ? state.data.groups.flatMap((one) => one.options) : state.data[kind];
}

// The data is changed at once, so that a second click does not wait for the first's answer.
function setMany(state, kind, options, on) {
  options.forEach((option) => { option.on = on; });
  sendOptions(state, kind);
}

function setOnly(state, kind, only) {
  optionsOf(state, kind).forEach((option) => { option.on = option === only; });
  sendOptions(state, kind);
}

function sendOptions(state, kind) {
  const all = optionsOf(state, kind);
  const on = all.filter((option) => option.on);
  const everything = on.length === all.length;
  const key = kind === "groups" ? "types" : kind;
  const value = on.map((option) => option.key).join(",");
  if (key === "articles") state.send({ articles: everything || !value ? "*" : value });
  else state.send({ [key]: everything ? null : value });
  drawChips(state);
}

function wordsField(state) {
  const send = (event) => {
    const value = event.target.value.trim();
    if (value !== state.data.words) state.send({ words: value || null });
  };
  const field = el("input", {
    type: "search", placeholder: "Search", "aria-label": "Search words in excerpts and places",
    maxlength: "200", "data-id": "words", onchange: send, onsearch: send,
  });
  field.value = state.typed ?? state.data.words;
  return field;
}

function datesChip(state) {
  return action(`Dates: ${state.data.dates} ✕`, "dates", false,
    () => state.send({ since: null, until: null }));
}

function action(label, key, disabled, onclick) {
  return el("button", { class: "action", type: "button", text: label, "data-id": key, disabled, onclick });
}
