// The excerpts of a place, newest first, paged.

const mentionStates = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = mentionStates.get(parentElement) ?? {};
  mentionStates.set(parentElement, state);
  const turned = state.data && state.data.page !== data.page;
  Object.assign(state, {
    data, root,
    send: patching(state, setTriggerValue),
  });
  keepingFocus(root, () => root.replaceChildren(el("section", { class: "list", "aria-label": "Excerpts, newest first" },
    el("h2", { text: data.excerpts.length ? "Excerpts, newest first" : "No excerpts" }),
    data.excerpts.length ? excerptList(state, data.excerpts) : el("p", { class: "empty", text: data.nothing }),
    data.pages > 1 ? pager(state, data.page, data.pages, "Pages of excerpts") : "")));
  if (turned) root.querySelector(".list").scrollIntoView({ block: "start" });
}
