/** What a figure was read as, shown beside it while it has the pointer or the focus: value, measure, owner, checks. */

import { changed, measured, owned } from './figure-cells.js';
import { node } from './node.js';
import { runningDigest } from './running.js';
import { valueText } from './value.js';

/**
 * @typedef {import('../digest.js').Digest} Digest
 * @typedef {import('../digest.js').Figure} Figure
 * @typedef {import('./language.js').Language} Language
 */

/** A pointer that only passes by shows nothing. */
const PAUSE_MS = 120;
const GAP_PX = 6;

export class Tip {
  #box = node('div', { class: 'tip', part: 'tip', id: 'tip', role: 'tooltip', popover: 'manual' });
  /** @type {Map<string, () => (Node | string)[]>} */
  #contents = new Map();
  /** @type {HTMLElement | null} */
  #owner = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  /** @param {ShadowRoot} root */
  constructor(root) {
    root.append(this.#box);
    root.addEventListener('pointerover', (event) => this.#point(/** @type {Element} */ (event.target), PAUSE_MS));
    root.addEventListener('focusin', (event) => this.#point(/** @type {Element} */ (event.target), 0));
    root.addEventListener('focusout', () => this.hide());
    root.host.addEventListener('pointerleave', () => this.hide());
    root.addEventListener('keydown', (event) => {
      if (/** @type {KeyboardEvent} */ (event).key === 'Escape') this.hide();
    });
  }

  /**
   * @param {Digest} digest
   * @param {Language} language
   */
  describe(digest, language) {
    this.hide();
    this.#contents = new Map(runningDigest(digest).figures.map((figure) => [`figure-${figure.id}`, () => content(figure, digest, language)]));
  }

  hide() {
    clearTimeout(this.#pause);
    this.#owner?.removeAttribute('aria-describedby');
    this.#owner = null;
    if (this.#box.matches(':popover-open')) this.#box.hidePopover();
  }

  /**
   * @param {Element} target
   * @param {number} delay
   */
  #point(target, delay) {
    if (this.#box.contains(target)) return;
    const owner = /** @type {HTMLElement | null} */ (target.closest('.article [data-items*="figure-"], .cards [data-item]'));
    if (owner === this.#owner) return;
    this.hide();
    const key = (owner?.dataset.item ?? owner?.dataset.items ?? '').split(' ').find((one) => this.#contents.has(one));
    if (owner && key) this.#pause = setTimeout(() => this.#show(owner, key), delay);
  }

  /**
   * @param {HTMLElement} owner
   * @param {string} key
   */
  #show(owner, key) {
    if (!owner.isConnected || !this.#box.showPopover) return;
    this.#box.replaceChildren(...(this.#contents.get(key)?.() ?? []));
    this.#box.showPopover();
    this.#owner = owner;
    owner.setAttribute('aria-describedby', 'tip');
    const place = owner.getClientRects()[0] ?? owner.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#box;
    const below = place.bottom + GAP_PX + height <= innerHeight;
    this.#box.style.left = `${Math.max(GAP_PX, Math.min(place.left, document.documentElement.clientWidth - width - GAP_PX))}px`;
    this.#box.style.top = `${below ? place.bottom + GAP_PX : Math.max(GAP_PX, place.top - GAP_PX - height)}px`;
  }
}

/**
 * @param {Figure} figure
 * @param {Digest} digest
 * @param {Language} language
 */
function content(figure, digest, language) {
  const rows = [
    [language.normalized, valueText(figure, language) + (figure.repaired ? ` · ${language.repaired}` : '')],
    [language.measures, measured(figure, digest, language)],
    [language.whose, owned(figure, digest, language)],
    [language.figureColumns[5], changed(figure, language)],
    ...digest.checks
      .filter((check) => check.figures.includes(figure.id))
      .map((check) => [check.holds ? language.holds : language.broken, check.arithmetic]),
  ];
  return rows.filter(([, words]) => words).map(([name, words]) => node('p', {}, node('span', { class: 'tip-name' }, name), ' ', words));
}
