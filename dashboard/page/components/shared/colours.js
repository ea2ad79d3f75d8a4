// Colours as style sheets write them.

/**
 * Whether a ground of this colour is dark.
 * @param {string} colour `#rrggbb` or `rgb(...)`
 */
export function isDarkColour(colour) {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  const parts = hex ? hex.slice(1).map((part) => parseInt(part, 16)) : (colour.match(/\d+/g) ?? []).map(Number);
  const [red, green, blue] = parts;
  if (red === undefined || green === undefined || blue === undefined) return false;
  return 0.3 * red + 0.6 * green + 0.1 * blue < 110;
}
