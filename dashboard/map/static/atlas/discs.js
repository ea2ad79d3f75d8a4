/* The discs of the map of coverage: a place, or several that lie close together. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  const SVG = "http://www.w3.org/2000/svg";
  const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

  dateline.counted = (number, one) => `${number.toLocaleString("en")} ${one}${number === 1 ? "" : "s"}`;

  function node(name, attributes, parent) {
    const made = document.createElementNS(SVG, name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    if (parent) parent.appendChild(made);
    return made;
  }

  /* A disc for a place, a dashed rim for an area, a second rim for several places. */
  dateline.discSymbol = function (place, ink) {
    const reach = place.r + (place.names > 1 ? 4 : 0), half = Math.max(14, Math.ceil(reach + 2));
    const svg = node("svg", {
      width: 2 * half, height: 2 * half, viewBox: `${-half} ${-half} ${2 * half} ${2 * half}`, "aria-hidden": "true",
    });
    node("circle", { r: Math.max(12, reach), fill: "transparent" }, svg);
    if (place.names > 1) {
      node("circle", { r: place.r + 2.5, fill: ink.halo, stroke: ink.accent, "stroke-width": 1.5 }, svg);
    }
    node("circle", {
      r: place.r, fill: ink.accent, stroke: ink.halo, "stroke-width": 1.5,
      "fill-opacity": place.area && place.names === 1 ? 0.72 : 1,
    }, svg);
    if (place.area && place.names === 1) {
      node("circle", { r: place.r - 1, fill: "none", stroke: ink.halo, "stroke-width": 1.2, "stroke-dasharray": "3 2.5" }, svg);
    }
    const text = short.format(place.count);
    if (place.r >= 8 + 1.6 * text.length) {
      const count = node("text", { fill: ink.onGroup, "text-anchor": "middle", y: 4, "font-size": 11, class: "count" }, svg);
      count.textContent = text;
    }
    return { svg, half };
  };

  function read(feature) {
    return { id: feature.id, ...feature.properties, name: dateline.plain(feature.properties.name) };
  }

  /* Called by Leaflet for each feature. */
  dateline.disc = function (feature, latlng) {
    const place = read(feature), title = dateline.discTitle(place);
    const marker = L.marker(latlng, {
      icon: L.divIcon({ className: "dl-place", html: "", iconSize: null }),
      keyboard: true, riseOnHover: true, zIndexOffset: 1000 - Math.round(place.r * 20),
    });
    marker.place = place;
    marker.on("add", () => dress(marker, title));
    marker.on("click", () => dateline.discChosen(marker));
    return marker;
  };

  dateline.discTitle = (place) => (place.names > 1 ? `${place.name} and ${place.names - 1} more` : place.name);

  function dress(marker, title) {
    const { place } = marker, element = marker.getElement();
    const { svg, half } = dateline.discSymbol(place, dateline.ink);
    element.replaceChildren(svg);
    Object.assign(element.style, {
      width: `${2 * half}px`, height: `${2 * half}px`, marginLeft: `${-half}px`, marginTop: `${-half}px`,
    });
    element.dataset.place = place.id;
    const does = place.names > 1 ? "Zooms in." : "Shows its excerpts.";
    const counts = `${dateline.counted(place.articles, "article")}, ${dateline.counted(place.mentions, "mention")}`;
    element.setAttribute("aria-label", `${title}: ${counts}. ${does}`);
    if (marker.getTooltip()) return;
    const box = document.createElement("span");
    box.appendChild(document.createElement("b")).textContent = title;
    box.append(` · ${counts}`);
    marker.bindTooltip(box, { direction: "top", offset: [0, -half + 4], opacity: 1 });
    element.addEventListener("keydown", (event) => pressed(marker, event));
  }

  function pressed(marker, event) {
    dateline.step(marker, event);
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    dateline.refocus = true;
    dateline.discChosen(marker);
  }

  /* One stop of the Tab key for all discs, so that it leads past the map. */
  dateline.oneTabStop = function (stop) {
    for (const marker of dateline.markers) {
      marker.getElement().tabIndex = marker === (stop || dateline.markers[0]) ? 0 : -1;
    }
  };
})(window.dateline);
