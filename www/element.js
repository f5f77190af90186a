/** `<yao-dian>`: shows the digest of its article, which is its light DOM, a property, or a part of its page. */

import { upgradeProperty } from './element/attributes.js';
import { enter, FieldElement } from './element/field.js';
import { HostHighlight } from './element/highlight.js';
import { LiveRegion } from './element/live.js';
import { languageAround } from './element/place.js';
import { markdownOf, Reading } from './element/reading.js';
import { register } from './element/registration.js';
import { articleText, textFragment } from './element/source.js';
import { waitingView } from './element/waiting.js';
import { acceptText, VERSION } from './pkg/runtime.js';
import { styleSheet } from './style/sheet.js';
import { digestView } from './view/digest.js';
import { reworded } from './view/language.js';
import { openForPrint } from './view/leaves.js';
import { Linking } from './view/linking.js';
import { node } from './view/node.js';
import { Stage } from './view/stage.js';
import { emptyView, errorView } from './view/states.js';
import { Tip } from './view/tip.js';

/**
 * @typedef {import('./digest.js').Digest} Digest
 * @typedef {import('./element/reading.js').Mark} Mark
 * @typedef {import('./element/reading.js').Source} Source
 */

/** An element this far from the window begins to read. */
const NEAR = '300px';
const UPGRADED = /** @type {const} */ (['text', 'html', 'marks', 'sentences', 'characters', 'keywords', 'srcSelector', 'loading', 'name', 'required', 'strings']);

/**
 * @fires analysis-start detail `{ length }`, the UTF-16 units about to be read
 * @fires analysis detail: the Digest
 * @fires analysis-error detail `{ code, message }`
 * @fires span-activate detail `{ item, start, fragment }`: an item's place is shown; the fragment leads to it in a page that has the text
 * @fires marks-change detail: the marks, after the reader said what a paragraph is
 * @fires export cancelable, detail `{ kind, text }`: something is about to be taken away
 */
export class YaoDianElement extends FieldElement {
  /** Of the package; a second copy of another version under the same tag says so. */
  static version = VERSION;

  /** What was given as a property, which stands before the page's own text. @type {Source | null} */
  #given = null;
  /** @type {Mark[]} */
  #marks = [];
  /** Words of the interface that the host replaced. @type {Record<string, unknown>} */
  #strings = {};
  /** @type {(import('./element/reading.js').Result & { hosted: boolean }) | null} */
  #result = null;
  #reading = new Reading();
  #scheduled = false;
  /** Whether it has been near the window; before that nothing is fetched. */
  #awake = false;
  /** @type {'reading' | 'tidying'} */
  #mode = 'reading';
  /** @type {Stage} */ #stage;
  #status = new LiveRegion();
  #slot = node('slot', {});
  /** @type {Linking} */ #linking;
  /** @type {Tip} */ #tip;
  #host = new HostHighlight(() => this.#schedule());
  #lightObserver = new MutationObserver(() => this.#given === null && this.#schedule());
  #print = () => openForPrint(/** @type {ShadowRoot} */ (this.shadowRoot), this.#language.unprinted);
  /** @type {IntersectionObserver | null} */ #nearness = null;

  /** Registers the class, see `register`. */
  static define(tag = 'yao-dian', registry = customElements) {
    register(this, tag, registry);
    return this;
  }

  constructor() {
    super();
    const drawn = /** @type {HTMLElement | null} */ (this.shadowRoot?.querySelector('.content') ?? null);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styleSheet(this.ownerDocument)];
    this.#stage = new Stage(root, drawn);
    root.append(this.#slot, this.#status.view);
    this.#tip = new Tip(root);
    this.#linking = new Linking(root, (item, span) => {
      if (this.#result?.hosted) this.#host.show(span);
      this.#emit('span-activate', { item, start: span.start, fragment: textFragment(this.text, span) });
    });
    root.addEventListener('click', (event) => this.#control(/** @type {Element} */ (event.target)));
  }

  connectedCallback() {
    for (const name of UPGRADED) upgradeProperty(this, name);
    this.#enter(false);
    addEventListener('beforeprint', this.#print);
    this.#lightObserver.observe(this, { childList: true, characterData: true, subtree: true });
    if (this.loading === 'eager' || typeof IntersectionObserver === 'undefined') this.#awake = true;
    if (!this.#awake) {
      this.#nearness = new IntersectionObserver((entries) => this.#wake(entries.some((entry) => entry.isIntersecting)), { rootMargin: NEAR });
      this.#nearness.observe(this);
      this.#show();
    }
    this.#schedule();
  }

  /** Moving keeps what is shown. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    removeEventListener('beforeprint', this.#print);
    this.#lightObserver.disconnect();
    this.#nearness?.disconnect();
    this.#host.stop();
    this.#tip.hide();
    this.#status.stop();
    this.#reading.stop();
  }

  /** Another document takes no sheet of the first. */
  adoptedCallback() {
    /** @type {ShadowRoot} */ (this.shadowRoot).adoptedStyleSheets = [styleSheet(this.ownerDocument)];
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected) return;
    if (name === 'lang') this.#show();
    else if (name === 'required' || name === 'name') this.#enter(false);
    else if (name === 'loading') this.#wake(this.loading === 'eager');
    else this.#schedule();
  }

  /** The text that is read; null gives the attribute, then the page's own text its turn. Not reflected. @returns {string} */
  get text() {
    const source = this.#source();
    return source.format === 'html' ? (this.#result?.text ?? '') : source.text;
  }

  set text(text) {
    this.#give(text, 'text');
  }

  /** HTML to read, as copied from a page; it is parsed in the engine and never becomes elements. @returns {string | null} */
  get html() {
    return this.#given?.format === 'html' ? this.#given.text : null;
  }

  set html(html) {
    this.#give(html, 'html');
  }

  /** What the reader says blocks are. @returns {Mark[]} */
  get marks() {
    return this.#marks.map((mark) => ({ ...mark }));
  }

  set marks(marks) {
    this.#marks = (marks ?? []).map(({ block, as }) => ({ block, as }));
    this.#schedule();
  }

  /** Words that replace those of the interface, by their names in the tables of `view/language`. */
  get strings() {
    return { ...this.#strings };
  }

  set strings(strings) {
    this.#strings = { ...strings };
    this.#show();
  }

  /** The digest of the text, or null until it is there. @returns {Digest | null} */
  get digest() {
    return this.#result?.digest ?? null;
  }

  /** The digest as a Markdown document. @returns {Promise<string>} */
  markdown() {
    return markdownOf(this.#source(), this.#wishes(), this.#result?.digest ?? null);
  }

  /** @returns {Source & { hosted: boolean }} */
  #source() {
    if (this.#given) return { ...this.#given, hosted: false };
    const written = this.getAttribute('text');
    if (written !== null) return { text: written, format: 'text', hosted: false };
    if (this.srcSelector) return { text: this.#host.read(this.srcSelector), format: 'text', hosted: true };
    return { text: articleText(this), format: 'text', hosted: false };
  }

  #wishes() {
    return { sentences: this.sentences, characters: this.characters, keywords: this.keywords, marks: this.#marks };
  }

  /** @param {string | null | undefined} text @param {Source['format']} format */
  #give(text, format) {
    const given = text === null || text === undefined ? null : { text: String(text), format };
    if (given?.text === this.#given?.text && given?.format === this.#given?.format) return;
    this.#given = given;
    this.#marks = [];
    this.#schedule();
  }

  /** @param {boolean} near */
  #wake(near) {
    if (!near || this.#awake) return;
    this.#awake = true;
    this.#nearness?.disconnect();
    this.#schedule();
  }

  /** Several changes in a row make one analysis. */
  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (this.isConnected && this.#awake) this.#analyse();
    });
  }

  async #analyse() {
    try {
      const source = this.#source();
      if (acceptText(source.text).trim() === '') return this.#clear();
      if (!this.#result && !this.#stage.isDrawn) this.#stage.show(waitingView(this.#language), this.#language);
      this.#stage.expect(this.#result ? 'digest' : 'nothing', this.#language);
      this.#emit('analysis-start', { length: source.text.length });
      const result = await this.#reading.read(source, this.#wishes());
      if (!result || !this.isConnected) return;
      this.#result = { ...result, hosted: source.hosted };
      this.#enter(false);
      this.#show();
      if (source.hosted) this.#host.highlight(result.digest);
      const { summary, figures, people } = result.digest;
      this.#status.say(this.#language.done(summary.sentences.length, figures.length, people.length));
      this.#emit('analysis', result.digest);
    } catch (error) {
      this.#fail(error);
    }
  }

  #clear() {
    this.#reading.stop();
    this.#result = null;
    this.#enter(false);
    this.#status.say('');
    this.#show();
  }

  /** @param {any} error */
  #fail(error) {
    const detail = { code: String(error?.code ?? 'E_ENGINE_FAILED'), message: String(error?.message ?? error) };
    this.#reading.stop();
    this.#result = null;
    this.#enter(detail.code === 'E_TEXT_LENGTH');
    const given = (this.#given?.format === 'text' && this.#given.text) || (this.getAttribute('text') ?? '');
    this.#stage.show(errorView(detail, given, this.#language), this.#language);
    this.#slot.hidden = false;
    this.#emit('analysis-error', detail);
  }

  get #language() {
    return reworded(languageAround(this), this.#strings);
  }

  /** Tells the form. @param {boolean} refused Whether the text is too long to be read. */
  #enter(refused) {
    const state = this.#given ? this.text : '';
    enter(this, { digest: this.digest, state, refused, language: this.#language, anchor: this.#stage.content });
  }

  #show() {
    this.#slot.hidden = this.#awake || this.#stage.isDrawn;
    if (!this.#awake) return;
    if (!this.#result) return this.#stage.show(emptyView(this.#language), this.#language);
    const { text, digest, hosted } = this.#result;
    this.#stage.show(digestView(text, digest, this.#language, hosted && this.#host.canShow ? 'hosted' : this.#mode), this.#language);
    this.#linking.reset(digest, this.#language);
    this.#tip.describe(digest, this.#language);
  }

  /** @param {Element} target */
  #control(target) {
    const control = /** @type {HTMLElement | null} */ (target.closest('[data-control]'));
    if (!control) return;
    if (control.dataset.control === 'retry') return this.#schedule();
    if (control.dataset.control === 'tidy') {
      this.#mode = this.#mode === 'tidying' ? 'reading' : 'tidying';
      this.#show();
      return;
    }
    const block = Number(control.dataset.block);
    const as = /** @type {Mark['as']} */ (control.dataset.as);
    this.marks = [...this.#marks.filter((mark) => mark.block !== block), { block, as }];
    this.#emit('marks-change', this.marks);
  }

  /** @param {string} type @param {unknown} detail */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
