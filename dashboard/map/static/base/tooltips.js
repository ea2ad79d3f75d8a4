// Tooltips keep inside the map's frame, which would cut them.

import { moveInto } from "./tooltip_place.js";

/** @typedef {L.Tooltip & { _map: L.Map, _container: HTMLElement, _setPosition(point: L.Point): void }} Inside Leaflet has no other way in */

/** Has every tooltip do so. */
export function keepTooltipsInFrame() {
  const place = /** @type {Inside} */ (L.Tooltip.prototype)._setPosition;
  L.Tooltip.include({
    /**
     * @this {Inside}
     * @param {L.Point} point
     */
    _setPosition(point) {
      place.call(this, point);
      const { _map: map, _container: box } = this;
      const frame = map.getContainer().getBoundingClientRect(), at = box.getBoundingClientRect();
      // What it belongs to may have left the frame: it goes along.
      if (!L.bounds([0, 0], map.getSize()).contains(map.layerPointToContainerPoint(point))) return;
      const x = moveInto(at.left, at.right, frame.left, frame.right);
      let y = moveInto(at.top, at.bottom, frame.top, frame.bottom);
      // Below what it stood above, not upon it.
      if (y > 0 && this.options.direction === "top") y = at.height - 2 * L.point(this.options.offset ?? [0, 0]).y;
      if (x || y) L.DomUtil.setPosition(box, L.DomUtil.getPosition(box).add([x, y]));
    },
  });
}
