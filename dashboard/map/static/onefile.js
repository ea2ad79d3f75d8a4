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
  const show = (selected, seq) => dateline.show(group, { seq, center: null, zoom: null, selected });
  const places = [...document.querySelectorAll(".place")];

  function select(id, scroll) {
    for (const place of places) {
      const chosen = place.dataset.place === id;
      place.classList.toggle("chosen", chosen);
      if (chosen) place.open = true;
      if (chosen && scroll) place.scrollIntoView({ block: "nearest" });
    }
    show(id, 1);
  }

  group.on("click", (event) => { if (event.layer.place) select(event.layer.place.id, true); });
  for (const place of places) {
    place.querySelector("summary").addEventListener("click", () => select(place.dataset.place, false));
  }
  show("", 1);
})(window.dateline);
