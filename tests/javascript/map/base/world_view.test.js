import assert from "node:assert/strict";
import { test } from "node:test";
import { widestView, worldView } from "../../../../dashboard/map/static/base/world_view.js";

/**
 * How many pixels down a latitude lies, by the usual formula.
 * @param {number} lat
 * @param {number} zoom
 */
function down(lat, zoom) {
  const rad = (lat * Math.PI) / 180;
  return 256 * 2 ** zoom * (0.5 - Math.log(Math.tan(Math.PI / 4 + rad / 2)) / (2 * Math.PI));
}

test("a wide frame shows all peopled latitudes, in its middle", () => {
  const size = { x: 1600, y: 560 };
  const { lat, lng, zoom } = worldView(size, [0, 0], 28);
  assert.equal(lng, 11);
  assert.ok(Math.abs(down(-56, zoom) - down(72, zoom) - (560 - 56)) < 0.5);
  assert.ok(Math.abs((down(-56, zoom) + down(72, zoom)) / 2 - down(lat, zoom)) < 0.5);
});

test("a narrow frame shows all longitudes", () => {
  const { zoom } = worldView({ x: 700, y: 900 }, [0, 0], 28);
  assert.ok(Math.abs(256 * 2 ** zoom - (700 - 56)) < 0.5);
});

test("places beyond the peopled latitudes are in view too", () => {
  const near = worldView({ x: 1600, y: 560 }, [0, 0], 28), far = worldView({ x: 1600, y: 560 }, [-82, 80], 28);
  assert.ok(far.zoom < near.zoom);
  assert.ok(down(far.lat, far.zoom) - down(80, far.zoom) <= 560 / 2);
  assert.ok(down(-82, far.zoom) - down(far.lat, far.zoom) <= 560 / 2);
});

test("a phone goes out no further than the whole world", () => {
  assert.equal(worldView({ x: 200, y: 300 }, [0, 0], 28).zoom, 0);
  assert.equal(widestView({ x: 200 }).zoom, 0);
});

test("the widest view just fills the width", () => {
  assert.equal(widestView({ x: 1024 }).zoom, 2);
});
