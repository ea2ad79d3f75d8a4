/* Controls on the map: fit all, and the legend with the choice of online tiles. */
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

  function fitButton() {
    const button = element("button", "dl-button", "Fit all");
    button.type = "button";
    button.title = "Show all places";
    button.addEventListener("click", () => dateline.fit(true));
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
    const box = element("details", "dl-legend"), list = element("ul");
    box.open = map.getSize().x > 1000 && map.getSize().y > 520;
    dateline.legend = box;
    box.append(element("summary", "", "Legend"));
    list.append(...rows(ink));
    const note = element("p");
    note.append("Number and size: ", dateline.term("mentions", ink.terms.mention),
      ". In the text: thin line, less sure; dashed box, unsure.");
    box.append(list, note);
    if (ink.online) box.append(onlineChoice(map));
    return box;
  }

  dateline.addControls = function (map, ink) {
    control("topright", fitButton()).addTo(map);
    control("bottomleft", legend(map, ink)).addTo(map);
  };
})(window.dateline);
