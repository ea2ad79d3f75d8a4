/* The one-file page: draws the map from the data the page carries, and ties the text and the
   list of places to it. */
"use strict";
(function (dateline) {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const { ink, features, credits } = read("page");
  const map = L.map("map", { zoomSnap: 0.25, wheelPxPerZoomLevel: 90 }).setView([25, 20], 2);
  dateline.start(map, ink);

  const group = L.featureGroup().addTo(map);
  L.geoJson(features, { pointToLayer: dateline.marker }).addTo(group);
  const show = (selected) => dateline.show(group, { seq: 1, center: null, zoom: null, selected, credits });
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
    if (from !== "map") dateline.select(id, true);
  }

  /* Where map, text and list stand under each other, only one of them can be scrolled to. */
  const isPhone = () => matchMedia("(max-width: 700px)").matches;

  dateline.tell = (message) => {
    if ("select" in message) select(message.select, "map");
    if ("hint" in message) light(message.hint);
  };

  function light(id) {
    for (const one of [...places, ...marks]) one.classList.toggle("hinted", one.dataset.place === id);
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
    text.addEventListener(kind, (event) => onMark(event, (mark) => dateline.hint(on ? mark.dataset.place : "")));
  }
  for (const place of places) {
    const { place: id } = place.dataset, summary = place.querySelector("summary");
    summary.addEventListener("click", () => select(id, "list"));
    for (const kind of ["pointerenter", "focus"]) summary.addEventListener(kind, () => dateline.hint(id));
    for (const kind of ["pointerleave", "blur"]) summary.addEventListener(kind, () => dateline.hint(""));
  }
  show("");
})(window.dateline);
