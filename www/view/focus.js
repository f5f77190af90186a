/** Keeps the focus when a view is replaced by its successor: it goes to the control of the same name. */

/** What names a control within a view, the most telling first. */
const NAMES = ['data-control', 'data-field', 'data-item', 'data-starts', 'data-jump'];

/**
 * @param {ShadowRoot} root
 * @returns {string | null} A selector of the control that has the focus, null if there is none to keep.
 */
export function focusKey(root) {
  const active = root.activeElement;
  const name = NAMES.find((attribute) => active?.hasAttribute(attribute));
  return active && name ? `[${name}="${CSS.escape(active.getAttribute(name) ?? '')}"]` : null;
}

/**
 * @param {ShadowRoot} root
 * @param {string | null} key
 */
export function restoreFocus(root, key) {
  if (!key) return;
  /** @type {HTMLElement | null} */ (root.querySelector(key))?.focus({ preventScroll: true });
}
