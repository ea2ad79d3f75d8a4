// A histogram of days to brush: drag across it, or move its two handles by keyboard.

const timelineStates = new WeakMap();
const SVG = "http://www.w3.org/2000/svg";
const HIGH = 64;
const REST_MS = 350;

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = rootOf(component);
  const state = timelineStates.get(parentElement) ?? {};
  timelineStates.set(parentElement, state);
  Object.assign(state, { data, root, send: patching(state, setTriggerValue) });
  // What is being dragged is not taken out of the reader's hand.
  if (state.drag) return;
  [state.from, state.to] = chosen(data);
  keepingFocus(root, () => root.replaceChildren(...timelineNodes(state)));
}

// The columns chosen, first and last; a choice between columns takes those it touches.
function chosen({ bins, since, until }) {
  const from = since ? bins.findIndex((bin) => bin.until >= since) : 0;
  const last = bins.findLastIndex((bin) => !until || bin.since <= until);
  const to = last < 0 ? 0 : last;
  return [from < 0 ? Math.max(0, bins.length - 1) : from, Math.max(to, from < 0 ? bins.length - 1 : from)];
}

function timelineNodes(state) {
  const { bins, undated } = state.data;
  if (!bins.length) return [el("p", { class: "quiet", text: state.data.nothing })];
  const head = el("div", { class: "head" },
    el("strong", { text: "When" }), state.said = el("span", { class: "quiet" }),
    undated && state.data.brushed ? el("span", { class: "quiet", text: `${counted(undated, "article")} without a date left out` }) : null,
    state.clear = el("button", {
      class: "action", type: "button", text: "All dates", "data-id": "all-dates", disabled: !state.data.brushed,
      onclick: () => state.send({ since: null, until: null }),
    }));
  state.shade = el("div", { class: "window" });
  state.handles = [handle(state, "from", "First day"), handle(state, "to", "Last day")];
  state.plot = el("div", { class: "plot" }, columns(bins), state.shade, ...state.handles);
  brushing(state);
  place(state);
  return [head, state.plot, axis(bins)];
}

function columns(bins) {
  const most = Math.max(1, ...bins.map((bin) => bin.articles));
  const svg = document.createElementNS(SVG, "svg");
  const set = (node, attributes) => Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  set(svg, { viewBox: `0 0 ${bins.length} ${HIGH}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  bins.forEach((bin, nth) => {
    // A column with one article among thousands is still seen.
    const high = bin.articles ? Math.max(3, (HIGH - 2) * bin.articles / most) : 0;
    const column = document.createElementNS(SVG, "rect");
    set(column, { x: nth + 0.06, width: 0.88, y: HIGH - high, height: high, class: "column" });
    const title = document.createElementNS(SVG, "title");
    title.textContent = `${bin.label}: ${counted(bin.articles, "article")}`;
    column.append(title);
    svg.append(column);
  });
  return svg;
}

function axis(bins) {
  const middle = bins[Math.floor(bins.length / 2)];
  const labels = bins.length > 4 ? [bins[0].label, middle.label, bins.at(-1).label] : bins.length > 1 ? [bins[0].label, bins.at(-1).label] : [bins[0].label];
  return el("div", { class: "axis", "aria-hidden": "true" }, ...labels.map((text) => el("span", { text })));
}

function handle(state, end, label) {
  return el("div", {
    class: `handle ${end}`, role: "slider", tabindex: "0", "aria-label": label, "data-id": `handle-${end}`,
    "aria-valuemin": "0", "aria-valuemax": String(state.data.bins.length - 1), "aria-orientation": "horizontal",
    onkeydown: (event) => stepHandle(state, end, event),
  });
}

function stepHandle(state, end, event) {
  const last = state.data.bins.length - 1;
  const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 7, PageDown: -7, Home: -Infinity, End: Infinity }[event.key];
  if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const to = Math.max(0, Math.min(last, state[end] + by));
  state[end] = end === "from" ? Math.min(to, state.to) : Math.max(to, state.from);
  place(state);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => sendDays(state), REST_MS);
}

// Where window and handles are, and what a screen reader says of them.
function place(state) {
  const { bins } = state.data, part = (nth) => `${(100 * nth) / bins.length}%`;
  state.shade.style.left = part(state.from);
  state.shade.style.width = part(state.to - state.from + 1);
  state.handles[0].style.left = part(state.from);
  state.handles[1].style.left = part(state.to + 1);
  [["from", "first"], ["to", "last"]].forEach(([end, edge], i) => {
    state.handles[i].setAttribute("aria-valuenow", String(state[end]));
    state.handles[i].setAttribute("aria-valuetext", bins[state[end]][edge]);
  });
  const articles = bins.slice(state.from, state.to + 1).reduce((sum, bin) => sum + bin.articles, 0);
  const days = bins[state.from].first === bins[state.to].last ? bins[state.from].first : `${bins[state.from].first} to ${bins[state.to].last}`;
  state.said.textContent = `${days}: ${counted(articles, "article")}`;
  const isAll = state.from === 0 && state.to === bins.length - 1;
  state.plot.classList.toggle("is-brushed", !isAll || state.data.brushed);
}

// The pointer: on a handle it moves that end, inside a window it moves the window, else it
// brushes a new one. Up and down a finger still scrolls the page.
function brushing(state) {
  const { plot } = state, count = state.data.bins.length;
  const columnAt = (event) => {
    const box = plot.getBoundingClientRect();
    return Math.max(0, Math.min(count - 1, Math.floor((count * (event.clientX - box.left)) / box.width)));
  };
  plot.onpointerdown = (event) => {
    if (event.button) return;
    const at = columnAt(event), end = event.target.closest(".handle");
    const isInside = state.plot.classList.contains("is-brushed") && at >= state.from && at <= state.to && state.to - state.from < count - 1;
    state.drag = { at, how: end ? (end.classList.contains("from") ? "from" : "to") : isInside ? "move" : "brush", from: state.from, to: state.to, moved: false };
    plot.setPointerCapture(event.pointerId);
    if (end) end.focus();
  };
  plot.onpointermove = (event) => {
    if (!state.drag) return;
    const at = columnAt(event), { drag } = state;
    if (at !== drag.at) drag.moved = true;
    if (drag.moved || drag.how === "brush") dragTo(state, at);
  };
  plot.onpointerup = () => {
    const { drag } = state;
    state.drag = null;
    if (!drag) return;
    // A press that moves nothing chooses one column.
    if (!drag.moved && drag.how !== "from" && drag.how !== "to") [state.from, state.to] = [drag.at, drag.at];
    place(state);
    if (state.from !== drag.from || state.to !== drag.to || drag.how === "brush") sendDays(state);
  };
  plot.onpointercancel = () => {
    if (!state.drag) return;
    [state.from, state.to] = [state.drag.from, state.drag.to];
    state.drag = null;
    place(state);
  };
}

function dragTo(state, at) {
  const { drag } = state, last = state.data.bins.length - 1;
  if (drag.how === "from") state.from = Math.min(at, state.to);
  else if (drag.how === "to") state.to = Math.max(at, state.from);
  else if (drag.how === "brush") [state.from, state.to] = [Math.min(drag.at, at), Math.max(drag.at, at)];
  else {
    const by = Math.max(-drag.from, Math.min(last - drag.to, at - drag.at));
    [state.from, state.to] = [drag.from + by, drag.to + by];
  }
  place(state);
}

function sendDays(state) {
  const { bins } = state.data, isAll = state.from === 0 && state.to === bins.length - 1;
  state.send(isAll ? { since: null, until: null } : { since: bins[state.from].since, until: bins[state.to].until });
}
