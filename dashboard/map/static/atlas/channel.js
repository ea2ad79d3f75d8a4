// The tie to the page: a BroadcastChannel that it names (see messages.d.ts).

/** @import { ToPage } from "./messages.js" */

/** @type {BroadcastChannel | null} */
let channel = null;

/** @param {ToPage} message */
export function tellPage(message) {
  channel?.postMessage({ to: "page", ...message });
}

export function isListening() {
  return channel !== null;
}

/**
 * Listens on the channel of this name.
 * @param {string} name
 * @param {() => void} onHello called when somebody there wants to know where the map looks
 */
export function listenToPage(name, onHello) {
  if (!name || channel?.name === name) return;
  channel?.close();
  channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => { if (data.to === "map" && data.hello) onHello(); };
}
