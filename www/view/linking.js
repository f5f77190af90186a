/**
 * Leads from an item to its places in the article, one after the other, and from a marked place back to its item.
 *
 * Items carry `data-item`; marked stretches carry the keys of their items in `data-items`, the first stretch of each
 * mention also in `data-starts`.
 */

import { openLeafAt, openNeighbours } from './leaves.js';
import { places } from './place.js';
import { bring } from './scroll.js';

/** @typedef {import('../digest.js').Digest} Digest */
/** @typedef {import('../digest.js').Span} Span */
/** @typedef {import('./language.js').Language} Language */

/** @param {Element | null | undefined} element */
function reveal(element) {
  for (let fold = element?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
}

export class Linking {
  /** @type {ShadowRoot} */
  #root;
  /** The control last used, to return to. @type {HTMLElement | null} */
  #origin = null;
  /** Which mention of the last item is shown. */
  #step = 0;
  #key = '';
  /** @type {Language | null} */
  #language = null;
  /** The mentions of an item, by its key. @type {Map<string, Span[]>} */
  #mentions = new Map();
  /** @type {(item: string, span: Span) => void} */
  #activated;

  /**
   * @param {ShadowRoot} root
   * @param {(item: string, span: Span) => void} activated Told of every item whose place is shown.
   */
  constructor(root, activated) {
    this.#root = root;
    this.#activated = activated;
    root.addEventListener('click', (event) => this.#click(/** @type {MouseEvent} */ (event)));
    root.addEventListener('keydown', (event) => this.#press(/** @type {KeyboardEvent} */ (event)));
  }

  /**
   * A new digest has new keys: forgets where the reader was, and makes the first mark reachable by Tab.
   *
   * @param {Digest} digest
   * @param {Language} language
   */
  reset(digest, language) {
    this.#language = language;
    this.#mentions = mentionsByKey(digest);
    this.#origin = null;
    this.#key = '';
    this.#root.querySelector('.article [data-starts]')?.setAttribute('tabindex', '0');
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    const item = /** @type {HTMLElement | null} */ (target.closest('[data-item]'));
    if (item) return this.#toPlace(item);
    if (target.closest('.return')) return this.#toOrigin();
    const jump = /** @type {HTMLElement | null} */ (target.closest('[data-jump]'));
    if (jump) return this.#toPart(jump.dataset.jump ?? '');
    const mark = /** @type {HTMLElement | null} */ (target.closest('.article [data-items]'));
    // A reader who selects text does not ask to be taken away from it.
    if (mark && getSelection()?.isCollapsed !== false) this.#toItem(mark);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    // A key held down brought the reader here, and would take them back at once.
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || (event.repeat && event.key === 'Enter')) return;
    const mark = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('.article [data-starts]'));
    if (!mark) return;
    const steps = new Map([['ArrowRight', 1], ['ArrowLeft', -1]]);
    const mentions = new Map([['ArrowDown', 1], ['ArrowUp', -1]]);
    const step = steps.get(event.key);
    const mention = mentions.get(event.key);
    if (step !== undefined) this.#toNeighbour(mark, step);
    else if (mention !== undefined) this.#toMention(mark, mention);
    else if (event.key === 'Enter') this.#toItem(mark);
    else if (event.key === 'Escape') this.#toOrigin();
    else return;
    event.preventDefault();
  }

  /** @param {HTMLElement} item */
  #toPlace(item) {
    const key = item.dataset.item ?? '';
    this.#origin = item;
    this.#show(key, this.#key === key ? this.#step + 1 : 0);
  }

  /**
   * The next or the previous mention of the item that led here, or of the strongest that begins here.
   *
   * @param {HTMLElement} mark
   * @param {number} step
   */
  #toMention(mark, step) {
    const keys = (mark.dataset.starts ?? '').split(' ');
    const key = keys.includes(this.#key) ? this.#key : keys[0];
    this.#show(key, (this.#mentions.get(key) ?? []).findLastIndex(({ start }) => start <= Number(mark.dataset.at)) + step);
  }

  /**
   * @param {string} key
   * @param {number} index Of the mention; it goes round.
   */
  #show(key, index) {
    const mentions = this.#mentions.get(key) ?? [];
    const step = (index + mentions.length) % mentions.length;
    const span = mentions[step];
    if (!span) return;
    this.#step = step;
    this.#key = key;
    const mark = this.#markAt(key, span.start);
    // Where the article stands in the page around, that page shows the place.
    if (!mark) return this.#activated(key, span);
    this.#point(mark, [...this.#root.querySelectorAll(`.article [data-items~="${key}"]`)]);
    const back = /** @type {HTMLElement | null} */ (this.#root.querySelector('.return'));
    if (back && this.#language) {
      back.hidden = false;
      const where = mentions.length > 1 ? `${this.#language.mentionsOf(this.#step + 1, mentions.length)} · ` : '';
      back.textContent = where + this.#language.goBack;
    }
    this.#activated(key, { start: Number(mark.dataset.at), end: span.end });
  }

  /**
   * The mark with which a mention begins: a sentence that goes on in another block begins there once more.
   *
   * @param {string} key
   * @param {number} offset
   */
  #markAt(key, offset) {
    openLeafAt(this.#root, offset);
    const marks = /** @type {HTMLElement[]} */ ([...this.#root.querySelectorAll(`.article [data-starts~="${key}"]`)]);
    const found = marks.find((mark) => Number(mark.dataset.at) >= offset) ?? marks.at(-1);
    // What stands beside it is there before it is scrolled to, so that it stays where it comes to stand.
    if (found) openNeighbours(this.#root, found);
    return found;
  }

  /** @param {string} name */
  #toPart(name) {
    const heading = /** @type {HTMLElement | null} */ (this.#root.querySelector(`section.${name} > .heading`));
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
    if (heading) bring(heading, 'start');
  }

  /** @param {HTMLElement} mark */
  #toItem(mark) {
    const keys = (mark.dataset.items ?? '').split(' ');
    const sentence = mark.parentElement?.closest('[data-items]')?.getAttribute('data-items');
    for (const key of [this.#key, ...keys, sentence]) {
      if (!key || (key === this.#key && !keys.includes(key) && key !== sentence)) continue;
      const origin = this.#origin?.isConnected && this.#origin.dataset.item === key ? this.#origin : null;
      const item = origin ?? /** @type {HTMLElement | null} */ (this.#root.querySelector(`[data-item="${key}"]`));
      if (item) return this.#arrive(item);
    }
  }

  #toOrigin() {
    if (this.#origin?.isConnected) this.#arrive(this.#origin);
  }

  /** @param {HTMLElement} item */
  #arrive(item) {
    this.#point(item, []);
    this.#key = '';
    const back = /** @type {HTMLElement | null} */ (this.#root.querySelector('.return'));
    if (back) back.hidden = true;
  }

  /**
   * @param {HTMLElement} mark
   * @param {number} step
   */
  #toNeighbour(mark, step) {
    openNeighbours(this.#root, mark);
    const marks = /** @type {HTMLElement[]} */ ([...this.#root.querySelectorAll('.article [data-starts]')]);
    const next = marks[marks.indexOf(mark) + step];
    if (next) this.#point(next, []);
  }

  /**
   * Scrolls to one element, focuses and flashes it, and shows its companions.
   *
   * @param {HTMLElement} element
   * @param {Element[]} companions
   */
  #point(element, companions) {
    for (const old of this.#root.querySelectorAll('[data-current], [data-companion]')) {
      old.removeAttribute('data-current');
      old.removeAttribute('data-companion');
    }
    reveal(element);
    for (const companion of companions) companion.setAttribute('data-companion', '');
    element.setAttribute('data-current', '');
    if (element.hasAttribute('data-starts')) {
      this.#root.querySelector('.article [tabindex="0"]')?.setAttribute('tabindex', '-1');
      element.setAttribute('tabindex', '0');
    }
    element.focus({ preventScroll: true });
    bring(element, 'center');
  }
}

/**
 * @param {Digest} digest
 * @returns {Map<string, Span[]>}
 */
function mentionsByKey(digest) {
  const mentions = new Map(digest.summary.sentences.map((index) => [`sentence-${index}`, [/** @type {Span} */ (digest.sentences[index])]]));
  for (const { key, start, end } of places(digest)) {
    const before = mentions.get(key);
    if (before) before.push({ start, end });
    else mentions.set(key, [{ start, end }]);
  }
  return mentions;
}
