/* Countries shaded by coverage, on one canvas over the base map; a click on one chooses it. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  let drawn = "";

  /* state: { shades: { edges, countries: { code: [count, class] } }, chosen: [code], measure }. */
  dateline.shade = function (map, state) {
    const { ink, outlines } = dateline, said = JSON.stringify([state.shades, state.chosen]);
    if (!outlines || (said === drawn && dateline.shadedOn === outlines)) return;
    [drawn, dateline.shadedOn] = [said, outlines];
    const before = dateline.shades;
    dateline.shades = L.layerGroup().addTo(map);
    for (const [code, [count, nth]] of Object.entries(state.shades.countries)) {
      if (outlines.byCode[code]) country(map, code, count, ink.shades[nth], state);
    }
    for (const code of state.chosen) outline(map, code);
    if (before) before.remove();
  };

  function renderer(map) {
    if (!map.getPane("shades")) {
      map.createPane("shades").style.zIndex = 200;
      dateline.shadesCanvas = L.canvas({ pane: "shades", padding: 0.6 });
    }
    return { pane: "shades", renderer: dateline.shadesCanvas, smoothFactor: 0.7 };
  }

  function country(map, code, count, fillColor, state) {
    const { ink } = dateline, name = dateline.countryName(code);
    const area = L.polygon(dateline.outlines.byCode[code], {
      ...renderer(map), fillColor, fillOpacity: 0.9, color: ink.border, weight: 0.8, bubblingMouseEvents: false,
    });
    const box = document.createElement("span");
    box.appendChild(document.createElement("b")).textContent = name;
    box.append(` · ${dateline.counted(count, state.measure)}`);
    area.bindTooltip(box, { sticky: true, opacity: 1 });
    area.on("click", () => dateline.tell({ country: code }));
    area.on("mouseover", () => area.setStyle({ weight: 2, color: ink.accent }));
    area.on("mouseout", () => area.setStyle({ weight: 0.8, color: ink.border }));
    area.code = code;
    dateline.shades.addLayer(area);
  }

  function outline(map, code) {
    const rings = dateline.outlines.byCode[code];
    if (!rings) return;
    dateline.shades.addLayer(L.polygon(rings, {
      ...renderer(map), fill: false, color: dateline.ink.accent, weight: 2.5, interactive: false,
    }));
  }

  dateline.countryName = function (code) {
    const row = dateline.labels.data.countries.find((one) => one[0] === code);
    return row && row[1] ? row[1] : code;
  };
})(window.dateline);
