// Beside the map: the most named places, or the selected one. It hears what is chosen on the
// map.

const namedStates = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = namedStates.get(parentElement) ?? {};
  namedStates.set(parentElement, state);
  Object.assign(state, {
    data, root,
    send: patching(state, setTriggerValue),
  });
  keepingFocus(root, () => root.replaceChildren(data.place ? placeBox(state, data.place) : placeList(state)));
  listen(state);
  return () => { state.channel?.close(); state.channel = null; };
}

function listen(state) {
  if (state.channel?.name === state.data.channel) return;
  state.channel?.close();
  state.channel = new BroadcastChannel(state.data.channel);
  state.channel.onmessage = ({ data }) => {
    if (data.to !== "page") return;
    if (data.place) state.send({ place: data.place });
    if (data.country) state.send({ countries: withCountry(state, data.country) });
  };
}

// A country that is chosen already is let go.
function withCountry(state, code) {
  const { countries } = state.data;
  return listed(countries.includes(code) ? countries.filter((one) => one !== code) : [...countries, code]);
}

function placeList(state) {
  const { data } = state;
  const rows = data.rows.map((row, nth) => {
    const line = el("button", {
      class: "row", type: "button", "data-id": `row-${row.id}`, onclick: () => state.send({ place: row.id, fly: "1" }),
    },
      el("span", { class: "rank count", "aria-hidden": "true", text: `${nth + 1}` }),
      el("span", { class: "row-name", text: row.name }),
      el("span", { class: "row-count", text: data.measure === "articles" ? counted(row.articles, "article") : counted(row.mentions, "mention") }),
      el("span", { class: "row-where quiet", text: row.where }),
      el("span", { class: "row-more quiet", text: data.measure === "articles" ? counted(row.mentions, "mention") : counted(row.articles, "article") }),
      el("span", { class: "bar", style: `--share: ${row.share}%`, "aria-hidden": "true" }));
    return line;
  });
  rows.forEach((row, i) => {
    row.tabIndex = i === 0 ? 0 : -1;
    row.onkeydown = (event) => { stepped(event, rows); };
  });
  return el("section", { "aria-label": "Most named places" },
    el("h2", { text: "Most named places" }),
    rows.length
      ? el("ol", { class: "rows" }, ...rows.map((row) => el("li", {}, row)))
      : el("p", { class: "empty", text: data.nothing }),
    data.more ? el("button", {
      class: "link", type: "button", text: data.more.text, "data-id": "more", onclick: () => state.send({ more: data.more.to }),
    }) : null);
}

function placeBox(state, one) {
  return el("section", { "aria-label": "Selected place", class: "chosen" },
    el("header", {},
      el("div", {}, el("h2", { text: one.name }), el("p", { class: "quiet", text: one.where })),
      el("button", {
        class: "close", type: "button", text: "✕", title: "Close", "aria-label": "Close the selected place", "data-id": "close",
        onclick: () => state.send({ place: null }),
      })),
    el("p", {}, el("strong", { text: one.counts }), el("span", { class: "quiet", text: one.sure })),
    groupTallies(state, one.groups),
    one.excerpts.length ? el("h3", { text: "Latest" }) : null,
    excerptList(state, one.excerpts),
    one.id ? el("p", { class: "all" }, pageLink("place", one.query, { "data-id": "all-excerpts" }, document.createTextNode(one.all))) : null);
}
