// Markers by keyboard: one stop of the Tab key for all of them, so that it leads past the map, and
// arrow keys, Home and End from one to the next, in their order.

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/**
 * Which of so many markers a key leads to; null for every other key.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 */
export function markerAfterKey(key, at, count) {
  const by = STEPS[key];
  return by === undefined ? null : Math.max(0, Math.min(count - 1, at + by));
}

/**
 * @param {L.Marker[]} markers
 * @param {L.Marker | undefined} stop
 */
export function onlyStop(markers, stop) {
  for (const marker of markers) {
    const node = marker.getElement();
    if (node) node.tabIndex = marker === stop ? 0 : -1;
  }
}

/**
 * @param {KeyboardEvent} event
 * @param {L.Marker} marker the one that has the focus
 * @param {L.Marker[]} markers
 */
export function stepFrom(event, marker, markers) {
  const at = markerAfterKey(event.key, markers.indexOf(marker), markers.length);
  const to = at === null ? undefined : markers[at];
  if (!to) return;
  event.preventDefault();
  event.stopPropagation();
  onlyStop(markers, to);
  to.getElement()?.focus();
}

/**
 * The markers with a place in a group, or in a group of it.
 * @param {L.LayerGroup} group
 * @returns {L.Marker[]}
 */
export function markersOf(group) {
  /** @type {L.Marker[]} */
  const found = [];
  group.eachLayer((layer) => {
    if (layer instanceof L.Marker && "place" in layer) found.push(layer);
    else if (layer instanceof L.LayerGroup) found.push(...markersOf(layer));
  });
  return found;
}
