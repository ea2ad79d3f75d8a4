/* Tooltips keep inside the map's frame, which would cut them. */
"use strict";
window.dateline = window.dateline || {};
(function () {
  const EDGE = 4;
  const place = L.Tooltip.prototype._setPosition;

  /* How far to move the span [from, to] into [least, most]. */
  function into(from, to, least, most) {
    return Math.max(least + EDGE - from, 0) || -Math.max(to - most + EDGE, 0);
  }

  L.Tooltip.include({
    _setPosition(point) {
      place.call(this, point);
      const { _map: map, _container: box } = this;
      const frame = map.getContainer().getBoundingClientRect(), at = box.getBoundingClientRect();
      // What it belongs to may have left the frame: it goes along.
      if (!L.bounds([0, 0], map.getSize()).contains(map.layerPointToContainerPoint(point))) return;
      const x = into(at.left, at.right, frame.left, frame.right);
      let y = into(at.top, at.bottom, frame.top, frame.bottom);
      // Below what it stood above, not upon it.
      if (y > 0 && this.options.direction === "top") y = at.height - 2 * L.point(this.options.offset).y;
      if (x || y) L.DomUtil.setPosition(box, L.DomUtil.getPosition(box).add([x, y]));
    },
  });
})();
