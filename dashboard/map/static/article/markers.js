/* The places of the articles on the map: markers, areas of countries, which way they step
   aside for each other, and what happens when one is chosen. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  const FAR = 34;
  const DOUBTS = { likely: "less sure", unsure: "unsure" };
  /* How the fill of a country looks: line width and dashes by how sure it is. */
  const LINES = { sure: [1.4, null], likely: [0.8, null], unsure: [1.2, "5 4"] };
  let pointing = false;

  /* A feature's properties in words the scripts use. */
  function read(feature) {
    const p = feature.properties;
    const selected = dateline.wanted ? dateline.wanted.selected === feature.id : false;
    return {
      id: feature.id, name: dateline.plain(p.name), count: p.count, groups: p.groups, r: p.r,
      area: p.area, soft: p.area && !p.outline, outline: p.outline, certainty: p.certainty,
      probability: p.probability, zoom: p.zoom, km: p.km, selected,
    };
  }

  function told(place, ink) {
    const parts = place.groups.map(([group, count]) => `${ink.groups[group].label} ${count}`);
    const mentions = place.count === 1 ? "1 mention" : `${place.count} mentions`;
    const doubts = [DOUBTS[place.certainty], place.km ? "position approximate" : ""].filter(Boolean);
    return [`${place.name}, ${mentions} (${parts.join(", ")})`, ...doubts].join(", ");
  }

  function tooltip(place) {
    const box = document.createElement("span");
    const name = box.appendChild(document.createElement("b"));
    name.textContent = place.name;
    box.append(` · ${place.count}`);
    return box;
  }

  /* Called by Leaflet for each feature; the icon is made when the marker is dressed. */
  dateline.marker = function (feature, latlng) {
    const place = read(feature);
    const marker = L.marker(latlng, {
      icon: L.divIcon({ className: "dl-place", html: "", iconSize: null }),
      keyboard: true, riseOnHover: true, zIndexOffset: 1000 - Math.round(place.r * 20),
    });
    marker.place = place;
    marker.home = latlng;
    marker.on("add", () => dress(marker));
    marker.on("click", () => dateline.chosen(place.id));
    return marker;
  };

  function dress(marker) {
    const { place } = marker, element = marker.getElement(), ink = dateline.ink;
    const { svg, half } = dateline.symbol(place, ink);
    element.replaceChildren(svg);
    Object.assign(element.style, { width: 2 * half + "px", height: 2 * half + "px" });
    element.classList.toggle("dl-selected", place.selected);
    element.dataset.place = place.id;
    element.setAttribute("aria-label", told(place, ink));
    element.setAttribute("aria-pressed", String(place.selected));
    marker.half = half;
    shift(marker, 0, 0);
    if (marker.getTooltip()) return;
    marker.bindTooltip(tooltip(place), { direction: "top", offset: [0, -half + 4], opacity: 1 });
    element.addEventListener("mouseenter", () => dateline.point(place.id));
    element.addEventListener("mouseleave", () => dateline.point(""));
    element.addEventListener("focus", () => {
      dateline.focused = place.id;
      if (element.matches(":focus-visible")) dateline.point(place.id);
    });
    element.addEventListener("blur", () => {
      dateline.point("");
      // Where the marker is taken away it is not the reader who left it.
      setTimeout(() => { if (element.isConnected && dateline.focused === place.id) dateline.focused = ""; });
    });
    element.addEventListener("keydown", (event) => {
      dateline.step(marker, event);
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      dateline.refocus = place.id;
      marker.fire("click", { latlng: marker.getLatLng() }, true);
    });
  }

  /* One stop of the Tab key for all markers, so that it leads past the map: the selected one,
     else the most mentioned. */
  dateline.oneTabStop = function (stop) {
    const { markers, wanted } = dateline;
    const at = stop || markers.find((marker) => marker.place.id === wanted.selected) || markers[0];
    for (const marker of markers) marker.getElement().tabIndex = marker === at ? 0 : -1;
  };

  /* The reader points at a place on the map, or at none (""): the text is told. */
  dateline.point = function (id) {
    if (!id && !pointing) return;
    pointing = Boolean(id);
    dateline.hint(id);
    dateline.tell({ hint: id });
  };

  function shift(marker, x, y) {
    marker.shift = [x, y];
    Object.assign(marker.getElement().style, {
      marginLeft: x - marker.half + "px", marginTop: y - marker.half + "px",
    });
  }

  /* Markers that would hide each other step apart, a few pixels at a time; they keep to
     within FAR pixels of where they belong. */
  dateline.stepAside = function (map, markers) {
    const bodies = markers.map((marker, i) => {
      const home = map.latLngToLayerPoint(marker.getLatLng());
      const turn = i * 2.4;
      const r = dateline.reach(marker.place);
      return { home, r, x: home.x + 0.5 * Math.cos(turn), y: home.y + 0.5 * Math.sin(turn) };
    });
    if (bodies.length <= 400) for (let round = 0; round < 14; round++) part(bodies);
    bodies.forEach((b, i) => {
      const dx = b.x - b.home.x, dy = b.y - b.home.y, far = Math.hypot(dx, dy);
      const scale = far < 1 ? 0 : Math.min(1, FAR / far);
      shift(markers[i], ...uncut(map, b, Math.round(dx * scale), Math.round(dy * scale)));
    });
  };

  /* A symbol whose place is in the frame is not cut by the frame's edge. */
  function uncut(map, { home, r }, dx, dy) {
    const size = map.getSize(), at = map.layerPointToContainerPoint(home);
    const inside = (from, by, length) => {
      if (from < 0 || from > length) return by;
      return Math.round(Math.max(r, Math.min(length - r, from + by)) - from);
    };
    return [inside(at.x, dx, size.x), inside(at.y, dy, size.y)];
  }

  function part(bodies) {
    for (let i = 0; i < bodies.length; i++) {
      for (let j = i + 1; j < bodies.length; j++) {
        const a = bodies[i], b = bodies[j];
        const dx = b.x - a.x, dy = b.y - a.y, apart = Math.hypot(dx, dy) || 0.1;
        const overlap = (a.r + b.r) * 0.85 - apart;
        if (overlap <= 0) continue;
        // The smaller one gives way more.
        const share = a.r / (a.r + b.r), push = overlap * 0.6 / apart;
        a.x -= dx * push * (1 - share); a.y -= dy * push * (1 - share);
        b.x += dx * push * share; b.y += dy * push * share;
      }
    }
  }

  /* Soft fills of countries and the circles of approximate places. */
  dateline.drawAreas = function (map, markers) {
    const { ink } = dateline;
    if (dateline.areas) dateline.areas.remove();
    dateline.areas = L.layerGroup().addTo(map);
    for (const marker of markers) {
      const { place } = marker, color = ink.groups[place.groups[0][0]].color;
      const rings = place.outline && dateline.outlines && dateline.outlines.byCode[place.outline];
      const [weight, dashArray] = LINES[place.certainty];
      const look = {
        color: place.selected ? ink.accent : color, weight: place.selected ? 2.5 : weight,
        opacity: 0.85, fillColor: color, fillOpacity: ink.areaFill * (0.25 + 0.75 * place.probability),
        dashArray, className: "dl-area", bubblingMouseEvents: false,
      };
      if (rings) choose(L.polygon(rings, { ...look, smoothFactor: 0.7 }), marker);
      else if (place.km) {
        const circle = { ...look, radius: place.km * 1000, dashArray: "4 4", fillOpacity: 0.07 };
        choose(L.circle(marker.home, circle), marker);
      }
    }
  };

  function choose(area, marker) {
    marker.area = area;
    area.look = { weight: area.options.weight, fillOpacity: area.options.fillOpacity };
    area.on("mouseover", () => dateline.point(marker.place.id));
    area.on("mouseout", () => dateline.point(""));
    area.on("click", (event) => marker.fire("click", { latlng: event.latlng }, true));
    area.bindTooltip(tooltip(marker.place), { sticky: true, opacity: 1 });
    dateline.areas.addLayer(area);
  }

  function holds(rings, [lat, lng]) {
    let odd = false;
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [y1, x1] = ring[i], [y2, x2] = ring[j];
        if ((y1 > lat) !== (y2 > lat) && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) odd = !odd;
      }
    }
    return odd;
  }

  /* A point of the country's outline within the bounds, or null. It is sought near the upper
     middle: what an article is about mostly lies in the middle itself. */
  dateline.pointWithin = function (code, bounds) {
    const polygons = dateline.coarse && (dateline.coarse.byCode[code] || dateline.outlines.byCode[code]);
    if (!polygons) return null;
    const s = bounds.getSouth(), w = bounds.getWest();
    const h = bounds.getNorth() - s, v = bounds.getEast() - w;
    let best = null, nearest = Infinity;
    for (let row = 1; row < 10; row++) {
      for (let column = 1; column < 14; column++) {
        const far = Math.hypot(row / 10 - 0.8, column / 14 - 0.5);
        const point = [s + (h * row) / 10, w + (v * column) / 14];
        if (far < nearest && polygons.some((rings) => holds(rings, point))) [best, nearest] = [point, far];
      }
    }
    return best;
  };

  /* A country's badge follows into the part of it that is in view. */
  dateline.keepBadgesInView = function (map, markers) {
    const view = map.getBounds().pad(-0.06);
    for (const marker of markers) {
      if (!marker.place.outline) continue;
      const inView = view.contains(marker.home) ? null : dateline.pointWithin(marker.place.outline, view);
      marker.setLatLng(inView || marker.home);
    }
  };
})(window.dateline);
