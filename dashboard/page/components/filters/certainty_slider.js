// The slider that hides what is less sure. It says at once what a step would hide; the page is
// asked when the slider rests.

import { el } from "../shared/dom.js";

/** @import { ChipsData, Patch } from "../records.js" */
/**
 * @typedef {object} Waiting
 * @property {number} at the step chosen
 * @property {number} timer sends it; 0 where nothing waits
 * @property {?number} asked the step that was sent, and that the page has not answered yet
 */

const REST_MS = 250;

/**
 * The page has drawn a step: the slider stands there, unless that is the answer to an earlier one.
 * @param {Waiting} least
 * @param {number} at
 */
export function hearAnswer(least, at) {
  if (least.asked === at) least.asked = null;
  if (!least.timer && least.asked === null) least.at = at;
}

/** @param {{ data: ChipsData, least: Waiting, send: (patch: Patch) => void }} state */
export function certaintySlider(state) {
  const { steps } = state.data.doubt, { least } = state;
  hearAnswer(least, state.data.doubt.at);
  const value = el("output", { class: "least" }), effect = el("p", { class: "help" });
  const slider = el("input", {
    type: "range", min: "0", max: String(steps.length - 1), step: "1", "data-id": "least",
    "aria-label": "Hide what is less sure than", oninput: () => { turn(Number(slider.value)); },
  });
  const write = () => {
    const step = steps[least.at], hides = step?.effect ?? "", reads = step?.said ?? "";
    value.textContent = reads;
    effect.textContent = hides;
    slider.setAttribute("aria-valuetext", `${reads}. ${hides}`);
  };
  const turn = (/** @type {number} */ at) => {
    least.at = at;
    write();
    clearTimeout(least.timer);
    least.timer = window.setTimeout(() => {
      least.timer = 0;
      state.send({ sure: steps[at]?.value || null });
      least.asked = at;
    }, REST_MS);
  };
  slider.value = String(least.at);
  write();
  return [el("label", { class: "doubt" }, el("span", {}, "Hide what is less sure than ", value), slider), effect,
    el("p", { class: "help", text: state.data.terms.likelihood ?? "" }),
    el("p", { class: "help", text: "Names that are not on the map are always listed under Places." })];
}
