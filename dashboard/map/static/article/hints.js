/* What is pointed at, here or in the text: a halo around its symbol, an arrow at the map's edge
   where it lies outside, and a ghost of a place that a mention might also mean. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  const EDGE = 22;
  let hinted = "", arrow = null, ghost = null, before = null;

  dateline.find = (id) => dateline.markers.find((marker) => marker.place.id === id);

  /* Points at a place, or at none (""). */
  dateline.hint = function (id) {
    halo(dateline.find(hinted), false);
    if (arrow) arrow.remove();
    hinted = id || "";
    const marker = dateline.find(hinted);
    halo(marker, true);
    arrow = marker && !ghost ? arrowTo(marker) : null;
  };

  /* After the places are drawn anew. */
  dateline.hintAgain = () => dateline.hint(hinted);

  function halo(marker, on) {
    if (!marker || !marker.getElement()) return;
    marker.getElement().classList.toggle("dl-hinted", on);
    if (on && isSeen(marker)) marker.openTooltip(); else marker.closeTooltip();
    const area = marker.area;
    if (area) area.setStyle(on ? { weight: 3.5, fillOpacity: area.look.fillOpacity + 0.14 } : area.look);
  }

  function isSeen(marker) {
    const view = dateline.map.getBounds();
    if (view.contains(marker.getLatLng())) return true;
    return Boolean(marker.place.outline && dateline.pointWithin(marker.place.outline, view));
  }

  function arrowTo(marker) {
    if (isSeen(marker)) return null;
    const size = dateline.map.getSize(), middle = size.divideBy(2);
    const way = dateline.map.latLngToContainerPoint(marker.getLatLng()).subtract(middle);
    const scale = Math.min((middle.x - EDGE) / Math.abs(way.x), (middle.y - EDGE) / Math.abs(way.y));
    const at = middle.add(way.multiplyBy(scale));
    const box = document.createElement("div"), name = document.createElement("span");
    const head = document.createElement("i");
    box.className = `dl-arrow ${way.x < 0 ? "dl-west" : "dl-east"}`;
    Object.assign(box.style, { left: `${at.x}px`, top: `${at.y}px` });
    head.style.transform = `rotate(${Math.atan2(way.y, way.x)}rad)`;
    head.textContent = "➤";
    name.textContent = marker.place.name;
    box.append(head, name);
    return dateline.map.getContainer().appendChild(box);
  }

  /* Shows where else a mention might lie: { lat, lon, name, outline }, or null for nowhere. The
     map widens where the ghost lies outside, and goes back after it. */
  dateline.ghost = function (place) {
    if (ghost) ghost.remove();
    ghost = place ? ghostOf(place).addTo(dateline.map) : null;
    // During a flight to the place that was chosen, the flight's end does it.
    if (place && !dateline.destination) widen(ghost.point);
    if (!place && before) {
      if (!dateline.touched) dateline.go(before.center, before.zoom, true);
      before = null;
    }
  };

  /* At the end of a flight: unless the reader took the map away from the ghost. */
  dateline.keepGhostInView = function () {
    if (ghost && !dateline.touched) widen(ghost.point);
  };

  function ghostOf(place) {
    const icon = document.createElement("span"), label = document.createElement("span");
    label.textContent = place.name;
    const group = L.layerGroup();
    group.point = L.latLng(place.lat, place.lon);
    const rings = place.outline && dateline.outlines && dateline.outlines.byCode[place.outline];
    const look = { color: dateline.ink.accent, weight: 1.5, dashArray: "4 4", fillOpacity: 0.1 };
    if (rings) group.addLayer(L.polygon(rings, { ...look, interactive: false, smoothFactor: 0.7 }));
    return group.addLayer(L.marker([place.lat, place.lon], {
      icon: L.divIcon({ className: "dl-ghost", html: icon, iconSize: [26, 26] }),
      interactive: false, keyboard: false, zIndexOffset: 5000,
    }).bindTooltip(label, { permanent: true, direction: "auto", offset: [14, 0], opacity: 1 }));
  }

  function widen(point) {
    const { map } = dateline;
    if (map.getBounds().pad(-0.08).contains(point)) return;
    before = before || { center: map.getCenter(), zoom: map.getZoom() };
    const chosen = dateline.find(dateline.wanted.selected);
    const bounds = L.latLngBounds([point, chosen ? chosen.home : map.getCenter()]);
    const zoom = Math.min(before.zoom, map.getBoundsZoom(bounds, false, L.point(140, 140)));
    const middle = map.project(bounds.getNorthWest(), zoom).add(map.project(bounds.getSouthEast(), zoom)).divideBy(2);
    dateline.go(map.unproject(middle, zoom), zoom, true);
  }
})(window.dateline);
