// The other places a mention might mean. Pointing at one shows its ghost on the map; a press
// holds the ghost there, for those who cannot hover.

function alternatives(state, one) {
  return el("div", { class: "others", role: "group", "aria-label": "Other places it might be" },
    el("p", { class: "quiet", text: "It might also be one of these. Point at one, or tap it, to see where it lies." }),
    el("ul", {}, ...one.alternatives.map((other) => el("li", {},
      otherRow(state, other), useButton(state, { place: other.id, name: other.name })))));
}

function otherRow(state, other) {
  const show = () => ghost(state, other);
  const hide = () => ghost(state, state.held);
  return el("button", {
    class: "other", type: "button", "aria-pressed": String(state.held?.id === other.id), "data-id": `other-${other.id}`,
    "aria-label": `${other.name}, ${other.kind}, probability ${other.likelihood}. Show it on the map`,
    onpointerenter: (event) => { if (event.pointerType !== "touch") show(); },
    onpointerleave: hide, onblur: hide,
    onfocus: (event) => { if (event.target.matches(":focus-visible")) show(); },
    onclick: (event) => hold(state, other, event.currentTarget),
  },
    el("span", {}, other.name, el("span", { class: "quiet", text: ` · ${other.kind}` })),
    el("span", { class: "count", text: other.likelihood }),
    bar(other.share));
}

function bar(share) {
  return el("span", { class: "bar", "aria-hidden": "true", style: `--share: ${(100 * share).toFixed(1)}%` });
}

function hold(state, other, row) {
  state.held = state.held?.id === other.id ? null : other;
  for (const each of row.closest("ul").querySelectorAll(".other")) {
    each.setAttribute("aria-pressed", String(Boolean(state.held) && each === row));
  }
  ghost(state, state.held ?? other);
}

function ghost(state, other) {
  if (state.ghost === (other?.id ?? "")) return;
  state.ghost = other?.id ?? "";
  const place = other && { lat: other.lat, lon: other.lon, name: other.name, outline: other.outline };
  tellMap(state, { ghost: place ?? null });
}

// With another excerpt the alternatives are others.
function dropGhost(state) {
  state.held = null;
  ghost(state, null);
}
