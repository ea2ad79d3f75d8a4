// Hears where the map looks. A component of its own: of two events of one component that wait
// for the same run Streamlit keeps the last, and a moved map must not take a choice's place.

const earStates = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const state = earStates.get(parentElement) ?? {};
  earStates.set(parentElement, state);
  state.look = (camera) => setTriggerValue("camera", camera);
  if (state.channel?.name !== data.channel) {
    state.channel?.close();
    state.channel = new BroadcastChannel(data.channel);
    state.channel.onmessage = ({ data: said }) => { if (said.to === "page" && said.camera) state.look(said.camera); };
    state.channel.postMessage({ to: "map", hello: true });
  }
  const dark = rootOf(component).classList.contains("dark");
  if (dark !== data.dark && state.told !== dark) {
    state.told = dark;
    setTriggerValue("dark", dark ? "dark" : "light");
  }
  return () => { state.channel?.close(); state.channel = null; };
}
