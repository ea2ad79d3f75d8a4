// Hears where the map looks. A component of its own: of two events of one component that wait
// for the same run Streamlit keeps the last, and a moved map must not take a choice's place.

import "../shared/base.css";
import "./map_listener.css";
import { rootOf } from "../shared/dom.js";

/** @import { Component } from "../shared/component.js" */
/** @import { MapListenerData } from "../records.js" */
/** @import { Camera } from "../../../map/static/atlas/messages.js" */
/** @typedef {{ channel?: BroadcastChannel | null, look?: (camera: Camera) => void, toldDark?: boolean }} State */

/** @type {WeakMap<HTMLElement, State>} */
const states = new WeakMap();

/** @param {Component<MapListenerData>} component */
export default function mapListener(component) {
  const { data, parentElement, setTriggerValue } = component;
  const state = states.get(parentElement) ?? {};
  states.set(parentElement, state);
  state.look = (camera) => setTriggerValue("camera", camera);
  if (state.channel?.name !== data.channel) {
    state.channel?.close();
    const channel = new BroadcastChannel(data.channel);
    channel.onmessage = ({ data: message }) => { if (message.to === "page" && message.camera) state.look?.(message.camera); };
    channel.postMessage({ to: "map", hello: true });
    state.channel = channel;
  }
  const dark = rootOf(component).classList.contains("dark");
  if (dark !== data.dark && state.toldDark !== dark) {
    state.toldDark = dark;
    setTriggerValue("dark", dark ? "dark" : "light");
  }
  return () => { state.channel?.close(); state.channel = null; };
}
