// The slider that hides what is less sure. It says at once what a step would hide; the page is
// asked when the slider rests.

import { el } from "../shared/dom.js";

/** @import { ChipsData, Patch } from "../records.js" */
/** @typedef {{ at: number, timer: number }} Waiting the step chosen, and the timer that will send it */

const REST_MS = 250;

/** @param {{ data: ChipsData, least: Waiting, send: (patch: Patch) => void }} state */
export function certaintySlider(state) {
  const { steps } = state.data.doubt, { least } = state;
  if (!least.timer) least.at = state.data.doubt.at;
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
    least.timer = window.setTimeout(() => { least.timer = 0; state.send({ sure: steps[at]?.value || null }); }, REST_MS);
  };
  slider.value = String(least.at);
  write();
  return [el("label", { class: "doubt" }, el("span", {}, "Hide what is less sure than ", value), slider), effect,
    el("p", { class: "help", text: state.data.terms.likelihood ?? "" }),
    el("p", { class: "help", text: "Names that are not on the map are always listed under Places." })];
}
