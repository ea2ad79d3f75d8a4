// A line over the map. Its node stays, so that a screen reader hears what changes in it. It asks
// the server how far it is when the pane beside the map wants to know (see asking.js).

export default function (component) {
  const root = rootOf(component), { said, stamp } = component.data;
  let line = root.querySelector(".line");
  if (!line) root.replaceChildren(line = el("p", { class: "line", role: "status", "aria-live": "polite" }));
  if (line.textContent !== said) line.textContent = said;
  line.classList.toggle("is-empty", !said);
  const ask = () => component.setTriggerValue("poll", Date.now());
  window.addEventListener("dateline-ask", ask);
  window.removeEventListener("dateline-ask", line.ask);
  line.ask = ask;
  window.dispatchEvent(new CustomEvent("dateline-asked", { detail: stamp }));
  return () => window.removeEventListener("dateline-ask", ask);
}
