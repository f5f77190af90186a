/** Attributes of the element that are numbers, and properties that were set before there was an element. */

/** Most and least of what attributes may ask, see Options. */
const LIMITS = {
  sentences: { least: 1, most: 20, initial: 3 },
  keywords: { least: 0, most: 50, initial: 10 },
  characters: { least: 20, most: 5000, initial: null },
};

/**
 * @template {keyof typeof LIMITS} Name
 * @param {Element} element
 * @param {Name} name
 * @returns {number | (typeof LIMITS)[Name]['initial']} What counts where the attribute is no whole number within its limits.
 */
export function countAttribute(element, name) {
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
