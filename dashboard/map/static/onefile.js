/* The one-file page: draws the map from the data the page carries, and ties the text and the
   list of places to it. */
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
  const marks = [...document.querySelectorAll("mark[data-place]")];

  /* `from` is where it was chosen: that part stays where it is, the others follow. */
  function select(id, from) {
    for (const place of places) {
      const chosen = place.dataset.place === id;
      place.classList.toggle("chosen", chosen);
      if (chosen && from !== "list") place.open = true;
      if (chosen && from !== "list" && !isPhone()) place.scrollIntoView({ block: "nearest" });
    }
    for (const mark of marks) mark.classList.toggle("lit", mark.dataset.place === id);
    const first = marks.find((mark) => mark.dataset.place === id);
    if (first && from !== "text") first.scrollIntoView({ block: isPhone() ? "start" : "center" });
    show(id, 1);
  }

  /* Where map, text and list stand under each other, only one of them can be scrolled to. */
  const isPhone = () => matchMedia("(max-width: 700px)").matches;

  function point(mark, on) {
    for (const marker of dateline.markers) {
      const pointed = on && marker.place.id === mark.dataset.place;
      marker.getElement().classList.toggle("pointed", pointed);
    }
  }

  function onMark(event, act) {
    const mark = event.target.closest("mark[data-place]");
    if (mark) act(mark);
  }

  const text = document.querySelector("main");
  text.addEventListener("click", (event) => onMark(event, (mark) => select(mark.dataset.place, "text")));
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    onMark(event, (mark) => { event.preventDefault(); select(mark.dataset.place, "text"); });
  });
  for (const [kind, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    text.addEventListener(kind, (event) => onMark(event, (mark) => point(mark, on)));
  }
  group.on("click", (event) => { if (event.layer.place) select(event.layer.place.id, "map"); });
  for (const place of places) {
    place.querySelector("summary").addEventListener("click", () => select(place.dataset.place, "list"));
  }
  show("", 1);
})(window.dateline);
