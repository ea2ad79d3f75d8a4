// Puts the map of articles together: base map, names, places, controls, and each new state of the
// page.

import "../base/map.css";
import { drawBase } from "../base/basemap.js";
import { addControl, button, styled } from "../base/dom.js";
import { isLoaded, Labels } from "../base/labels.js";
import { markersOf } from "../base/marker_keys.js";
import { keepTooltipsInFrame } from "../base/tooltips.js";
import { confine, openToThePoles } from "../base/world.js";
import { widestView } from "../base/world_view.js";
import { drawAreas } from "./areas.js";
import { fit, move, sendCamera, sendNoCamera } from "./camera.js";
import { listenToPage } from "./channel.js";
import { hint, hintAgain, keepGhostInView, point, showGhost } from "./hints.js";
import { legend, MAX_ZOOM } from "./legend.js";
import { keepBadgesInView, spreadMarkers } from "./markers.js";
import { markSelected, select } from "./selection.js";
import { find, state } from "./state.js";
import { radiusOf } from "./symbol_size.js";

/** @import { Ink, MapState } from "../records.js" */
/** @import { ToMap } from "./messages.js" */
/** @import { PlaceMarker } from "./types.js" */

/** @type {[[number, number], [number, number]]} */
const BOUNDS = [[-85, -169], [85, 191]];
/** @type {string[]} */
let credited = [];

/**
 * Called once, from the map's script.
 * @param {L.Map} map
 * @param {Ink} ink colours and groups, from dashboard/map/layers/colours.py
 */
export function start(map, ink) {
  Object.assign(state, { map, ink });
  keepTooltipsInFrame();
  openToThePoles(map);
  map.setMaxZoom(MAX_ZOOM);
  confine(map, widestView(map.getSize()), BOUNDS);
  map.getContainer().classList.toggle("dl-dark", ink.dark);
  map.getContainer().style.setProperty("--dl-paper", ink.halo);
  map.attributionControl.setPrefix("Leaflet");
  map.attributionControl.addAttribution("Natural Earth · GeoNames");
  state.ready = Promise.all([drawBase(map, ink), styled()]).then(resized);
  state.labels = new Labels(ink).addTo(map);
  state.legend = legend(map, ink);
  const fitButton = button("Fit all", () => fit(true));
  fitButton.title = "Show all places";
  addControl(map, "topright", fitButton);
  addControl(map, "bottomleft", state.legend);
  listen(map);
}

/** @param {L.Map} map */
function listen(map) {
  const touch = () => { state.touched = true; state.heading = null; };
  for (const kind of ["pointerdown", "wheel", "keydown", "touchstart"]) {
    map.getContainer().addEventListener(kind, touch, { passive: true, capture: true });
  }
  map.on("moveend", () => {
    state.destination = null;
    if (state.touched) sendCamera();
    arrange();
    hintAgain();
    keepGhostInView();
  });
  map.on("dateline:outlines", () => { drawAreas(); arrange(); });
  new ResizeObserver(resized).observe(map.getContainer());
  sendNoCamera();
}

/** The page sizes the frame, on a phone after the map was made: what was in view stays so. */
function resized() {
  const { map, wanted } = state, box = map.getContainer(), size = map.getSize();
  if (box.clientWidth === size.x && box.clientHeight === size.y) return;
  map.invalidateSize({ pan: false });
  confine(map, widestView(map.getSize()), BOUNDS);
  if (state.touched || !wanted || !state.markers.length) return;
  state.heading = null;
  move(wanted, false);
}

/**
 * Called with each new set of places. `credits` have passed the gate: the control makes markup of
 * them. `seq` counts the page's commands; between them the selection is what the channel said last.
 * @param {L.LayerGroup} group
 * @param {MapState} wanted
 */
export function show(group, wanted) {
  const before = state.wanted, isCommand = !before || before.seq !== wanted.seq;
  state.wanted = isCommand ? wanted : { ...wanted, selected: before.selected };
  state.group = group;
  listenToPage(wanted.channel, hear);
  credit(wanted.credits ?? []);
  state.ready.then(() => {
    if (state.group !== group) return;
    state.markers = /** @type {PlaceMarker[]} */ (markersOf(group));
    markSelected();
    if (isCommand) move(wanted, Boolean(before));
    arrange();
    point("");
    refocus();
    hintAgain();
    state.map.getContainer().classList.add("dl-ready");
  });
}

/** @param {ToMap} message */
function hear(message) {
  if (message.hint !== undefined) hint(message.hint);
  if (message.ghost !== undefined) showGhost(message.ghost);
  if (message.select !== undefined) select(message.select, Boolean(message.follow));
}

/**
 * Whose data the places are, said as long as one of them is shown.
 * @param {string[]} credits
 */
function credit(credits) {
  const control = state.map.attributionControl;
  for (const one of credited) control.removeAttribution(one);
  for (const one of credits) control.addAttribution(one);
  credited = credits;
}

function arrange() {
  const { map, markers, labels } = state;
  if (!isLoaded(map)) return;
  keepBadgesInView();
  spreadMarkers();
  labels.name(markers.map((marker) => ({
    text: marker.place.name, code: marker.place.outline || "", shift: marker.shift,
    point: [marker.getLatLng().lat, marker.getLatLng().lng],
    radius: radiusOf(marker.place) + (marker.place.selected ? 5 : 0),
  })));
}

/** Drawing the places anew takes the focus from the marker that had it. */
function refocus() {
  const isFree = document.activeElement === document.body;
  const marker = find(state.refocus || (isFree ? state.focused : ""));
  state.refocus = null;
  marker?.getElement()?.focus({ preventScroll: true });
}
