// The tie to the text beside the map (see messages.d.ts). The one-file page has no channel: it
// hears the map itself.

/** @import { ToMap, ToPage } from "./messages.js" */

/** @type {BroadcastChannel | null} */
let channel = null;
/** @type {(message: ToPage) => void} */
let send = (message) => channel?.postMessage({ to: "page", ...message });

/** @param {ToPage} message */
export function tellPage(message) {
  send(message);
}

/**
 * Has what the map says heard by a function.
 * @param {(message: ToPage) => void} hear
 */
export function tellInstead(hear) {
  send = hear;
}

/**
 * Listens on the channel of this name.
 * @param {string | undefined} name
 * @param {(message: ToMap) => void} hear
 */
export function listenToPage(name, hear) {
  if (!name || channel?.name === name) return;
  channel?.close();
  channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => { if (data.to === "map") hear(data); };
}
