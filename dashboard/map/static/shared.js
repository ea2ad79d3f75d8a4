/* What the map of articles and the map of coverage have in common. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

  /* Names come encoded as numeric entities (dashboard/map/layers/gate.py): written as text only. */
  dateline.plain = (encoded) =>
    encoded.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));

  dateline.element = function (name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  /* Puts something over the map, in one of its corners. */
  dateline.addControl = function (map, position, content) {
    const made = L.control({ position });
    made.onAdd = () => {
      L.DomEvent.disableClickPropagation(content);
      L.DomEvent.disableScrollPropagation(content);
      return content;
    };
    made.addTo(map);
  };

  dateline.button = function (words, press) {
    const made = dateline.element("button", "dl-button", words);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  };

  /* The box that unfolds to the legend. */
  dateline.legendBox = function (className, isOpen, ...content) {
    const box = dateline.element("details", className);
    box.open = isOpen;
    box.append(dateline.element("summary", "", "Legend"), ...content);
    dateline.legend = box;
    return box;
  };

  /* The style sheets give the map its size: without them it would look at what is not there. */
  dateline.styled = function () {
    const sheets = [...document.querySelectorAll("link[rel=stylesheet]")].filter((link) => !link.sheet);
    return Promise.all(sheets.map((link) => new Promise((done) => { link.onload = link.onerror = done; })));
  };

  /* Whether the reader wants nothing to move by itself. */
  dateline.isStill = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  /* The markers with a place in a group, or in a group of it. */
  dateline.markersOf = function (group) {
    const found = [];
    group.eachLayer((layer) => {
      if (layer.place) found.push(layer);
      else if (layer.eachLayer) found.push(...dateline.markersOf(layer));
    });
    return found;
  };

  /* Arrow keys, Home and End step from marker to marker, in their order. */
  dateline.step = function (marker, event) {
    if (!(event.key in STEPS)) return;
    const { markers } = dateline, at = markers.indexOf(marker) + STEPS[event.key];
    const to = markers[Math.max(0, Math.min(markers.length - 1, at))];
    event.preventDefault();
    event.stopPropagation();
    dateline.oneTabStop(to);
    to.getElement().focus();
  };
})(window.dateline);
