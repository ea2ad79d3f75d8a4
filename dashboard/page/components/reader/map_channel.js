// The tie between text and map, without a run of the page: a BroadcastChannel that both know by
// the name Python gives. What the messages hold stands in dashboard/map/static/article/messages.d.ts.

/** @import { State } from "./types.js" */
/** @import { ToMap, ToPage } from "../../../map/static/article/messages.js" */

/**
 * @param {State} state
 * @param {(message: ToPage) => void} hear
 */
export function listenToMap(state, hear) {
  if (state.channel?.name === state.data.channel) return;
  state.channel?.close();
  state.channel = new BroadcastChannel(state.data.channel);
  state.channel.onmessage = ({ data }) => { if (data.to === "page") hear(data); };
}

/**
 * @param {State} state
 * @param {ToMap} message
 */
export function tellMap(state, message) {
  state.channel?.postMessage({ to: "map", ...message });
}

/** @param {State} state */
export function leaveMap(state) {
  tellMap(state, { hint: "", ghost: null });
  state.channel?.close();
  state.channel = null;
}
