// Facets: lists of what can be chosen, with counts; nothing chosen means all of it.

const facetStates = new WeakMap();
const FEW = 6;

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = facetStates.get(parentElement) ?? { all: {}, folded: {}, find: {} };
  Object.assign(state, { data, root, send: patching(state, setTriggerValue) });
  facetStates.set(parentElement, state);
  drawFacets(state);
}

function drawFacets(state) {
  keepingFocus(state.root, () => state.root.replaceChildren(
    ...state.data.facets.map((facet) => facetBox(state, facet)), sureBox(state)));
}

function facetBox(state, facet) {
  const chosen = facet.options.filter((one) => one.on);
  const isFolded = state.folded[facet.key] ?? state.data.folded;
  const box = el("details", { class: "facet", open: !isFolded, ontoggle: () => { state.folded[facet.key] = !box.open; } },
    el("summary", { "data-id": `fold-${facet.key}` },
      el("span", { text: facet.label }),
      el("span", { class: "count", text: chosen.length ? `${chosen.length} chosen` : "all" })),
    chosen.length ? el("button", {
      class: "action", type: "button", text: "Clear", "data-id": `clear-${facet.key}`,
      "aria-label": `Clear ${facet.label}`, onclick: () => state.send({ [facet.key]: null }),
    }) : null,
    ...options(state, facet, chosen));
  return box;
}

function options(state, facet, chosen) {
  const find = (state.find[facet.key] ?? "").toLowerCase();
  const fitting = facet.options.filter((one) => !find || one.on || one.label.toLowerCase().includes(find));
  const ordered = facet.sorted ? [...chosen, ...fitting.filter((one) => !one.on)] : fitting;
  const isAll = state.all[facet.key] || find;
  const few = facet.sorted && ordered.length > FEW + 2 ? FEW : ordered.length;
  const shown = isAll ? ordered.slice(0, 200) : ordered.slice(0, Math.max(few, chosen.length));
  const most = Math.max(1, ...facet.options.map((one) => one.count));
  const rest = ordered.length - shown.length;
  return [
    facet.options.length > 12 ? finder(state, facet) : null,
    el("div", { role: "group", "aria-label": facet.label, class: "options" }, ...shown.map((one) => option(state, facet, one, most))),
    shown.length ? null : el("p", { class: "quiet", text: "Nothing of that name." }),
    !isAll && rest > 0 || state.all[facet.key] && !find ? el("button", {
      class: "link", type: "button", "data-id": `all-${facet.key}`, text: state.all[facet.key] ? "Show fewer" : `Show ${rest} more`,
      onclick: () => { state.all[facet.key] = !state.all[facet.key]; drawFacets(state); },
    }) : null,
  ].filter(Boolean);
}

function finder(state, facet) {
  const field = el("input", {
    type: "search", class: "finder", placeholder: `Find ${facet.label.toLowerCase()}`, "aria-label": `Find in ${facet.label}`,
    "data-id": `find-${facet.key}`, maxlength: "100",
    oninput: () => { state.find[facet.key] = field.value; drawFacets(state); },
  });
  field.value = state.find[facet.key] ?? "";
  return field;
}

function option(state, facet, one, most) {
  const share = Math.round((100 * one.count) / most);
  return el("label", { class: "option", style: `--share: ${share}%` },
    el("input", {
      type: "checkbox", checked: one.on, "data-id": `${facet.key}-${one.key}`,
      onchange: (event) => {
        // The data is changed at once, so that a second click does not wait for the first's answer.
        one.on = event.target.checked;
        state.send({ [facet.key]: listed(facet.options.filter((other) => other.on).map((other) => other.key)) });
      },
    }),
    one.group ? sign(one.group, state.data) : null,
    el("span", { class: "option-name", text: one.label }),
    el("span", { class: "count", text: one.count.toLocaleString("en") }));
}

function sureBox(state) {
  const { sure } = state.data, steps = sure.steps;
  const said = el("output", { class: "count", text: steps[sure.at].said });
  const slider = el("input", {
    type: "range", min: "0", max: String(steps.length - 1), step: "1", "data-id": "sure",
    "aria-label": "How sure a mention's place must be", "aria-valuetext": steps[sure.at].said,
    oninput: () => { said.textContent = steps[slider.value].said; slider.setAttribute("aria-valuetext", said.textContent); },
    onchange: () => state.send({ sure: steps[slider.value].value || null }),
  });
  slider.value = String(sure.at);
  return el("div", { class: "facet sure" },
    el("div", { class: "sure-head" }, el("strong", { text: "How sure" }), said), slider,
    sure.at ? el("button", {
      class: "action", type: "button", text: "Clear", "data-id": "clear-sure", "aria-label": "Clear how sure",
      onclick: () => state.send({ sure: null }),
    }) : null);
}
