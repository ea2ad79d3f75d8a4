// Reviewing the selected mention: its state, another place, another type, and taking it back.

import { el } from "../shared/dom.js";
import { correct, correctButton, useButton } from "./corrections.js";
import { showGhost } from "./ghost.js";
import { pickPoint } from "./point_picker.js";

/** @import { State } from "./types.js" */
/** @import { Panel, Review } from "../records.js" */

/** How many of the likeliest other places are offered at once. */
const OFFERED = 2;
const REVIEWS = { automatic: "Automatic: nobody has looked at it yet.", verified: "✓ Verified", flagged: "⚑ Flagged" };

/**
 * A wrong pin is corrected in two clicks, itself and one of these: the likeliest other places.
 * @param {State} state
 * @param {Panel} place
 */
export function likelyCorrections(state, place) {
  const { alternatives: others, review: now } = place.excerpt, { review: offers } = state.data;
  if (!offers?.editing || !place.id || now === "verified" || !others.length) return null;
  const reach = offers.scopes.find(([value]) => value === (state.scope ?? "article"))?.[1] ?? "";
  return el("p", { class: "row-of rather" }, el("span", { class: "quiet", text: "Not there? Rather" }),
    ...others.slice(0, OFFERED).map((other) => el("button", {
      class: "do", type: "button", text: other.name, "aria-label": `Use ${other.name}`, title: `Corrects ${reach}`,
      onpointerenter: (event) => { if (event.pointerType !== "touch") showGhost(state, other); },
      onpointerleave: () => showGhost(state, state.held),
      onclick: () => correct(state, { do: "place", place: other.id }),
    })));
}

/**
 * @param {State} state
 * @param {Panel} place
 */
export function review(state, place) {
  const status = el("p", {
    class: "told", tabindex: "-1", "data-id": "review-told", text: REVIEWS[place.excerpt.review] ?? "",
  });
  const { review: offers } = state.data;
  if (!offers?.editing) return [status];
  return [el("section", { class: "review", "aria-label": "Correct this place" },
    status, scopeField(state, offers), answers(state, place), searchForm(state), searchResult(state, offers, place),
    typeField(state, offers, place), noteField(state),
    offers.said ? el("p", { class: "missing", role: "alert", text: offers.said }) : null)];
}

/**
 * @param {State} state
 * @param {Panel} place
 */
function answers(state, place) {
  return el("p", { class: "row-of" },
    place.id ? correctButton(state, "✓ Looks right", { do: "confirmed" }, "Looks right") : null,
    correctButton(state, "⚑ Flag", { do: "flagged" }, "Flag as doubtful"),
    correctButton(state, "Not a place", { do: "not a place" }),
    place.excerpt.review === "automatic" ? null : correctButton(
      state, "Back to automatic", { do: "reset" }, "Back to automatic: undo every correction of this mention"));
}

/**
 * @param {string} label
 * @param {[string, string][]} options
 * @param {string} chosen
 * @param {string} id
 * @param {(value: string) => void} onchoice
 */
function choiceField(label, options, chosen, id, onchoice) {
  const field = el("select", { "data-id": id, "aria-label": label, onchange: () => { onchoice(field.value); } },
    ...options.map(([value, text]) => el("option", { value, text, selected: value === chosen })));
  return el("label", { class: "field" }, el("span", { text: label }), field);
}

/**
 * @param {State} state
 * @param {Review} offers
 */
function scopeField(state, offers) {
  return choiceField("Change", offers.scopes, state.scope ?? "article", "review-reach", (value) => { state.scope = value; });
}

/**
 * @param {State} state
 * @param {Review} offers
 * @param {Panel} place
 */
function typeField(state, offers, place) {
  const { meant, target } = place.excerpt, key = `${target.reading} ${target.mention}`;
  const chosen = state.type?.key === key ? state.type : { key, value: meant };
  state.type = chosen;
  // Not at once: by keyboard each type on the way to the wanted one would be said.
  return el("div", { class: "row-of" },
    choiceField("What is meant", offers.types, chosen.value, "review-type", (value) => { chosen.value = value; }),
    el("button", { class: "do", type: "button", text: "Change the type",
      onclick: () => correct(state, { do: "type", type: chosen.value }) }));
}

/** @param {State} state */
function searchForm(state) {
  const field = el("input", {
    type: "search", maxlength: "200", "data-id": "review-search", value: state.sought ?? "",
    placeholder: "Another place, or latitude, longitude", "aria-label": "Search the gazetteer",
    oninput: () => { state.sought = field.value; },
  });
  const form = el("form", { class: "row-of", role: "search", onsubmit: (event) => {
    event.preventDefault();
    correct(state, { do: "search", words: field.value });
  } }, field,
  el("button", { class: "do", type: "submit", text: "Search", "data-id": "review-find" }),
  el("button", { class: "do", type: "button", text: "Point on the map", "data-id": "review-point", onclick: () => { pickPoint(state, form); } }));
  return form;
}

/**
 * @param {State} state
 * @param {Review} offers
 * @param {Panel} place
 */
function searchResult(state, offers, place) {
  const result = offers.found, { target } = place.excerpt;
  if (!result || result.article !== target.reading || result.mention !== target.mention) return null;
  return el("ul", { class: "found", "aria-label": "Found in the gazetteer" },
    ...result.places.map((offer) => el("li", {}, el("span", { text: offer.name }), useButton(state, offer))));
}

/** @param {State} state */
function noteField(state) {
  const field = el("input", {
    type: "text", maxlength: "300", "data-id": "review-note", value: state.note ?? "",
    oninput: () => { state.note = field.value; },
  });
  return el("label", { class: "field" }, el("span", { text: "Note with the next change (optional)" }), field);
}
