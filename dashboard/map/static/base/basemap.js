/* The built-in map: Natural Earth's outlines on one canvas, coarse first, finer when loaded.
   Countries' outlines are also what the coloured areas of places are cut from. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  const PARTS_PER_DEGREE = 100;
  const script = document.currentScript;
  const root = script && script.src ? script.src.replace(/[^/]*$/, "") : "";
  const loads = {};

  /* The data of a file: from the page itself if it carries it, else fetched once. */
  dateline.load = function (name) {
    const inline = document.getElementById("data-" + name);
    if (!loads[name]) {
      loads[name] = inline
        ? Promise.resolve(JSON.parse(inline.textContent))
        : fetch(root + name + ".json").then((answer) => answer.json());
    }
    return loads[name];
  };

  function decode(flat) {
    const line = [];
    let x = 0, y = 0;
    for (let i = 0; i < flat.length; i += 2) {
      x += flat[i];
      y += flat[i + 1];
      line.push([y / PARTS_PER_DEGREE, x / PARTS_PER_DEGREE]);
    }
    return line;
  }

  function ringOf(arcs, ring) {
    const points = [];
    for (const index of ring) {
      const line = index >= 0 ? arcs[index] : arcs[~index].slice().reverse();
      for (let i = points.length ? 1 : 0; i < line.length; i++) points.push(line[i]);
    }
    return points;
  }

  /* Outlines ready to draw: { land, disputed, ice, lines: {coast, border, ...}, byCode }. */
  function unpack(data) {
    const arcs = data.arcs.map(decode);
    const made = { land: [], disputed: [], ice: data.ice.map((r) => [decode(r)]), byCode: {} };
    for (const country of data.countries) {
      const polygons = country.p.map((rings) => rings.map((ring) => ringOf(arcs, ring)));
      (country.d ? made.disputed : made.land).push(...polygons);
      if (country.c) (made.byCode[country.c] = made.byCode[country.c] || []).push(...polygons);
    }
    made.lines = { claims: data.claims.map(decode) };
    for (const kind of ["coast", "border", "disputed"]) {
      made.lines[kind] = data[kind].map((index) => arcs[index]);
    }
    return made;
  }

  function paint(map, outlines, ink) {
    const canvas = dateline.canvas || (dateline.canvas = L.canvas({ pane: "base", padding: 0.6 }));
    const common = { renderer: canvas, pane: "base", interactive: false, smoothFactor: 0.7 };
    const fill = (rings, color) =>
      L.polygon(rings, { ...common, stroke: false, fillColor: color, fillOpacity: 1 });
    const line = (lines, style) => L.polyline(lines, { ...common, ...style });
    const dashed = { color: ink.disputed, weight: 1, dashArray: "3 3" };
    return L.layerGroup([
      fill(outlines.land, ink.land),
      fill(outlines.ice, ink.ice),
      fill(outlines.disputed, ink.unsettled),
      line(outlines.lines.coast, { color: ink.coast, weight: 0.8 }),
      line(outlines.lines.border, { color: ink.border, weight: 0.9 }),
      line(outlines.lines.disputed, dashed),
      line(outlines.lines.claims, dashed),
    ]).addTo(map);
  }

  function draw(map, name, ink) {
    return dateline.load(name).then((data) => {
      const before = dateline.base;
      dateline.outlines = unpack(data);
      dateline.coarse = dateline.coarse || dateline.outlines;
      dateline.base = paint(map, dateline.outlines, ink);
      if (before) before.remove();
      map.fire("dateline:outlines");
    });
  }

  /* Starts the base map; resolves when the coarse outlines are on the map. */
  dateline.drawBase = function (map, ink) {
    map.createPane("base").style.zIndex = 150;
    map.getContainer().style.background = ink.water;
    const fine = () => draw(map, "countries-50m", ink);
    const drawn = draw(map, "countries-110m", ink);
    drawn.then(() => setTimeout(fine, 60), fine);
    return drawn.catch(() => undefined);
  };

  if (root && !document.getElementById("data-countries-50m")) dateline.load("countries-110m");
})(window.dateline);
