// Elements, made of names and texts: nothing of the data is ever read as markup.

/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Attributes */

/**
 * Make an element of HTML.
 * @param {string} tag
 * @param {Attributes} attributes functions are listeners, `true` is an attribute without value
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  return dressed(document.createElement(tag), attributes, children);
}

/**
 * Make an element of SVG.
 * @param {string} tag
 * @param {Attributes} attributes
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function s(tag, attributes = {}, ...children) {
  return dressed(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/**
 * @template {Element} Made
 * @param {Made} element
 * @param {Attributes} attributes
 * @param {Child[]} children
 * @returns {Made}
 */
function dressed(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(.../** @type {(Node | string)[]} */ (children.filter((child) => child || child === "")));
  return element;
}

/**
 * Put children in the place of those of an element.
 * @param {Element} element
 * @param {...Child} children
 */
export function fillIn(element, ...children) {
  element.replaceChildren(.../** @type {(Node | string)[]} */ (children.filter((child) => child || child === "")));
}

/**
 * Link to a page elsewhere, if that is what an address of the data is.
 * @param {string | undefined} address
 * @param {Child} text
 * @returns {Child}
 */
export function elsewhere(address, text) {
  if (!address || !/^https?:\/\//i.test(address)) return text;
  return h("a", { href: address, rel: "noopener noreferrer external", target: "_blank" }, text);
}

/**
 * Make a table with a caption.
 * @param {string} caption
 * @param {Child[]} heads
 * @param {Child[][]} rows
 * @param {number[]} numeric places of columns of numbers
 */
export function table(caption, heads, rows, numeric = []) {
  /** @param {number} place */
  const look = (place) => (numeric.includes(place) ? { class: "n" } : {});
  // On a phone each row of a broad table becomes a list of its cells, with their heads in front; the roles stay.
  const isBroad = heads.length > 3;
  /** @param {number} place */
  const headed = (place) => (isBroad ? { role: "cell", "data-head": /** @type {string} */ (heads[place]) } : {});
  /** @param {string} role */
  const as = (role) => (isBroad ? { role } : {});
  return h(
    "div",
    { class: isBroad ? "scroll broad" : "scroll", tabindex: 0, role: "region", "aria-label": caption },
    h(
      "table",
      as("table"),
      h("caption", { class: "unseen" }, caption),
      h("thead", as("rowgroup"), h("tr", as("row"), ...heads.map((head, place) => h("th", { scope: "col", ...as("columnheader"), ...look(place) }, head)))),
      h("tbody", as("rowgroup"), ...rows.map((row) => h("tr", as("row"), ...row.map((cell, place) => h("td", { ...look(place), ...headed(place) }, cell))))),
    ),
  );
}
