/** Brings an element into view: within the pane that scrolls it, and the pane within the window. */

/**
 * @param {HTMLElement} element
 * @param {'center' | 'start'} block Where in the pane or the window it comes to stand.
 */
export function bring(element, block) {
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  const pane = scrollPane(element);
  if (!pane) return element.scrollIntoView({ block, behavior });
  const [outer, inner] = [pane.getBoundingClientRect(), element.getClientRects()[0] ?? element.getBoundingClientRect()];
  const room = block === 'center' ? (outer.height - inner.height) / 2 : 0;
  pane.scrollBy({ top: inner.top - outer.top - room, behavior });
  if (outer.top < 0 || outer.bottom > innerHeight) pane.scrollIntoView({ block: 'nearest', behavior });
}

/**
 * @param {HTMLElement} element
 * @returns {HTMLElement | null} The text of the article where it has a height of its own.
 */
function scrollPane(element) {
  const pane = /** @type {HTMLElement | null} */ (element.closest('.text'));
  return pane && pane.scrollHeight > pane.clientHeight + 1 ? pane : null;
}
