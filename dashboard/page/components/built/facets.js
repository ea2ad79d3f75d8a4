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

// dashboard/page/components/shared/focus.js
function keepingFocus(root, draw) {
  const active = focusedIn(root), id = active?.dataset.id;
  const field = active instanceof HTMLInputElement && active.type === "search" ? active : null;
  const typed = field ? { text: field.value, caret: field.selectionStart } : null;
  draw();
  const again = id ? byId(root, id) : null;
  if (!again) return;
  again.focus({ preventScroll: true });
  if (typed && again instanceof HTMLInputElement) {
    again.value = typed.text;
    again.setSelectionRange(typed.caret, typed.caret);
  }
}

// dashboard/page/components/shared/patches.js
function patching(state, setTriggerValue) {
  state.earlier = state.sent;
  const sent = {};
  state.sent = sent;
  return ({ fly, ...patch }) => {
    Object.assign(sent, patch);
    setTriggerValue("patch", { ...state.earlier, ...sent, ...fly && { fly } });
  };
}
function listed(values) {
  return values.length ? values.map((one) => one.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",") : null;
}

// dashboard/page/components/search/facet_options.js
var FEW = 6;
var MOST = 200;
function listedOptions(facet, { find, isAll }) {
  const words = find.toLowerCase();
  const chosen = facet.options.filter((one) => one.on);
  const fitting = facet.options.filter((one) => !words || one.on || one.label.toLowerCase().includes(words));
  const ordered = facet.sorted ? [...chosen, ...fitting.filter((one) => !one.on)] : fitting;
  const few = facet.sorted && ordered.length > FEW + 2 ? FEW : ordered.length;
  const shown = isAll || words ? ordered.slice(0, MOST) : ordered.slice(0, Math.max(few, chosen.length));
  return { shown, rest: ordered.length - shown.length };
}
function shareOf(option2, facet) {
  return Math.round(100 * option2.count / Math.max(1, ...facet.options.map((one) => one.count)));
}

// dashboard/page/components/search/facets.js
var states = /* @__PURE__ */ new WeakMap();
function facets(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = states.get(parentElement) ?? { all: {}, folded: {}, find: {}, data, root, send: () => void 0 };
  Object.assign(state, { data, root, send: patching(state, setTriggerValue) });
  states.set(parentElement, state);
  drawFacets(state);
}
function drawFacets(state) {
  keepingFocus(state.root, () => state.root.replaceChildren(
    ...state.data.facets.map((facet) => facetBox(state, facet)),
    sureBox(state)
  ));
}
function facetBox(state, facet) {
  const chosen = facet.options.filter((one) => one.on).length;
  const isFolded = state.folded[facet.key] ?? state.data.folded;
  const box = el(
    "details",
    { class: "facet", open: !isFolded, ontoggle: () => {
      state.folded[facet.key] = !box.open;
    } },
    el(
      "summary",
      { "data-id": `fold-${facet.key}` },
      el("span", { text: facet.label }),
      el("span", { class: "count", text: chosen ? `${chosen} chosen` : "all" })
    ),
    chosen ? el("button", {
      class: "action",
      type: "button",
      text: "Clear",
      "data-id": `clear-${facet.key}`,
      "aria-label": `Clear ${facet.label}`,
      onclick: () => state.send({ [facet.key]: null })
    }) : null,
    ...options(state, facet)
  );
  return box;
}
function options(state, facet) {
  const find = state.find[facet.key] ?? "", isAll = state.all[facet.key] ?? false;
  const { shown, rest } = listedOptions(facet, { find, isAll });
  const isToldOfMore = !isAll && !find && rest > 0;
  return [
    facet.options.length > 12 ? finder(state, facet) : null,
    el("div", { role: "group", "aria-label": facet.label, class: "options" }, ...shown.map((one) => option(state, facet, one))),
    shown.length ? null : el("p", { class: "quiet", text: "Nothing of that name." }),
    isToldOfMore || isAll && !find ? el("button", {
      class: "link",
      type: "button",
      "data-id": `all-${facet.key}`,
      text: isAll ? "Show fewer" : `Show ${rest} more`,
      onclick: () => {
        state.all[facet.key] = !isAll;
        drawFacets(state);
      }
    }) : null
  ];
}
function finder(state, facet) {
  const field = el("input", {
    type: "search",
    class: "finder",
    placeholder: `Find ${facet.label.toLowerCase()}`,
    "aria-label": `Find in ${facet.label}`,
    "data-id": `find-${facet.key}`,
    maxlength: "100",
    oninput: () => {
      state.find[facet.key] = field.value;
      drawFacets(state);
    }
  });
  field.value = state.find[facet.key] ?? "";
  return field;
}
function option(state, facet, one) {
  const box = el("input", {
    type: "checkbox",
    checked: one.on,
    "data-id": `${facet.key}-${one.key}`,
    onchange: () => {
      one.on = box.checked;
      state.send({ [facet.key]: listed(facet.options.filter((other) => other.on).map((other) => other.key)) });
    }
  });
  return el(
    "label",
    { class: "option", style: `--share: ${shareOf(one, facet)}%` },
    box,
    one.group ? sign(one.group, state.data) : null,
    el("span", { class: "option-name", text: one.label }),
    el("span", { class: "count", text: one.count.toLocaleString("en") })
  );
}
function sureBox(state) {
  const { sure } = state.data, { steps } = sure;
  const reads = (at) => steps[at]?.said ?? "";
  const value = el("output", { class: "count", text: reads(sure.at) });
  const slider = el("input", {
    type: "range",
    min: "0",
    max: String(steps.length - 1),
    step: "1",
    "data-id": "sure",
    "aria-label": "How sure a mention's place must be",
    "aria-valuetext": reads(sure.at),
    oninput: () => {
      value.textContent = reads(slider.valueAsNumber);
      slider.setAttribute("aria-valuetext", value.textContent);
    },
    onchange: () => {
      state.send({ sure: steps[slider.valueAsNumber]?.value || null });
    }
  });
  slider.value = String(sure.at);
  return el(
    "div",
    { class: "facet sure" },
    el("div", { class: "sure-head" }, el("strong", { text: "How sure" }), value),
    slider,
    sure.at ? el("button", {
      class: "action",
      type: "button",
      text: "Clear",
      "data-id": "clear-sure",
      "aria-label": "Clear how sure",
      onclick: () => state.send({ sure: null })
    }) : null
  );
}
export {
  facets as default
};
