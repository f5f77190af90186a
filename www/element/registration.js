/** A tag and its class: the first stays, whatever is loaded later. */

/**
 * Registers the class; a second time is no error, and another version under the same tag a warning.
 *
 * @param {CustomElementConstructor & { version: string }} type
 * @param {string} tag
 * @param {CustomElementRegistry} registry
 */
export function register(type, tag, registry) {
  const first = /** @type {any} */ (registry.get(tag));
  if (!first) registry.define(tag, type);
  else if (first.version !== type.version) {
    console.warn(`yaodian: <${tag}> is version ${first.version ?? 'unknown'} already, version ${type.version} is not registered`);
  }
}
