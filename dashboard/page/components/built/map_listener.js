// dashboard/page/components/shared/colours.js
function isDarkColour(colour) {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  const parts = hex ? hex.slice(1).map((part) => parseInt(part, 16)) : (colour.match(/\d+/g) ?? []).map(Number);
  const [red, green, blue] = parts;
  if (red === void 0 || green === void 0 || blue === void 0) return false;
  return 0.3 * red + 0.6 * green + 0.1 * blue < 110;
}

// dashboard/page/components/shared/dom.js
function rootOf(component) {
  const root = (
    /** @type {HTMLElement} */
    component.parentElement.querySelector(".root")
  );
  const ground = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
  root.classList.toggle("dark", isDarkColour(ground));
  return root;
}

// dashboard/page/components/search/map_listener.js
var states = /* @__PURE__ */ new WeakMap();
function mapListener(component) {
  const { data, parentElement, setTriggerValue } = component;
  const state = states.get(parentElement) ?? {};
  states.set(parentElement, state);
  state.look = (camera) => setTriggerValue("camera", camera);
  if (state.channel?.name !== data.channel) {
    state.channel?.close();
    const channel = new BroadcastChannel(data.channel);
    channel.onmessage = ({ data: message }) => {
      if (message.to === "page" && message.camera) state.look?.(message.camera);
    };
    channel.postMessage({ to: "map", hello: true });
    state.channel = channel;
  }
  const dark = rootOf(component).classList.contains("dark");
  if (dark !== data.dark && state.toldDark !== dark) {
    state.toldDark = dark;
    setTriggerValue("dark", dark ? "dark" : "light");
  }
  return () => {
    state.channel?.close();
    state.channel = null;
  };
}
export {
  mapListener as default
};
