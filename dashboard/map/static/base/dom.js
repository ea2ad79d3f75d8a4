// Nodes over and around the map.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} name
 * @param {string} [className]
 * @param {string} [text]
 */
export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} name
 * @param {Record<string, string | number>} attributes
 * @param {SVGElement} [parent]
 */
export function svgElement(name, attributes, parent) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (parent) parent.appendChild(made);
  return made;
}

/**
 * @param {string} words
 * @param {() => void} press
 */
export function button(words, press) {
  const made = element("button", "dl-button", words);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

/**
 * Puts something over the map, in one of its corners.
 * @param {L.Map} map
 * @param {L.ControlPosition} position
 * @param {HTMLElement} content
 */
export function addControl(map, position, content) {
  const made = new L.Control({ position });
  made.onAdd = () => {
    L.DomEvent.disableClickPropagation(content);
    L.DomEvent.disableScrollPropagation(content);
    return content;
  };
  made.addTo(map);
}

/**
 * The box that unfolds to the legend.
 * @param {string} className
 * @param {boolean} isOpen
 * @param {...Node} content
 */
export function legendBox(className, isOpen, ...content) {
  const box = element("details", className);
  box.open = isOpen;
  box.append(element("summary", "", "Legend"), ...content);
  return box;
}

/** Done once the style sheets are there. They give the map its size: without them it would look at what is not there. */
export function styled() {
  const links = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[rel=stylesheet]"));
  const missing = [...links].filter((link) => !link.sheet);
  return Promise.all(missing.map((link) => new Promise((done) => { link.onload = link.onerror = done; })));
}

/** Whether the reader wants nothing to move by itself. */
export function isStill() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
