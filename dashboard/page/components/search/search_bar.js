// Above the map: what is counted, the search, what sizes say, and the reset.

const barStates = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = barStates.get(parentElement) ?? {};
  barStates.set(parentElement, state);
  const send = patching(state, setTriggerValue);
  keepingFocus(root, () => root.replaceChildren(el("div", { class: "bar", role: "search" },
    el("p", { class: "tally", role: "status" },
      el("strong", { text: data.count }), el("span", { class: "quiet", text: data.more })),
    searchField(data.words, "Search the articles", "words", (words) => send({ words: words || null })),
    data.size ? measure(data, send) : null,
    el("button", {
      class: "action", type: "button", text: "Reset all", "data-id": "reset", disabled: !data.changed,
      onclick: () => send(data.reset),
    }))));
}

function measure(data, send) {
  const choice = (value, label) => el("button", {
    type: "button", class: "choice", text: label, "aria-pressed": String(data.size === value), "data-id": `size-${value}`,
    onclick: () => send({ size: value }),
  });
  return el("div", { class: "switch", role: "group", "aria-label": "What sizes and shades count" },
    el("span", { class: "quiet", text: "By" }), choice("articles", "Articles"), choice("mentions", "Mentions"));
}
