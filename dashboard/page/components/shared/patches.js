// Changes of the view's link, as they are sent to the page.

/** @import { Patch } from "../records.js" */
/** @typedef {Record<string, string | null | undefined>} Sent */
/** @typedef {{ earlier?: Sent | undefined, sent?: Sent | undefined }} Waiting what was sent since the drawing before last */

/**
 * Sends changes of the view. Of two events of one component that wait for the same run Streamlit
 * keeps the last, so each goes with those sent since the drawing before last. `fly` is done once.
 * @param {Waiting} state
 * @param {(name: string, value: unknown) => void} setTriggerValue
 * @returns {(patch: Patch) => void}
 */
export function patching(state, setTriggerValue) {
  state.earlier = state.sent;
  /** @type {Sent} */
  const sent = {};
  state.sent = sent;
  return ({ fly, ...patch }) => {
    Object.assign(sent, patch);
    setTriggerValue("patch", { ...state.earlier, ...sent, ...(fly && { fly }) });
  };
}

/**
 * What several values of a key are written as; null for none.
 * @param {string[]} values
 */
export function listed(values) {
  return values.length ? values.map((one) => one.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",") : null;
}
