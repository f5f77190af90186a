/** As much of a document as the views need to be written as HTML: elements, attributes, text. Nothing listens, nothing is laid out. */

import { escapeHtml } from '../view/markup.js';

const VOID = new Set(['input', 'br']);

class ServerText {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  toString() {
    return escapeHtml(this.text);
  }
}

export class ServerElement {
  /** @type {ServerElement | null} */
  #parent = null;
  /** @type {Map<string, string>} */
  #attributes = new Map();
  /** @type {(ServerElement | ServerText)[]} */
  #children = [];

  /** @param {string} tag */
  constructor(tag) {
    this.tag = tag;
  }

  get id() {
    return this.getAttribute('id') ?? '';
  }

  /** @param {string} title */
  set title(title) {
    this.setAttribute('title', title);
  }

  /** @returns {ServerElement | null} */
  get firstElementChild() {
    return this.#children.find((child) => child instanceof ServerElement) ?? null;
  }

  /** @param {string} name */
  getAttribute(name) {
    return this.#attributes.get(name) ?? null;
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  setAttribute(name, value) {
    this.#attributes.set(name, value);
  }

  addEventListener() {}

  /** @param {...(ServerElement | ServerText | string)} children */
  append(...children) {
    this.#insert(this.#children.length, children);
  }

  /** @param {...(ServerElement | ServerText | string)} siblings */
  after(...siblings) {
    const parent = this.#parent;
    if (parent) parent.#insert(parent.#children.indexOf(this) + 1, siblings);
  }

  /**
   * @param {string} selector `.class` or `tag.class`, which is all that the views ask for.
   * @returns {ServerElement | null} The first in the order of the document.
   */
  querySelector(selector) {
    const [, tag, className] = /^(\w*)\.(\w+)$/.exec(selector) ?? [];
    const waiting = this.#elements().reverse();
    for (let element = waiting.pop(); className && element; element = waiting.pop()) {
      const classes = (element.getAttribute('class') ?? '').split(' ');
      if (classes.includes(className) && (tag === '' || element.tag === tag)) return element;
      waiting.push(...element.#elements().reverse());
    }
    return null;
  }

  /** @returns {string} */
  toString() {
    const attributes = [...this.#attributes].map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('');
    const opening = `<${this.tag}${attributes}>`;
    return VOID.has(this.tag) ? opening : `${opening}${this.#children.join('')}</${this.tag}>`;
  }

  #elements() {
    return this.#children.filter((child) => child instanceof ServerElement);
  }

  /**
   * @param {number} at
   * @param {(ServerElement | ServerText | string)[]} nodes
   */
  #insert(at, nodes) {
    const made = nodes.map((one) => (typeof one === 'string' ? new ServerText(one) : one));
    for (const one of made) if (one instanceof ServerElement) one.#parent = this;
    this.#children.splice(at, 0, ...made);
  }
}

export const serverDocument = {
  createElement: (/** @type {string} */ tag) => new ServerElement(tag),
  createElementNS: (/** @type {string} */ _, /** @type {string} */ tag) => new ServerElement(tag),
  createTextNode: (/** @type {string} */ text) => new ServerText(text),
};
