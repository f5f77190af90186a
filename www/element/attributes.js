/** The attributes of the element and the properties that reflect them. */

// Importing on a server must not fail: there is nothing to extend, and nothing will be made.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** Most and least of what attributes may ask, see Options. */
const LIMITS = {
  sentences: { least: 1, most: 20, initial: 3 },
  keywords: { least: 0, most: 50, initial: 10 },
  characters: { least: 20, most: 5000, initial: null },
};

export class ReflectingElement extends Base {
  static observedAttributes = ['text', 'sentences', 'characters', 'keywords', 'src-selector', 'loading', 'lang', 'name', 'required'];

  /** Sentences of the summary: a count from 1 to 20, or a share between 0 and 1. Other values count as 3. */
  get sentences() {
    const value = Number(this.getAttribute('sentences') ?? NaN);
    return value > 0 && value < 1 ? value : countAttribute(this, 'sentences');
  }

  set sentences(value) {
    this.setAttribute('sentences', String(value));
  }

  /** Characters of the summary, from 20 to 5000, which stand before `sentences`. Other values count as none. */
  get characters() {
    return countAttribute(this, 'characters');
  }

  set characters(value) {
    if (value === null || value === undefined) this.removeAttribute('characters');
    else this.setAttribute('characters', String(value));
  }

  /** Most keywords, from 0 to 50. Other values count as 10. */
  get keywords() {
    return countAttribute(this, 'keywords');
  }

  set keywords(value) {
    this.setAttribute('keywords', String(value));
  }

  /** Selects the part of the host page that is read and highlighted in place, or ''. */
  get srcSelector() {
    return this.getAttribute('src-selector') ?? '';
  }

  set srcSelector(value) {
    this.setAttribute('src-selector', value);
  }

  /** 'eager' reads at once, 'lazy' when near the window. */
  get loading() {
    return this.getAttribute('loading') === 'eager' ? 'eager' : 'lazy';
  }

  set loading(value) {
    this.setAttribute('loading', value);
  }

  /** Its name in a form, or ''. */
  get name() {
    return this.getAttribute('name') ?? '';
  }

  set name(value) {
    this.setAttribute('name', value);
  }

  /** Whether its form needs a digest. */
  get required() {
    return this.hasAttribute('required');
  }

  set required(value) {
    this.toggleAttribute('required', Boolean(value));
  }
}

/**
 * @template {keyof typeof LIMITS} Name
 * @param {Element} element
 * @param {Name} name
 * @returns {number | (typeof LIMITS)[Name]['initial']} What counts where the attribute is no whole number within its limits.
 */
function countAttribute(element, name) {
  const { least, most, initial } = LIMITS[name];
  const value = Number(element.getAttribute(name) ?? NaN);
  return Number.isInteger(value) && value >= least && value <= most ? value : initial;
}

/**
 * A property set before the element was defined hides the accessor: gives it to the accessor.
 *
 * @param {any} element
 * @param {string} name
 */
export function upgradeProperty(element, name) {
  if (!Object.hasOwn(element, name)) return;
  const value = element[name];
  delete element[name];
  element[name] = value;
}
