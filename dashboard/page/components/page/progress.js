// A line over the map. Its node stays, so that a screen reader hears what changes in it. It asks
// the server how far it is when the pane beside the map wants to know (see asking.js).

export default function (component) {
  const root = rootOf(component), { said, stamp } = component.data;
  let line = root.querySelector(".line");
  if (!line) root.replaceChildren(line = el("p", { class: "line", role: "status", "aria-live": "polite" }));
  if (line.textContent !== said) line.textContent = said;
  line.classList.toggle("is-empty", !said);
  const watching = overMap();
  const ask = () => component.setTriggerValue("poll", Date.now());
  window.addEventListener("dateline-ask", ask);
  window.removeEventListener("dateline-ask", line.ask);
  line.ask = ask;
  document.documentElement.dataset.asked = stamp;
  window.dispatchEvent(new CustomEvent("dateline-asked", { detail: stamp }));
  return () => {
    window.removeEventListener("dateline-ask", ask);
    watching?.disconnect();
  };
}

// Keeps the line over the map's upper edge, whatever stands above the map. The map is another
// fragment's and may come later; the block that holds both grows then.
function overMap() {
  const own = document.querySelector(".st-key-progress"), block = own?.closest("[data-testid='stMainBlockContainer']");
  if (!block) return null;
  const watching = new ResizeObserver(() => {
    const map = document.querySelector(".st-key-map-box");
    if (!map) return;
    watching.observe(map);
    const { top, left } = own.parentElement.getBoundingClientRect(), there = map.getBoundingClientRect();
    own.style.setProperty("--map-top", `${there.top - top}px`);
    own.style.setProperty("--map-left", `${there.left - left}px`);
    own.style.setProperty("--map-width", `${there.width}px`);
  });
  watching.observe(block);
  return watching;
}
