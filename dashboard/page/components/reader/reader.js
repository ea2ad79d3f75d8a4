// What stands beside the map: the selected place, and under it the article or the places.

const readerStates = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = readerStates.get(parentElement) ?? { why: false, reveal: false, texts: "", marks: [] };
  readerStates.set(parentElement, state);
  state.send = (patch) => setTriggerValue("patch", patch);
  state.tell = (review) => setTriggerValue("review", review);
  state.redraw = () => setTriggerValue("redraw", Date.now());
  state.again = () => setTriggerValue("again", Date.now());
  state.root = root;
  steadily(state, data, () => draw(state, data));
  poll(state);
  tie(state, (message) => {
    if ("hint" in message) lightPointed(state, message.hint);
    if ("select" in message) chosenOnMap(state, message);
  });
  const dark = root.classList.contains("dark");
  if (dark !== data.dark && state.told !== dark) {
    state.told = dark;
    setTriggerValue("dark", dark ? "dark" : "light");
  }
  return () => {
    stopPolling(state);
    untie(state);
  };
}

// The panel stands above the text, and grows: the name that was chosen stays where it is. On a
// phone, where the panel may be out of sight, a place that was tapped on the map brings it there,
// and so does a name that is not on the map.
function steadily(state, data, redraw) {
  const name = () => state.marks.find((mark) => mark.dataset.mention === String(data.mention));
  const before = name()?.getBoundingClientRect();
  const isSeen = before && before.bottom > 0 && before.top < window.innerHeight;
  const { isCalled } = state;
  state.isCalled = false;
  redraw();
  const pane = state.root.querySelector(".pane");
  if (!pane) return;
  const after = isSeen && name()?.getBoundingClientRect();
  if (pane.scrollHeight > pane.clientHeight + 1) {
    const room = pane.getBoundingClientRect();
    const fits = after && before.top >= room.top + 8 && before.bottom <= room.bottom - 8;
    if (fits) pane.scrollTop += after.top - before.top;
  } else if (isCalled) state.root.querySelector(".panel").scrollIntoView({ block: "nearest" });
  else if (after) document.querySelector("[data-testid='stMain']").scrollTop += after.top - before.top;
}

function draw(state, data) {
  const before = state.data ?? {};
  state.data = data;
  if (before.place !== data.place || before.mention !== data.mention) dropGhost(state);
  // What was chosen here or on the map is known there already; going back in history is not.
  if (before.place !== data.place) tellMap(state, { select: data.place, follow: !data.held });
  hideTip();
  if (data.embed) return drawEmbedded(state);
  const focus = state.root.getRootNode().activeElement?.dataset.id;
  const texts = JSON.stringify([data.tab, data.reading, data.title, data.paragraphs, data.readable,
    data.count, data.rows, data.missing, data.hidden, Boolean(data.panel), data.language, data.online.unavailable, data.online.asking]);
  if (texts !== state.texts || !state.root.querySelector(".pane")) {
    state.texts = texts;
    const content = data.tab === "places" ? drawList(state) : drawText(state);
    const old = state.root.querySelector(".pane");
    const kept = old && before.tab === data.tab && before.reading === data.reading ? old.scrollTop : 0;
    const pane = pointing(state, el("div", {
      class: "pane", role: "tabpanel", id: "pane", "aria-labelledby": `tab-${data.tab}`,
    }, content));
    state.root.replaceChildren(drawPanel(state), tabs(state),
      el("div", { class: "shelf" }, pane, el("div", { class: "ticks", "aria-hidden": "true" })));
    state.root.querySelector(".pane").scrollTop = kept;
  } else {
    state.root.querySelector(".panel").replaceWith(drawPanel(state));
  }
  const moved = before.place !== data.place || before.mention !== data.mention
    || before.reading !== data.reading || before.tab !== data.tab;
  if (data.tab === "places") { state.marks = []; lightList(state, moved); }
  else lightText(state, moved);
  drawTicks(state);
  if (focus) refocus(state, focus);
}

// Where the focus goes when what had it is gone, or folded away.
const INSTEAD = { again: ["missing", "tab-places"], "review-told": ["review-last", "panel-name"] };

function refocus(state, focus) {
  const find = (id) => state.root.querySelector(`[data-id="${CSS.escape(id)}"]`);
  const target = [focus, ...INSTEAD[focus] ?? []].map(find).find((one) => one?.checkVisibility());
  target?.focus({ preventScroll: true });
  if (state.marks.includes(target)) state.marks.forEach((one) => { one.tabIndex = one === target ? 0 : -1; });
}

// In a frame of another page: the selected place, and the way to all the rest.
function drawEmbedded(state) {
  const open = el("a", { class: "open", target: "_blank", rel: "noopener", text: "Open in Dateline" });
  const aim = () => { open.href = address(state.data.pinned); };
  ["pointerenter", "pointerdown", "focus"].forEach((kind) => open.addEventListener(kind, aim));
  aim();
  const focus = state.root.getRootNode().activeElement?.dataset.id;
  state.root.classList.add("embedded");
  state.root.replaceChildren(drawPanel(state), open);
  if (focus) state.root.querySelector(`[data-id="${focus}"]`)?.focus({ preventScroll: true });
}

function tabs(state) {
  const tab = (key, label, count) => el("button", {
    class: "tab", type: "button", role: "tab", id: `tab-${key}`, "aria-controls": "pane",
    "aria-selected": String(state.data.tab === key), "data-id": `tab-${key}`,
    tabindex: state.data.tab === key ? "0" : "-1",
    onclick: () => state.send({ tab: key === "article" ? null : key }),
    onkeydown: (event) => {
      if (["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].includes(event.key)) {
        stepped(event, [...event.currentTarget.parentElement.children]);
      }
    },
  }, el("span", { text: label }), count === null ? null : el("span", { class: "count", text: ` ${count}` }));
  return el("div", { class: "tabs", role: "tablist", "aria-label": "Beside the map" },
    tab("article", "Article", null), tab("places", "Places", state.data.count));
}
