/* The one-file page: draws the map from the data the page carries, and ties the list of
   places to it. */
"use strict";
(function (dateline) {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const { ink, features } = read("page");
  const map = L.map("map", { zoomSnap: 0.25, wheelPxPerZoomLevel: 90 }).setView([25, 20], 2);
  dateline.start(map, ink);

  const group = L.featureGroup().addTo(map);
  L.geoJson(features, { pointToLayer: dateline.marker }).addTo(group);
  const show = (selected) => dateline.show(group, { seq: 1, center: null, zoom: null, selected });
  const places = [...document.querySelectorAll(".place")];

  function select(id, scroll) {
    for (const place of places) {
      const chosen = place.dataset.place === id;
      place.classList.toggle("chosen", chosen);
      if (chosen) place.open = true;
      if (chosen && scroll) place.scrollIntoView({ block: "nearest" });
    }
  }

  dateline.tell = (message) => {
    if ("select" in message) select(message.select, true);
    if ("hint" in message) light(message.hint);
  };
  function light(id) {
    for (const place of places) place.classList.toggle("hinted", place.dataset.place === id);
  }
  for (const place of places) {
    const { place: id } = place.dataset, summary = place.querySelector("summary");
    summary.addEventListener("click", () => { select(id, false); dateline.select(id, true); });
    for (const kind of ["pointerenter", "focus"]) summary.addEventListener(kind, () => dateline.hint(id));
    for (const kind of ["pointerleave", "blur"]) summary.addEventListener(kind, () => dateline.hint(""));
  }
  show("");
})(window.dateline);
