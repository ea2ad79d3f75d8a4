// A point chosen on the map: its frame has this page's origin, and its next click gives the point,
// whatever lies there. Escape, or the button again, gives up.

function pick(state, form) {
  const map = document.querySelector("iframe[title*='st_folium']")?.contentWindow?.dateline?.map;
  if (state.picking) return state.picking();
  if (!map) return undefined;
  const ground = map.getContainer(), pages = [document, ground.ownerDocument];
  const said = el("p", {
    class: "told", role: "status",
    text: "Click or tap the spot on the map. Escape, or the button again, leaves it as it is.",
  });
  const stop = () => {
    ground.removeEventListener("click", chosen, true);
    ground.classList.remove("dl-picking");
    pages.forEach((page) => page.removeEventListener("keydown", given, true));
    said.remove();
    state.picking = null;
  };
  const chosen = (event) => {
    // The end of a drag is a click too, and so is zooming.
    if (map.dragging.moved() || event.target.closest(".leaflet-control")) return;
    event.stopImmediatePropagation();
    const at = map.mouseEventToLatLng(event).wrap();
    stop();
    // What the point is called is said before it is used.
    state.sought = `${at.lat.toFixed(5)}, ${at.lng.toFixed(5)}`;
    say(state, { do: "search", words: state.sought });
  };
  const given = (event) => { if (event.key === "Escape") stop(); };
  state.picking = stop;
  ground.classList.add("dl-picking");
  ground.addEventListener("click", chosen, true);
  pages.forEach((page) => page.addEventListener("keydown", given, true));
  return form.after(said);
}
