/**
 * A text as long as a book is cut into leaves. A leaf is made when it comes near the window or is led to, and keeps its
 * place until then: nodes and time go with what is read, not with what was pasted.
 */

import { node } from './node.js';

/** @typedef {import('./article.js').Placed} Placed */

/** A few screens. */
const LEAF_BLOCKS = 50;
/** How near, in heights of the window and of the pane that scrolls. */
const NEAR = { rootMargin: '100%', scrollMargin: '100%' };
/** What a leaf will take, by its characters: so many stand in a line, a line takes so much, and a block adds some. */
const LINE_CHARACTERS = 28;
const LINE_EM = 1.85;
const BLOCK_EM = 0.75;

/** What fills a leaf that is still empty. @type {WeakMap<Element, () => void>} */
const FILLERS = new WeakMap();
/** @type {IntersectionObserver | null} */
let observer = null;

/**
 * @param {Placed[]} blocks
 * @param {(blocks: Placed[]) => Node[]} views
 * @returns {HTMLElement[]}
 */
export function leaves(blocks, views) {
  observer ??= new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) openLeaf(target);
  }, NEAR);
  const all = [];
  for (let from = 0; from < blocks.length; from += LEAF_BLOCKS) {
    const held = blocks.slice(from, from + LEAF_BLOCKS);
    const leaf = node('div', { class: 'leaf', 'data-from': held[0].block.start });
    leaf.style.minBlockSize = `${Math.round(height(held))}em`;
    FILLERS.set(leaf, () => leaf.append(...views(held)));
    observer.observe(leaf);
    all.push(leaf);
  }
  return all;
}

/** Leaves that go to paper, some thousand pages; what is left of a longer text is said. */
const MOST_PRINTED = 400;

/**
 * Makes the leaves that are printed, and has the reader of the paper know where it ends.
 *
 * @param {ShadowRoot} root
 * @param {string} note That the text goes on.
 */
export function openForPrint(root, note) {
  root.querySelector('.unprinted')?.remove();
  const all = [...root.querySelectorAll('.article .leaf')];
  all.slice(0, MOST_PRINTED).forEach(openLeaf);
  if (all.length > MOST_PRINTED) all[MOST_PRINTED - 1].after(node('p', { class: 'unprinted' }, note));
}

/** @param {Placed[]} blocks */
function height(blocks) {
  return blocks.reduce((sum, { block }) => sum + Math.ceil((block.end - block.start) / LINE_CHARACTERS) * LINE_EM + BLOCK_EM, 0);
}

/** Makes a leaf, once. @param {Element | null | undefined} leaf */
export function openLeaf(leaf) {
  const fill = leaf && FILLERS.get(leaf);
  if (!fill) return;
  FILLERS.delete(leaf);
  observer?.unobserve(leaf);
  /** @type {HTMLElement} */ (leaf).style.minBlockSize = '';
  fill();
}

/**
 * Makes the leaf in which an offset stands, so that its marks can be found. Nothing happens in a text without leaves.
 *
 * @param {ShadowRoot} root
 * @param {number} offset
 */
export function openLeafAt(root, offset) {
  const all = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('.article .leaf'));
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(all[middle].dataset.from) <= offset) low = middle + 1;
    else high = middle;
  }
  openLeaf(all[low - 1]);
}

/**
 * Makes the leaves before and after the one in which an element stands.
 *
 * @param {ShadowRoot} root
 * @param {Element} element
 */
export function openNeighbours(root, element) {
  const leaf = element.closest('.leaf');
  if (!leaf) return;
  const all = [...root.querySelectorAll('.article .leaf')];
  const at = all.indexOf(leaf);
  openLeaf(all[at - 1]);
  openLeaf(all[at + 1]);
}
