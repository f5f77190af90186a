/** Makes DOM nodes. Text becomes text nodes and nothing else; attributes that run or style are refused. */

/** @typedef {Node | string | null | undefined | false} Child */

/** What makes the nodes: the page's document or, on a server, one that is written as HTML. @type {any} */
let maker = globalThis.document;

/** @param {object} other Of the shape of `server/document.js`. */
export function makeWith(other) {
  maker = other;
}

/** @param {string} text @returns {Text} */
export function textNode(text) {
  return maker.createTextNode(text);
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes] True is written as '', false and
 *   null are left out.
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function node(tag, attributes = {}, ...children) {
  const element = maker.createElement(tag);
  setAttributes(element, attributes);
  element.append(...present(children));
  return element;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function svgNode(tag, attributes = {}, ...children) {
  const element = /** @type {SVGElement} */ (maker.createElementNS('http://www.w3.org/2000/svg', tag));
  setAttributes(element, attributes);
  element.append(...present(children));
  return element;
}

/**
 * A titled part of the digest: a region with its own heading.
 *
 * @param {string} name The part's name, for `::part()` and as a class.
 * @param {string} title
 * @param {...Child} children
 */
export function section(name, title, ...children) {
  const heading = node('h3', { id: `heading-${name}`, class: 'heading', part: 'heading' }, title);
  return node('section', { class: name, part: name, 'aria-labelledby': heading.id }, heading, ...children);
}

/**
 * A control that leads to the places of an item in the article.
 *
 * @param {string} key The item's key, see `places`.
 * @param {string} className
 * @param {...Child} children
 */
export function itemButton(key, className, ...children) {
  return node('button', { type: 'button', class: `item ${className}`, 'data-item': key }, ...children);
}

/**
 * @param {Element} element
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (/^(on|style$|srcdoc$|href$|src$)/i.test(name)) throw new TypeError(`attribute ${name} is not set here`);
    if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
}

/**
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
function present(children) {
  return /** @type {(Node | string)[]} */ (
    children.filter((child) => child !== null && child !== undefined && child !== false)
  );
}
