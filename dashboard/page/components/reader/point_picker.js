// A point chosen on the map: its frame has this page's origin, and its next click gives the point,
// whatever lies there. Escape, or the button again, gives up.

import { el } from "../shared/dom.js";
import { correct } from "./corrections.js";

/** @import { State } from "./types.js" */

/** @returns {L.Map | undefined} the map in its frame, once it is there */
function mapInFrame() {
  const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector("iframe[title*='st_folium']"));
  const inside = /** @type {(Window & { dateline?: { map?: L.Map } }) | null | undefined} */ (frame?.contentWindow);
  return inside?.dateline?.map;
}

/**
 * @param {State} state
 * @param {HTMLElement} form what asked for the point
 */
export function pickPoint(state, form) {
  if (state.stopPicking) return state.stopPicking();
  const map = mapInFrame();
  if (!map) return;
  const ground = map.getContainer(), pages = [document, ground.ownerDocument];
  const note = el("p", {
    class: "told", role: "status",
    text: "Click or tap the spot on the map. Escape, or the button again, leaves it as it is.",
  });
  const stop = () => {
    ground.removeEventListener("click", onClick, true);
    ground.classList.remove("dl-picking");
    pages.forEach((page) => page.removeEventListener("keydown", onKey, true));
    note.remove();
    state.stopPicking = null;
  };
  const onClick = (/** @type {MouseEvent} */ event) => {
    // The end of a drag is a click too, and so is zooming. The map's nodes are of its own window.
    const target = /** @type {Element | null} */ (event.target);
    if (wasDragged(map) || target?.closest(".leaflet-control")) return;
    event.stopImmediatePropagation();
    const at = map.mouseEventToLatLng(event).wrap();
    stop();
    // What the point is called is said before it is used.
    const words = `${at.lat.toFixed(5)}, ${at.lng.toFixed(5)}`;
    state.sought = words;
    correct(state, { do: "search", words });
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => { if (event.key === "Escape") stop(); };
  state.stopPicking = stop;
  ground.classList.add("dl-picking");
  ground.addEventListener("click", onClick, true);
  pages.forEach((page) => page.addEventListener("keydown", onKey, true));
  form.after(note);
}

/** @param {L.Map} map */
function wasDragged(map) {
  return /** @type {L.Handler & { moved(): boolean }} */ (map.dragging).moved();
}
