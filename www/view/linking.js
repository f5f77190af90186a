/**
 * Leads from an item to its places in the article, one after the other, and from a marked place back to its item.
 *
 * Items carry `data-item`; marked stretches carry the keys of their items in `data-items`, the first stretch of each
 * mention also in `data-starts`.
 */

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

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.#root = root;
    root.addEventListener('click', (event) => this.#click(/** @type {MouseEvent} */ (event)));
    root.addEventListener('keydown', (event) => this.#press(/** @type {KeyboardEvent} */ (event)));
  }

  /** A new digest has new keys: forgets where the reader was, and makes the first mark reachable by Tab. */
  reset() {
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
    const mark = /** @type {HTMLElement | null} */ (target.closest('.article [data-items]'));
    // A reader who selects text does not ask to be taken away from it.
    if (mark && getSelection()?.isCollapsed !== false) this.#toItem(mark);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const mark = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('.article [data-starts]'));
    if (!mark) return;
    const steps = new Map([['ArrowRight', 1], ['ArrowLeft', -1]]);
    const step = steps.get(event.key);
    if (step !== undefined) this.#toNeighbour(mark, step);
    else if (event.key === 'Enter') this.#toItem(mark);
    else if (event.key === 'Escape') this.#toOrigin();
    else return;
    event.preventDefault();
  }

  /** @param {HTMLElement} item */
  #toPlace(item) {
    const key = item.dataset.item ?? '';
    const starts = [...this.#root.querySelectorAll(`.article [data-starts~="${key}"]`)];
    if (starts.length === 0) return;
    this.#step = this.#key === key ? (this.#step + 1) % starts.length : 0;
    this.#key = key;
    this.#origin = item;
    const start = /** @type {HTMLElement} */ (starts[this.#step]);
    this.#point(start, [...this.#root.querySelectorAll(`.article [data-items~="${key}"]`)]);
    const back = /** @type {HTMLElement | null} */ (this.#root.querySelector('.return'));
    if (back) back.hidden = false;
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
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  }
}
