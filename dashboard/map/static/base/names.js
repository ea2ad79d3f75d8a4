// Names come encoded as numeric entities (dashboard/map/layers/gate.py): written as text only.

/**
 * The text that the entities stand for.
 * @param {string} encoded
 */
export function plain(encoded) {
  return encoded.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}
