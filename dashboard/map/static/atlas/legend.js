/* Controls of the map of coverage: the whole world, and the legend with its numbers. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  const { element } = dateline;

  dateline.addAtlasControls = function (map) {
    const { x, y } = map.getSize();
    const world = dateline.button("Whole world", () => { dateline.touched = true; dateline.world(true); });
    dateline.addControl(map, "topright", world);
    dateline.addControl(map, "bottomleft", dateline.legendBox("dl-legend is-flat", x > 560 && y > 560, element("div")));
  };

  function range(edges, nth) {
    const from = edges[nth], to = nth + 1 < edges.length ? edges[nth + 1] - 1 : null;
    if (to === null) return `${from.toLocaleString("en")} or more`;
    return from === to ? String(from) : `${from.toLocaleString("en")} – ${to.toLocaleString("en")}`;
  }

  function row(icon, text) {
    const line = element("li");
    line.append(icon, element("span", "", text));
    return line;
  }

  function sample(place) {
    return dateline.discSymbol({ count: 0, area: false, names: 1, r: 7, ...place }, dateline.ink).svg;
  }

  dateline.writeLegend = function (state) {
    const { ink, legend } = dateline, shades = element("ul"), discs = element("ul");
    const what = state.measure === "article" ? "Articles" : "Mentions";
    state.shades.edges.forEach((_, nth) => {
      const swatch = element("i", "dl-swatch");
      swatch.style.background = ink.shades[nth];
      shades.append(row(swatch, range(state.shades.edges, nth)));
    });
    discs.append(
      row(sample({}), `A place; size: ${what.toLowerCase()}`),
      row(sample({ area: true }), "A country, region or larger"),
      row(sample({ names: 2, r: 6 }), "Several places: zooms in"));
    const heading = state.shades.edges.length ? [element("p", "", `${what} that name places in a country`), shades] : [];
    legend.lastChild.replaceChildren(...heading, discs);
  };
})(window.dateline);
