// Puts the map of coverage together, and shows each new state of the page.

import "../base/map.css";
import { drawBase } from "../base/basemap.js";
import { addControl, button, element, legendBox, styled } from "../base/dom.js";
import { isLoaded, Labels } from "../base/labels.js";
import { markersOf, onlyStop } from "../base/marker_keys.js";
import { plain } from "../base/names.js";
import { keepTooltipsInFrame } from "../base/tooltips.js";
import { confine, openToThePoles } from "../base/world.js";
import { goToWorld, move, tellCamera, tellCameraAgain, widest } from "./camera.js";
import { listenToPage } from "./channel.js";
import { nameRadius } from "./disc_size.js";
import { MAX_ZOOM } from "./discs.js";
import { writeLegend } from "./legend.js";
import { shade } from "./shades.js";
import { state } from "./state.js";
import { labelOf } from "./words.js";

/** @import { AtlasInk, AtlasState, Ring } from "../records.js" */
/** @import { DiscMarker } from "./types.js" */

/** @type {[[number, number], [number, number]]} */
const BOUNDS = [[-84, -189], [85, 211]];
/** How many of the discs are named, the largest first. */
const NAMED = 40;

/**
 * Called once, from the map's script.
 * @param {L.Map} map
 * @param {AtlasInk} ink colours, from dashboard/map/layers/colours.py
 */
export function startAtlas(map, ink) {
  Object.assign(state, { map, ink });
  keepTooltipsInFrame();
  openToThePoles(map);
  map.setMaxZoom(MAX_ZOOM);
  confine(map, widest(), BOUNDS);
  map.getContainer().classList.toggle("dl-dark", ink.dark);
  map.getContainer().style.setProperty("--dl-paper", ink.halo);
  map.attributionControl.setPrefix("Leaflet");
  map.attributionControl.addAttribution("Natural Earth · GeoNames");
  state.ready = Promise.all([drawBase(map, ink), styled()]);
  state.labels = new Labels(ink).addTo(map);
  const { x, y } = map.getSize();
  state.legend = legendBox("dl-legend is-flat", x > 560 && y > 560, element("div"));
  addControl(map, "topright", button("Whole world", () => { state.touched = true; goToWorld(true); }));
  addControl(map, "bottomleft", state.legend);
  listen(map);
}

/** @param {L.Map} map */
function listen(map) {
  for (const kind of ["pointerdown", "wheel", "keydown", "touchstart"]) {
    map.getContainer().addEventListener(kind, () => { state.touched = true; }, { passive: true, capture: true });
  }
  // Where a zoom leads is known when it begins: the answer comes while the map is on its way.
  map.on("zoomanim", (event) => tellCamera(event));
  map.on("moveend", () => { nameDiscs(); tellCamera(); });
  map.on("dateline:outlines", () => { if (state.wanted) shade(state.wanted); });
  new ResizeObserver(() => {
    map.invalidateSize({ pan: false });
    confine(map, widest(), BOUNDS);
    if (!state.touched && state.wanted && !state.wanted.center) goToWorld(false);
    tellCamera();
  }).observe(map.getContainer());
}

/**
 * Called with each new set of discs. `seq` counts the page's commands.
 * @param {L.LayerGroup} group
 * @param {AtlasState} wanted
 */
export function showAtlas(group, wanted) {
  const before = state.wanted, isCommand = !before || before.seq !== wanted.seq;
  Object.assign(state, { wanted, group });
  listenToPage(wanted.channel, tellCameraAgain);
  state.ready.then(() => {
    if (state.group !== group) return;
    const { map } = state;
    state.markers = /** @type {DiscMarker[]} */ (markersOf(group));
    // Not with every answer: one that comes during a flight would end it.
    if (String(before?.reach) !== String(wanted.reach)) confine(map, widest(), BOUNDS);
    if (isCommand) move(wanted, Boolean(before));
    shade(wanted);
    writeLegend(state.legend, wanted, state.ink);
    drawRing(wanted.selected);
    onlyStop(state.markers, state.markers[0]);
    nameDiscs();
    if (state.refocus) state.markers[0]?.getElement()?.focus({ preventScroll: true });
    state.refocus = false;
    const ground = map.getContainer();
    ground.classList.add("dl-ready");
    ground.dataset.drawn = String(Number(ground.dataset.drawn ?? 0) + 1);
  });
}

/**
 * The selected place, alone or within a disc of several: a ring and its name.
 * @param {Ring | null} selected
 */
function drawRing(selected) {
  state.ring?.remove();
  state.ring = null;
  if (!selected) return;
  const icon = L.divIcon({ className: "dl-ghost dl-chosen", html: "", iconSize: [54, 54] });
  state.ring = L.marker([selected.lat, selected.lon], { icon, interactive: false, keyboard: false, zIndexOffset: 5000 })
    .bindTooltip(element("span", "", plain(selected.name)), { permanent: true, direction: "top", offset: [0, -28], opacity: 1 })
    .addTo(state.map);
}

function nameDiscs() {
  const { map, labels, markers, ring } = state;
  if (!isLoaded(map)) return;
  labels.name(markers.map((marker, nth) => {
    const at = marker.getLatLng(), isRinged = Boolean(ring?.getLatLng().equals(at, 1e-4));
    return {
      text: nth < NAMED ? labelOf(marker.place) : "", code: marker.place.outline, shift: [0, 0],
      point: [at.lat, at.lng], radius: nameRadius(marker.place, isRinged),
    };
  }));
}
