// Which of several items a key leads to.

/**
 * Arrow keys, Home and End.
 * @param {string} key
 * @param {number} at where the focus is
 * @param {number} length how many items there are
 * @returns {number | undefined} undefined for every other key
 */
export function itemAfterKey(key, at, length) {
  /** @type {Record<string, number>} */
  const steps = {
    ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: length - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.max(0, Math.min(length - 1, to));
}
