// Symbols that would hide each other step apart. All positions are in pixels of the frame.

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {Point & { r: number }} Disc where it belongs, and its radius */
/** @typedef {Disc & { home: Point }} Body */

/** How far a symbol may stand from where it belongs. */
const FAR = 34;
const ROUNDS = 14;
/** With more discs than these, none steps aside: it would take too long. */
const MOST = 400;

/**
 * How far each disc steps aside, [x, y] in whole pixels. They move apart a little at a time, and
 * no disc whose place is in the frame is cut by the frame's edge.
 * @param {Disc[]} discs
 * @param {Point} size of the frame
 * @returns {[number, number][]}
 */
export function stepAside(discs, size) {
  const bodies = discs.map(({ x, y, r }, i) => {
    // Those at one place part in different directions.
    const turn = i * 2.4;
    return { home: { x, y }, r, x: x + 0.5 * Math.cos(turn), y: y + 0.5 * Math.sin(turn) };
  });
  if (bodies.length <= MOST) for (let round = 0; round < ROUNDS; round++) part(bodies);
  return bodies.map(({ home, r, x, y }) => {
    const dx = x - home.x, dy = y - home.y, far = Math.hypot(dx, dy);
    const scale = far < 1 ? 0 : Math.min(1, FAR / far);
    return [uncut(home.x, Math.round(dx * scale), r, size.x), uncut(home.y, Math.round(dy * scale), r, size.y)];
  });
}

/** @param {Body[]} bodies */
function part(bodies) {
  bodies.forEach((a, i) => {
    for (const b of bodies.slice(i + 1)) {
      const dx = b.x - a.x, dy = b.y - a.y, apart = Math.hypot(dx, dy) || 0.1;
      const overlap = (a.r + b.r) * 0.85 - apart;
      if (overlap <= 0) continue;
      // The smaller one gives way more.
      const share = a.r / (a.r + b.r), push = (overlap * 0.6) / apart;
      a.x -= dx * push * (1 - share);
      a.y -= dy * push * (1 - share);
      b.x += dx * push * share;
      b.y += dy * push * share;
    }
  });
}

/**
 * A step that leaves the disc whole in the frame, if its place is in it.
 * @param {number} from
 * @param {number} by
 * @param {number} r
 * @param {number} length of the frame
 */
function uncut(from, by, r, length) {
  if (from < 0 || from > length) return by;
  return Math.round(Math.max(r, Math.min(length - r, from + by)) - from);
}
