// The tie between text and map, without a run of the page: a BroadcastChannel that both know by
// the name Python gives. What the messages hold stands in dashboard/map/static/tie.js.

function tie(state, hear) {
  if (state.channel?.name === state.data.channel) return;
  state.channel?.close();
  state.channel = new BroadcastChannel(state.data.channel);
  state.channel.onmessage = ({ data }) => { if (data.to === "page") hear(data); };
}

function tellMap(state, message) {
  state.channel?.postMessage({ to: "map", ...message });
}

function untie(state) {
  tellMap(state, { hint: "", ghost: null });
  state.channel?.close();
  state.channel = null;
}

// Whatever of `node` carries a place lights that place on the map while it is pointed at.
function pointing(state, node) {
  const placeAt = (event) => event.target.closest("[data-place]")?.dataset.place ?? "";
  node.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") point(state, placeAt(event));
  });
  node.addEventListener("pointerleave", () => point(state, ""));
  node.addEventListener("focusin", (event) => {
    if (event.target.matches(":focus-visible")) point(state, placeAt(event));
  });
  node.addEventListener("focusout", () => point(state, ""));
  return node;
}

function point(state, place) {
  if (state.pointed === place) return;
  state.pointed = place;
  lightPointed(state, place);
  tellMap(state, { hint: place });
}

// Lights everything that carries the place that is pointed at, here or on the map.
function lightPointed(state, place) {
  for (const one of state.root.querySelectorAll("[data-place]")) {
    one.classList.toggle("hinted", Boolean(place) && one.dataset.place === place);
  }
  drawTicks(state);
}

// Selects: the map flies to the place at once, the page's answer follows. Without centre and
// zoom in its link the map follows the selection.
function selectPlace(state, target) {
  if (!target.place) {
    state.isCalled = true;
    return state.send(target);
  }
  tellMap(state, { select: target.place, follow: true });
  foresee(state, target);
  return state.send({ ...target, center: null, zoom: null });
}

// What was chosen on the map, with the map's camera: the map stays where it is.
function chosenOnMap(state, { select, center, zoom }) {
  const target = state.data.openings[select];
  if (!target || select === state.data.place) return;
  foresee(state, target);
  state.isCalled = true;
  const at = center.map((degrees) => degrees.toFixed(5)).join(",");
  state.send({ ...target, center: at, zoom: String(zoom) });
}

// Lights the selection before the page has answered.
function foresee(state, target) {
  const elsewhere = target.reading !== state.data.reading;
  Object.assign(state.data, { place: target.place, mention: elsewhere ? null : Number(target.mention) });
  if (state.data.embed) return;
  if (state.data.tab === "places") lightList(state, true);
  else lightText(state, !elsewhere);
  drawTicks(state);
}
