// By what the library's table is sorted, and which way.

/** Columns of words rise at first, those of days and numbers fall. */
const WORDS = ["title", "outlet", "language"];

/**
 * Whether a press on a column's heading sorts rising: the other way where it sorts already.
 * @param {string} key
 * @param {{ order: string, rising: boolean }} now
 */
export function risesAfterPress(key, now) {
  return now.order === key ? !now.rising : WORDS.includes(key);
}

/**
 * How a column is sorted, as `aria-sort` says it and as the arrow shows it.
 * @param {string} key
 * @param {{ order: string, rising: boolean }} now
 */
export function sortOf(key, now) {
  if (now.order !== key) return { sort: "none", arrow: "↕" };
  return now.rising ? { sort: "ascending", arrow: "▲" } : { sort: "descending", arrow: "▼" };
}
