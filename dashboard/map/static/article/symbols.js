/* What stands for a place: a small SVG, built node by node.
   Shape and colour of its core: the group most of its mentions belong to. Ring segments: the
   other groups. A wide soft ring: an area. A pale core in a thin or a dashed outline: less sure,
   or unsure; the paler, the less probable. */
"use strict";
window.dateline = window.dateline || {};
(function (dateline) {
  const SVG = "http://www.w3.org/2000/svg";
  const RING = 3.5;
  const SOFT = 8;

  function node(name, attributes, parent) {
    const made = document.createElementNS(SVG, name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    if (parent) parent.appendChild(made);
    return made;
  }

  const polygon = (points, r) =>
    points.map(([x, y]) => `${(x * r).toFixed(1)},${(y * r).toFixed(1)}`).join(" ");
  const SHAPES = {
    disc: (r, parent, look) => node("circle", { r, ...look }, parent),
    ring: (r, parent, look) => node("circle", { r: r - 1, ...look }, parent),
    diamond: (r, parent, look) => node("polygon", {
      points: polygon([[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]], r), ...look }, parent),
    square: (r, parent, look) => node("rect", {
      x: -0.92 * r, y: -0.92 * r, width: 1.84 * r, height: 1.84 * r, rx: 2, ...look }, parent),
    triangle: (r, parent, look) => node("polygon", {
      points: polygon([[0, -1.3], [1.25, 0.85], [-1.25, 0.85]], r), ...look }, parent),
  };

  function arc(r, from, to) {
    const at = (turn) => [r * Math.sin(turn * 2 * Math.PI), -r * Math.cos(turn * 2 * Math.PI)];
    const [x1, y1] = at(from), [x2, y2] = at(to);
    return `M${x1.toFixed(2)} ${y1.toFixed(2)}A${r} ${r} 0 ${+(to - from > 0.5)} 1 ${x2.toFixed(2)} ${y2.toFixed(2)}`;
  }

  /* Ring segments by share of mentions, clockwise from the top, with small gaps. */
  function ring(svg, r, groups, ink) {
    const total = groups.reduce((sum, [, count]) => sum + count, 0);
    node("circle", { r, fill: "none", stroke: ink.halo, "stroke-width": RING + 2 }, svg);
    let from = 0;
    for (const [group, count] of groups) {
      const to = from + count / total;
      const look = { fill: "none", stroke: ink.groups[group].color, "stroke-width": RING };
      node("path", { d: arc(r, from + 0.012, to - 0.012), class: "ring", ...look }, svg);
      from = to;
    }
  }

  function core(svg, place, ink) {
    const group = ink.groups[place.groups[0][0]];
    const hollow = group.shape === "ring";
    const look = {
      fill: hollow ? ink.halo : group.color,
      stroke: hollow ? group.color : ink.halo,
      "stroke-width": hollow ? 2.5 : 1.5,
    };
    if (place.certainty !== "sure") {
      // On ground of its own, so that what lies below does not shine through the pale fill.
      SHAPES[group.shape](place.r, svg, { fill: ink.halo });
      Object.assign(look, { stroke: group.color, "stroke-width": hollow ? 1.5 : 1.25 });
      if (!hollow) look["fill-opacity"] = 0.05 + 0.7 * place.probability;
    }
    if (place.certainty === "unsure") Object.assign(look, { "stroke-dasharray": "3 2.5", "stroke-width": 1.75 });
    SHAPES[group.shape](place.r, svg, look);
    if (hollow) return group.color;
    return place.certainty === "sure" ? ink.onGroup : ink.placeText;
  }

  function number(svg, place, color, shape) {
    const text = node("text", {
      fill: color, "text-anchor": "middle", y: shape === "triangle" ? 5 : 4,
      "font-size": Math.max(10, Math.min(13, place.r)), class: "count",
    }, svg);
    text.textContent = place.count > 999 ? "999+" : String(place.count);
  }

  /* The radius in pixels of everything drawn around a place's point. */
  dateline.reach = (place) =>
    place.r * 1.15 + (place.groups.length > 1 ? RING + 1.5 : 0) + (place.soft ? SOFT : 0) + 1;

  dateline.symbol = function (place, ink) {
    const reach = dateline.reach(place);
    const half = Math.max(16, Math.ceil(reach + (place.selected ? 6 : 1)));
    const svg = node("svg", {
      width: 2 * half, height: 2 * half, viewBox: `${-half} ${-half} ${2 * half} ${2 * half}`,
      "aria-hidden": "true",
    });
    const color = ink.groups[place.groups[0][0]].color;
    node("circle", { r: Math.max(12, reach + 1), fill: "transparent" }, svg);
    if (place.selected) {
      node("circle", { r: reach + 3, fill: ink.accent, "fill-opacity": 0.22, stroke: ink.accent,
        "stroke-width": 2.5, class: "selected" }, svg);
    }
    if (place.soft) {
      node("circle", { r: reach - 1.5, fill: color, "fill-opacity": 0.16, stroke: color,
        "stroke-opacity": 0.75, "stroke-dasharray": place.certainty === "unsure" ? "3 3" : "none" }, svg);
    }
    if (place.groups.length > 1) ring(svg, place.r * 1.15 + RING / 2 + 1, place.groups, ink);
    const onCore = core(svg, place, ink);
    if (place.count > 1 || place.area) {
      number(svg, place, onCore, ink.groups[place.groups[0][0]].shape);
    }
    return { svg, half };
  };
})(window.dateline);
