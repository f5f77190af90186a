/** The element as a field of a form: its value is the digest as JSON; what is restored later is the text. */

import { ReflectingElement } from './attributes.js';

/**
 * @typedef {object} Entry
 * @property {import('../digest.js').Digest | null} digest
 * @property {string} state What `formStateRestoreCallback` is given back.
 * @property {boolean} refused Whether the text is too long to be read.
 * @property {import('../view/language.js').Language} language
 * @property {HTMLElement} anchor Where the browser says what is wrong.
 */

/** @type {WeakMap<Element, ElementInternals>} */
const INTERNALS = new WeakMap();

export class FieldElement extends ReflectingElement {
  static formAssociated = true;

  constructor() {
    super();
    INTERNALS.set(this, this.attachInternals());
  }

  /** The form it belongs to, or null. */
  get form() {
    return internals(this).form;
  }

  /** Its labels. */
  get labels() {
    return internals(this).labels;
  }

  /** What is wrong with it as a field: `valueMissing` without a digest where one is required, `tooLong`. */
  get validity() {
    return internals(this).validity;
  }

  /** The same in words, '' for nothing. */
  get validationMessage() {
    return internals(this).validationMessage;
  }

  /** Whether it is checked when its form is submitted. */
  get willValidate() {
    return internals(this).willValidate;
  }

  /** Its form was reset: the page's own text has its turn again. */
  formResetCallback() {
    Object.assign(this, { text: null, marks: [] });
  }

  /** @param {boolean} disabled By itself or a fieldset: it can be seen, not used. */
  formDisabledCallback(disabled) {
    this.shadowRoot?.querySelector('.content')?.toggleAttribute('inert', disabled);
  }

  /** @param {unknown} state The text, as the browser kept it over a navigation. */
  formStateRestoreCallback(state) {
    if (typeof state === 'string' && state !== '') Object.assign(this, { text: state });
  }

  checkValidity() {
    return internals(this).checkValidity();
  }

  reportValidity() {
    return internals(this).reportValidity();
  }
}

/**
 * Tells the form what the field holds; a field without a name is not submitted and costs nothing.
 *
 * @param {FieldElement} field
 * @param {Entry} entry
 */
export function enter(field, { digest, state, refused, language, anchor }) {
  internals(field).setFormValue(digest && field.name !== '' ? JSON.stringify(digest) : null, state);
  const missing = field.required && !digest;
  // The browser shows a message only at what can have the focus.
  if (refused || missing) anchor.setAttribute('tabindex', '-1');
  else anchor.removeAttribute('tabindex');
  if (refused) internals(field).setValidity({ tooLong: true }, language.errors.E_TEXT_LENGTH, anchor);
  else if (missing) internals(field).setValidity({ valueMissing: true }, language.required, anchor);
  else internals(field).setValidity({});
}

/** @param {Element} field */
function internals(field) {
  return /** @type {ElementInternals} */ (INTERNALS.get(field));
}
