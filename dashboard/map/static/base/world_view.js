// The closest look at the whole world, in a frame of whatever shape.

const WEST = -169, EAST = 191;
/** The latitudes where people live. */
const PEOPLED = { south: -56, north: 72 };
const TILE = 256;

/**
 * @param {number} lat
 * @returns {number} from the upper edge of the world at zoom 0, in pixels
 */
function mercator(lat) {
  return TILE * (0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI));
}

/** @param {number} y */
function latitude(y) {
  return (Math.atan(Math.sinh((0.5 - y / TILE) * 2 * Math.PI)) * 180) / Math.PI;
}

/**
 * All longitudes, and the latitudes where people live or that `reach` names, with `room` pixels
 * around them.
 * @param {{ x: number, y: number }} size of the frame, in pixels
 * @param {[number, number]} reach the southernmost and the northernmost latitude
 * @param {number} room
 */
export function worldView(size, reach, room) {
  const bottom = mercator(Math.min(PEOPLED.south, reach[0])), top = mercator(Math.max(PEOPLED.north, reach[1]));
  const times = Math.min((size.x - 2 * room) / TILE, (size.y - 2 * room) / (bottom - top));
  return { lat: latitude((top + bottom) / 2), lng: (WEST + EAST) / 2, zoom: Math.log2(Math.max(1, times)) };
}

/**
 * The same for maps that are wider than tall, where the world just fills the width.
 * @param {{ x: number }} size
 */
export function widestView(size) {
  return { lat: 20, lng: (WEST + EAST) / 2, zoom: Math.log2(Math.max(1, size.x / TILE)) };
}
