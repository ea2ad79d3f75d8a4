// What stands for a place: a small SVG, built node by node.
// Shape and colour of its core: the group most of its mentions belong to. Ring segments: the
// other groups. A wide soft ring: an area. A pale core in a thin or a dashed outline: less sure,
// or unsure; the paler, the less probable.

import { svgElement } from "../base/dom.js";
import { arc, halfOf, radiusOf, RING, segmentsOf } from "./symbol_size.js";

/** @import { GroupLook, Ink } from "../records.js" */
/** @import { Look } from "./types.js" */
/** @typedef {Record<string, string | number>} Attributes */

/**
 * @param {[number, number][]} points
 * @param {number} r
 */
function pointsOf(points, r) {
  return points.map(([x, y]) => `${(x * r).toFixed(1)},${(y * r).toFixed(1)}`).join(" ");
}

/** @type {Record<GroupLook["shape"], (r: number, parent: SVGElement, look: Attributes) => SVGElement>} */
const SHAPES = {
  disc: (r, parent, look) => svgElement("circle", { r, ...look }, parent),
  ring: (r, parent, look) => svgElement("circle", { r: r - 1, ...look }, parent),
  diamond: (r, parent, look) => svgElement("polygon", {
    points: pointsOf([[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]], r), ...look }, parent),
  square: (r, parent, look) => svgElement("rect", {
    x: -0.92 * r, y: -0.92 * r, width: 1.84 * r, height: 1.84 * r, rx: 2, ...look }, parent),
  triangle: (r, parent, look) => svgElement("polygon", {
    points: pointsOf([[0, -1.3], [1.25, 0.85], [-1.25, 0.85]], r), ...look }, parent),
};

/**
 * How the group is drawn that most of a place's mentions belong to.
 * @param {Pick<Look, "groups">} place
 * @param {Ink} ink
 */
export function lookOfPlace(place, ink) {
  return lookOfGroup(place.groups[0]?.[0] ?? "", ink);
}

/**
 * @param {string} group
 * @param {Ink} ink
 * @returns {GroupLook}
 */
export function lookOfGroup(group, ink) {
  return ink.groups[group] ?? { label: group, color: ink.accent, shape: "disc" };
}

/**
 * @param {SVGElement} svg
 * @param {number} r
 * @param {Look["groups"]} groups
 * @param {Ink} ink
 */
function ring(svg, r, groups, ink) {
  svgElement("circle", { r, fill: "none", stroke: ink.halo, "stroke-width": RING + 2 }, svg);
  for (const { group, from, to } of segmentsOf(groups)) {
    const look = { fill: "none", stroke: lookOfGroup(group, ink).color, "stroke-width": RING };
    svgElement("path", { d: arc(r, from, to), class: "ring", ...look }, svg);
  }
}

/**
 * Draws the core; the colour of what is written on it.
 * @param {SVGElement} svg
 * @param {Look} place
 * @param {GroupLook} group
 * @param {Ink} ink
 */
function core(svg, place, group, ink) {
  const isHollow = group.shape === "ring", draw = SHAPES[group.shape];
  /** @type {Attributes} */
  const look = {
    fill: isHollow ? ink.halo : group.color,
    stroke: isHollow ? group.color : ink.halo,
    "stroke-width": isHollow ? 2.5 : 1.5,
  };
  if (place.certainty !== "sure") {
    // On ground of its own, so that what lies below does not shine through the pale fill.
    draw(place.r, svg, { fill: ink.halo });
    Object.assign(look, { stroke: group.color, "stroke-width": isHollow ? 1.5 : 1.25 });
    if (!isHollow) look["fill-opacity"] = 0.05 + 0.7 * place.probability;
  }
  if (place.certainty === "unsure") Object.assign(look, { "stroke-dasharray": "3 2.5", "stroke-width": 1.75 });
  draw(place.r, svg, look);
  if (isHollow) return group.color;
  return place.certainty === "sure" ? ink.onGroup : ink.placeText;
}

/**
 * @param {SVGElement} svg
 * @param {Look} place
 * @param {string} color
 * @param {GroupLook["shape"]} shape
 */
function number(svg, place, color, shape) {
  const text = svgElement("text", {
    fill: color, "text-anchor": "middle", y: shape === "triangle" ? 5 : 4,
    "font-size": Math.max(10, Math.min(13, place.r)), class: "count",
  }, svg);
  text.textContent = place.count > 999 ? "999+" : String(place.count);
}

/**
 * A place's symbol, and half of its width in pixels.
 * @param {Look} place
 * @param {Ink} ink
 */
export function symbol(place, ink) {
  const radius = radiusOf(place), half = halfOf(place), group = lookOfPlace(place, ink);
  const svg = svgElement("svg", {
    width: 2 * half, height: 2 * half, viewBox: `${-half} ${-half} ${2 * half} ${2 * half}`,
    "aria-hidden": "true",
  });
  svgElement("circle", { r: Math.max(12, radius + 1), fill: "transparent" }, svg);
  if (place.selected) {
    svgElement("circle", { r: radius + 3, fill: ink.accent, "fill-opacity": 0.22, stroke: ink.accent,
      "stroke-width": 2.5, class: "selected" }, svg);
  }
  if (place.isSoft) {
    svgElement("circle", { r: radius - 1.5, fill: group.color, "fill-opacity": 0.16, stroke: group.color,
      "stroke-opacity": 0.75, "stroke-dasharray": place.certainty === "unsure" ? "3 3" : "none" }, svg);
  }
  if (place.groups.length > 1) ring(svg, place.r * 1.15 + RING / 2 + 1, place.groups, ink);
  const onCore = core(svg, place, group, ink);
  if (place.count > 1 || place.area) number(svg, place, onCore, group.shape);
  return { svg, half };
}
