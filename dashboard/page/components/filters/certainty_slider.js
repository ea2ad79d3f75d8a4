// The slider that hides what is less sure. It says at once what a step would hide; the page is
// asked when the slider rests.

const REST = 250;

function doubtSlider(state) {
  const { steps } = state.data.doubt;
  const least = (state.least ??= { at: state.data.doubt.at, timer: 0 });
  if (!least.timer) least.at = state.data.doubt.at;
  const value = el("output", { class: "least" }), effect = el("p", { class: "help" });
  const slider = el("input", {
    type: "range", min: "0", max: String(steps.length - 1), step: "1", "data-id": "least",
    "aria-label": "Hide what is less sure than", oninput: () => turn(Number(slider.value)),
  });
  const say = () => {
    const step = steps[least.at];
    value.textContent = step.said;
    effect.textContent = step.effect;
    slider.setAttribute("aria-valuetext", `${step.said}. ${step.effect}`);
  };
  const turn = (at) => {
    least.at = at;
    say();
    clearTimeout(least.timer);
    least.timer = setTimeout(() => { least.timer = 0; state.send({ sure: steps[at].value || null }); }, REST);
  };
  slider.value = String(least.at);
  say();
  return [el("label", { class: "doubt" }, el("span", {}, "Hide what is less sure than ", value), slider), effect,
    el("p", { class: "help", text: state.data.terms.likelihood }),
    el("p", { class: "help", text: "Names that are not on the map are always listed under Places." })];
}
