/* Controls on the map: fit all, and the legend with the choice of online tiles. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  const { element } = dateline;

  function fitButton() {
    const button = dateline.button("Fit all", () => dateline.fit(true));
    button.title = "Show all places";
    return button;
  }

  function sample(place, ink) {
    const { svg } = dateline.symbol({ count: 1, certainty: "sure", probability: 1, r: 7, ...place }, ink);
    return svg;
  }

  /* `said` explains the words; without it they stand for themselves. */
  function row(icon, text, said) {
    const line = element("li");
    line.append(icon, said ? dateline.term(text, said) : element("span", "", text));
    return line;
  }

  function rows(ink) {
    const [first, second] = ink.order, { terms } = ink;
    const made = ink.order.map((id) =>
      row(sample({ groups: [[id, 1]] }, ink), ink.groups[id].label, terms[id]));
    made.push(
      row(sample({ groups: [[first, 2], [second, 1]], r: 6 }, ink), "Mentioned in several ways"),
      row(sample({ groups: [[first, 1]], r: 5, soft: true }, ink), "Region or larger; countries are filled"),
      row(sample({ groups: [[first, 1]], certainty: "likely", probability: 0.7 }, ink), "Less sure: paler, thin outline", terms.likelihood),
      row(sample({ groups: [[first, 1]], certainty: "unsure", probability: 0.4 }, ink), "Unsure: palest, dashed outline", terms.likelihood),
      row(element("i", "dl-near"), "Somewhere in this circle", terms.approximate),
      row(element("i", "dl-dashes"), "Disputed border or area", terms.disputed));
    return made;
  }

  function onlineChoice(map) {
    const label = element("label", "dl-online"), box = element("input"), tiles = dateline.onlineTiles();
    const note = element("span", "", "Street map from OpenStreetMap (goes online)");
    box.type = "checkbox";
    label.append(box, note);
    box.addEventListener("change", () => {
      map.setMaxZoom(box.checked ? 18 : 12);
      if (box.checked) tiles.addTo(map); else tiles.remove();
    });
    tiles.on("tileerror", () => { note.textContent = "OpenStreetMap cannot be reached; built-in map shown"; });
    return label;
  }

  function legend(map, ink) {
    const { x, y } = map.getSize(), list = element("ul"), note = element("p");
    list.append(...rows(ink));
    note.append("Number and size: ", dateline.term("mentions", ink.terms.mention),
      ". In the text: thin line, less sure; dashed box, unsure.");
    const box = dateline.legendBox("dl-legend", x > 1000 && y > 520, list, note);
    if (ink.online) box.append(onlineChoice(map));
    return box;
  }

  dateline.addControls = function (map, ink) {
    dateline.addControl(map, "topright", fitButton());
    dateline.addControl(map, "bottomleft", legend(map, ink));
  };
})(window.dateline);
