// Reviewing the selected mention: its state, another place, another type, and taking it back.

const RATHER = 2;
const REVIEWS = { automatic: "Automatic: nobody has looked at it yet.", verified: "✓ Verified", flagged: "⚑ Flagged" };

// What happens is said of the mention whose excerpt is open, as far as the reader chose.
function say(state, change) {
  const target = state.data.panel?.excerpt.target;
  state.tell({
    scope: state.reach ?? "article", note: state.remark ?? "",
    article: target?.reading ?? null, mention: target?.mention ?? null, ...change,
  });
  if (change.do === "search") return;
  Object.assign(state, { remark: "", sought: "", meant: null });
  // The button that was pressed may be gone when the panel is drawn anew: the focus goes to what
  // is said then (see `refocus`), since a redraw puts it where this id is.
  const pressed = state.root.getRootNode().activeElement;
  if (pressed) pressed.dataset.id = "review-told";
}

// The button that makes a place the right one; nothing where places cannot be corrected.
function useButton(state, offer) {
  if (!state.data.review?.editing) return null;
  return el("button", {
    class: "do", type: "button", text: "Use this", "aria-label": `Use ${offer.name}`,
    onclick: () => say(state, { do: "place", place: offer.place, lat: offer.lat, lon: offer.lon }),
  });
}

// A wrong pin is corrected in two clicks, itself and one of these: the likeliest other places.
function rather(state, place) {
  const { alternatives: others, review: now } = place.excerpt, { review } = state.data;
  if (!review?.editing || !place.id || now === "verified" || !others.length) return null;
  const reach = review.scopes.find(([value]) => value === (state.reach ?? "article"))[1];
  return el("p", { class: "row-of rather" }, el("span", { class: "quiet", text: "Not there? Rather" }),
    ...others.slice(0, RATHER).map((other) => el("button", {
      class: "do", type: "button", text: other.name, "aria-label": `Use ${other.name}`, title: `Corrects ${reach}`,
      onpointerenter: (event) => { if (event.pointerType !== "touch") ghost(state, other); },
      onpointerleave: () => ghost(state, state.held),
      onclick: () => say(state, { do: "place", place: other.id }),
    })));
}

function review(state, place) {
  const told = el("p", {
    class: "told", tabindex: "-1", "data-id": "review-told", text: REVIEWS[place.excerpt.review] ?? "",
  });
  if (!state.data.review?.editing) return [told];
  return [el("section", { class: "review", "aria-label": "Correct this place" },
    told, reach(state), answers(state, place), search(state), found(state),
    kind(state, place), remark(state),
    state.data.review.said ? el("p", { class: "missing", role: "alert", text: state.data.review.said }) : null)];
}

function act(state, text, change, label = text) {
  return el("button", { class: "do", type: "button", text, "aria-label": label, onclick: () => say(state, change) });
}

function answers(state, place) {
  const one = place.excerpt;
  return el("p", { class: "row-of" },
    place.id ? act(state, "✓ Looks right", { do: "confirmed" }, "Looks right") : null,
    act(state, "⚑ Flag", { do: "flagged" }, "Flag as doubtful"),
    act(state, "Not a place", { do: "not a place" }),
    one.review === "automatic" ? null : act(state, "Back to automatic", { do: "reset" }, "Back to automatic: undo every correction of this mention"));
}

function select(label, options, chosen, id, onchoice) {
  const field = el("select", { "data-id": id, "aria-label": label, onchange: () => onchoice(field.value) },
    ...options.map(([value, text]) => el("option", { value, text, selected: value === chosen })));
  return el("label", { class: "field" }, el("span", { text: label }), field);
}

function reach(state) {
  return select("Change", state.data.review.scopes, state.reach ?? "article", "review-reach",
    (value) => { state.reach = value; });
}

function kind(state, place) {
  const { meant, target } = place.excerpt;
  const key = `${target.reading} ${target.mention}`;
  if (state.meant?.key !== key) state.meant = { key, value: meant };
  // Not at once: by keyboard each type on the way to the wanted one would be said.
  return el("div", { class: "row-of" },
    select("What is meant", state.data.review.types, state.meant.value, "review-type",
      (value) => { state.meant.value = value; }),
    el("button", { class: "do", type: "button", text: "Change the type",
      onclick: () => say(state, { do: "type", type: state.meant.value }) }));
}

function search(state) {
  const field = el("input", {
    type: "search", maxlength: "200", "data-id": "review-search", value: state.sought ?? "",
    placeholder: "Another place, or latitude, longitude", "aria-label": "Search the gazetteer",
    oninput: () => { state.sought = field.value; },
  });
  const form = el("form", { class: "row-of", role: "search", onsubmit: (event) => {
    event.preventDefault();
    say(state, { do: "search", words: field.value });
  } }, field,
  el("button", { class: "do", type: "submit", text: "Search", "data-id": "review-find" }),
  el("button", { class: "do", type: "button", text: "Point on the map", "data-id": "review-point", onclick: () => pick(state, form) }));
  return form;
}

function found(state) {
  const result = state.data.review.found;
  const { target } = state.data.panel.excerpt;
  if (!result || result.article !== target.reading || result.mention !== target.mention) return null;
  return el("ul", { class: "found", "aria-label": "Found in the gazetteer" },
    ...result.places.map((offer) => el("li", {}, el("span", { text: offer.name }), useButton(state, offer))));
}

function remark(state) {
  const field = el("input", {
    type: "text", maxlength: "300", "data-id": "review-note", value: state.remark ?? "",
    oninput: () => { state.remark = field.value; },
  });
  return el("label", { class: "field" }, el("span", { text: "Note with the next change (optional)" }), field);
}

function undo(state) {
  if (!state.data.review?.editing || !state.data.review.last) return null;
  const { last } = state.data.review;
  return el("p", { class: "row-of" }, el("span", { class: "quiet", tabindex: "-1", "data-id": "review-last", text: `Last change: ${last}.` }),
    act(state, "Undo", { do: "undo" }, `Undo: ${last}`));
}
