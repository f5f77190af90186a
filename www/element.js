/** `<yao-dian>`: shows the digest of its article, which is its light DOM or its `text` property. */

import { sharedEngine } from './engine.js';
import { acceptText } from './input.js';
import { articleText } from './source.js';
import { styleSheet } from './style.js';
import { digestView } from './view/digest.js';
import { language } from './view/language.js';
import { Linking } from './view/linking.js';
import { node } from './view/node.js';
import { emptyView, errorView, loadingView } from './view/states.js';

/** @typedef {import('./digest.js').Digest} Digest */

// Importing on a server must not fail: there is nothing to extend, and nothing will be made.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** Most sentences and keywords the engine gives, see Options. */
const LIMITS = { sentences: { least: 1, most: 20, initial: 3 }, keywords: { least: 0, most: 50, initial: 10 } };

/**
 * @fires analysis-start detail `{ length }`, the UTF-16 units about to be read
 * @fires analysis detail: the Digest
 * @fires analysis-error detail `{ code, message }`
 */
export class YaoDianElement extends Base {
  static observedAttributes = ['sentences', 'keywords', 'lang'];

  /** The text given as a property, which stands before the light DOM. @type {string | null} */
  #text = null;
  /** What was read last, with the text it was read from. @type {{ text: string, digest: Digest } | null} */
  #result = null;
  /** @type {AbortController | null} */
  #running = null;
  #scheduled = false;
  #content = node('div', { class: 'content', part: 'content' });
  #status = node('p', { class: 'status', role: 'status' });
  /** Says that what is shown belongs to an earlier text. */
  #stale = node('p', { class: 'stale', part: 'stale', hidden: true });
  #slot = node('slot', {});
  /** @type {Linking} */
  #linking;
  #observer = new MutationObserver(() => this.#lightChanged());

  /**
   * Registers the class; a second time is no error.
   *
   * @param {string} tag
   * @param {CustomElementRegistry} registry
   */
  static define(tag = 'yao-dian', registry = customElements) {
    if (!registry.get(tag)) registry.define(tag, this);
    return this;
  }

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styleSheet()];
    root.append(this.#stale, this.#content, this.#slot, this.#status);
    this.#linking = new Linking(root);
  }

  connectedCallback() {
    this.#upgrade('text');
    this.#upgrade('sentences');
    this.#upgrade('keywords');
    this.#observer.observe(this, { childList: true, characterData: true, subtree: true });
    this.#schedule();
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    this.#running?.abort();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected) return;
    if (name === 'lang') this.#show();
    else this.#schedule();
  }

  /** The text to read; null gives the light DOM back its turn. @returns {string} */
  get text() {
    return this.#text ?? articleText(this);
  }

  set text(text) {
    const given = text === null || text === undefined ? null : String(text);
    if (given === this.#text) return;
    this.#text = given;
    this.#schedule();
  }

  /** Sentences of the summary: a count from 1 to 20, or a share between 0 and 1. Other values count as 3. */
  get sentences() {
    const value = Number(this.getAttribute('sentences') ?? NaN);
    return value > 0 && value < 1 ? value : this.#count('sentences', value);
  }

  set sentences(value) {
    this.setAttribute('sentences', String(value));
  }

  /** Most keywords, from 0 to 50. Other values count as 10. */
  get keywords() {
    return this.#count('keywords', Number(this.getAttribute('keywords') ?? NaN));
  }

  set keywords(value) {
    this.setAttribute('keywords', String(value));
  }

  /** The digest of the text, or null until it is there. @returns {Digest | null} */
  get digest() {
    return this.#result?.digest ?? null;
  }

  /** The digest as a Markdown document. @returns {Promise<string>} */
  async markdown() {
    return sharedEngine().run('markdown', acceptText(this.text), this.#options());
  }

  #options() {
    return { sentences: this.sentences, keywords: this.keywords };
  }

  /**
   * @param {'sentences' | 'keywords'} name
   * @param {number} value
   */
  #count(name, value) {
    const { least, most, initial } = LIMITS[name];
    return Number.isInteger(value) && value >= least && value <= most ? value : initial;
  }

  /**
   * A property set before the element was defined hides the accessor: gives it to the accessor.
   *
   * @param {'text' | 'sentences' | 'keywords'} name
   */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const self = /** @type {any} */ (this);
    const value = self[name];
    delete self[name];
    self[name] = value;
  }

  #lightChanged() {
    if (this.#text === null) this.#schedule();
  }

  /** Several changes in a row make one analysis. */
  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (this.isConnected) this.#analyse();
    });
  }

  async #analyse() {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    try {
      const text = acceptText(this.text);
      if (text.trim() === '') return this.#clear();
      if (!this.#result) this.#replace(loadingView(this.#language));
      this.#content.setAttribute('aria-busy', 'true');
      this.#stale.textContent = this.#language.stale;
      this.#stale.hidden = !this.#result;
      this.#emit('analysis-start', { length: text.length });
      const digest = await sharedEngine().run('digest', text, this.#options(), running.signal);
      this.#result = { text, digest };
      this.#show();
      this.#status.textContent = this.#language.done(digest.summary.sentences.length, digest.figures.length, digest.people.length);
      this.#emit('analysis', digest);
    } catch (error) {
      if (!running.signal.aborted) this.#fail(error);
    }
  }

  #clear() {
    this.#result = null;
    this.#status.textContent = '';
    this.#show();
  }

  /** @param {any} error */
  #fail(error) {
    const detail = { code: String(error?.code ?? 'E_ENGINE_FAILED'), message: String(error?.message ?? error) };
    this.#result = null;
    this.#replace(errorView(detail, this.#language));
    this.#slot.hidden = false;
    this.#emit('analysis-error', detail);
  }

  get #language() {
    return language(this.closest('[lang]')?.getAttribute('lang'));
  }

  #show() {
    this.#slot.hidden = true;
    if (!this.#result) return this.#replace(emptyView(this.#language));
    const { text, digest } = this.#result;
    this.#replace(digestView(text, digest, this.#language));
    this.#linking.reset();
  }

  /**
   * Puts a view in place of the last one; what the reader unfolded stays unfolded.
   *
   * @param {Node} view
   */
  #replace(view) {
    const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (this.#content.querySelectorAll('details[open]'));
    const open = [...folds].map((fold) => fold.dataset.fold);
    this.#content.replaceChildren(view);
    for (const name of open) {
      const fold = /** @type {HTMLDetailsElement | null} */ (this.#content.querySelector(`details[data-fold="${name}"]`));
      if (fold) fold.open = true;
    }
    this.#content.removeAttribute('aria-busy');
    this.#stale.hidden = true;
    this.#content.setAttribute('lang', this.#language.locale);
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
