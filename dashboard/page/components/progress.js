// A line over the map. Its node stays, so that a screen reader hears what changes in it.

export default function (component) {
  const root = rootOf(component), { said } = component.data;
  let line = root.querySelector(".line");
  if (!line) root.replaceChildren(line = el("p", { class: "line", role: "status", "aria-live": "polite" }));
  if (line.textContent !== said) line.textContent = said;
  line.classList.toggle("is-empty", !said);
}
