// Where the map of coverage looks, and when the page is told.

import { isStill } from "../base/dom.js";
import { worldView } from "../base/world_view.js";
import { isListening, tellPage } from "./channel.js";
import { state } from "./state.js";

/** Around the world, in pixels: half of the largest disc, and a little. */
const ROOM = 28;
const FLIGHT_S = 0.5;
const REST_MS = 120, HEADING_MS = 40;
let timer = 0, toldCamera = "";

/** The whole world with every disc in it. */
export function widest() {
  return worldView(state.map.getSize(), state.wanted?.reach ?? [0, 0], ROOM);
}

/**
 * Tells where the map looks once it rests, or where it is heading.
 * @param {{ center: L.LatLng, zoom: number } | null} [heading]
 */
export function tellCamera(heading = null) {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    const { map } = state, { x, y } = map.getSize();
    const { lat, lng } = heading?.center ?? map.getCenter(), zoom = heading?.zoom ?? map.getZoom();
    const camera = {
      center: /** @type {[number, number]} */ ([lat, lng]), zoom, size: /** @type {[number, number]} */ ([x, y]),
    };
    const text = JSON.stringify(camera);
    if (text === toldCamera || !isListening() || !x || !y) return;
    toldCamera = text;
    tellPage({ camera: { ...camera, moved: state.touched } });
  }, heading ? HEADING_MS : REST_MS);
}

/** Tells it once more, even if it is as it was. */
export function tellCameraAgain() {
  toldCamera = "";
  tellCamera();
}

/** @param {boolean} animate */
export function goToWorld(animate) {
  const { lat, lng, zoom } = widest();
  go([lat, lng], zoom, animate);
}

/**
 * @param {L.LatLngExpression} center
 * @param {number} zoom
 * @param {boolean} animate
 */
export function go(center, zoom, animate) {
  const { map } = state;
  if (animate && !isStill()) {
    map.flyTo(center, zoom, { duration: FLIGHT_S });
    tellCamera({ center: L.latLng(center), zoom });
  } else {
    // Rounded to a step, the world could be wider than the frame.
    const { zoomSnap } = map.options;
    map.options.zoomSnap = 0;
    map.setView(center, zoom, { animate: false });
    map.options.zoomSnap = zoomSnap ?? 1;
    tellCamera();
  }
}

/**
 * The page's command.
 * @param {{ center: [number, number] | null, zoom: number | null }} command
 * @param {boolean} animate
 */
export function move({ center, zoom }, animate) {
  state.touched = false;
  // The page has guessed where this leads: it is told, even if that is where the map was.
  toldCamera = "";
  if (center) go(center, zoom ?? 4, animate);
  else goToWorld(animate);
}
