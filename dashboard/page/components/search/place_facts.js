// A place: what it is, how often and how it is meant.

const placeStates = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = placeStates.get(parentElement) ?? {};
  placeStates.set(parentElement, state);
  Object.assign(state, {
    data, root,
    send: patching(state, setTriggerValue),
  });
  keepingFocus(root, () => root.replaceChildren(...nodes(state)));
}

function nodes(state) {
  const { data } = state, isKnown = Boolean(data.degrees);
  return [
    el("header", {},
      el("h1", { text: data.name }),
      el("p", { class: "quiet", text: [data.where, data.degrees].filter(Boolean).join(" · ") }),
      data.counts ? el("p", {}, el("strong", { text: data.counts }), el("span", { class: "quiet", text: data.sure })) : null,
      groupTallies(state, data.groups),
      el("p", { class: "ways" }, pageLink("atlas", isKnown ? data.atlas : {}, { "data-id": "to-atlas" },
        document.createTextNode(isKnown ? "Show on the atlas" : "To the atlas")))),
    el("div", { class: "bar", role: "search" },
      searchField(data.words, "Search the articles", "words", (words) => state.send({ words: words || null })),
      el("button", {
        class: "action", type: "button", text: "Reset all", "data-id": "reset", disabled: !data.changed,
        onclick: () => state.send(data.reset),
      })),
  ];
}
