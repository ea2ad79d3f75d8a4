/* Controls of the map of coverage: the whole world, and the legend with its numbers. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function control(position, content) {
    const made = L.control({ position });
    made.onAdd = () => {
      L.DomEvent.disableClickPropagation(content);
      L.DomEvent.disableScrollPropagation(content);
      return content;
    };
    return made;
  }

  dateline.addAtlasControls = function (map) {
    const button = element("button", "dl-button", "Whole world");
    button.type = "button";
    button.addEventListener("click", () => { dateline.touched = true; dateline.world(true); });
    control("topright", button).addTo(map);
    const box = element("details", "dl-legend is-flat");
    box.open = map.getSize().x > 560 && map.getSize().y > 560;
    box.append(element("summary", "", "Legend"), element("div"));
    dateline.legend = box;
    control("bottomleft", box).addTo(map);
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
