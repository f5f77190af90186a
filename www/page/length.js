/** How long the summary is to be: by sentences, characters or percent, remembered on this device. */

import { summaryExtent } from '../element/length.js';
import { byId } from './dom.js';

/** @typedef {{ unit: 'sentences' | 'characters' | 'share', amount: number }} Length */

/** @type {Record<Length['unit'], { least: number, most: number, step: number, first: number, marks: number[] }>} */
const SCALES = {
  sentences: { least: 1, most: 12, step: 1, first: 3, marks: [1, 3, 5, 8] },
  characters: { least: 50, most: 600, step: 10, first: 140, marks: [50, 140, 200, 300] },
  share: { least: 1, most: 50, step: 1, first: 10, marks: [5, 10, 20, 30] },
};
const WISH = 'yaodian.length';

export class LengthControl {
  #unit = byId('unit', HTMLSelectElement);
  #slider = byId('length', HTMLInputElement);
  #extent = byId('extent', HTMLOutputElement);

  /** @param {(length: Length) => void} chosen */
  constructor(chosen) {
    this.show(remembered());
    const choose = () => {
      localStorage.setItem(WISH, JSON.stringify(this.value));
      chosen(this.value);
    };
    this.#slider.addEventListener('input', choose);
    this.#unit.addEventListener('change', () => {
      const unit = /** @type {Length['unit']} */ (this.#unit.value);
      this.show({ unit, amount: SCALES[unit].first });
      choose();
    });
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-characters]'))) {
      button.addEventListener('click', () => {
        this.show({ unit: 'characters', amount: Number(button.dataset.characters) });
        choose();
      });
    }
  }

  /** @returns {Length} */
  get value() {
    return { unit: /** @type {Length['unit']} */ (this.#unit.value), amount: Number(this.#slider.value) };
  }

  /** @param {Length} length */
  show({ unit, amount }) {
    const { least, most, step, marks } = SCALES[unit];
    this.#unit.value = unit;
    Object.assign(this.#slider, { min: String(least), max: String(most), step: String(step) });
    this.#slider.value = String(amount);
    byId('length-marks', HTMLDataListElement).replaceChildren(...marks.map((mark) => new Option(String(mark), String(mark))));
  }

  /**
   * Says how long the summary came out.
   *
   * @param {string} text The text the digest was made of.
   * @param {import('../digest.js').Digest} digest
   * @param {import('../view/language.js').Language} language
   */
  tell(text, digest, language) {
    const { sentences, characters, share } = summaryExtent(text, digest);
    const extent = language.extent(sentences, characters, share);
    this.#extent.textContent = extent;
    this.#slider.setAttribute('aria-valuetext', extent);
  }
}

/** @returns {Length} */
function remembered() {
  try {
    const { unit, amount } = JSON.parse(localStorage.getItem(WISH) ?? '');
    const scale = Object.hasOwn(SCALES, unit) ? SCALES[/** @type {Length['unit']} */ (unit)] : null;
    if (scale && amount >= scale.least && amount <= scale.most) return { unit, amount };
  } catch {
    // What is stored is no length: the usual one is taken.
  }
  return { unit: 'sentences', amount: SCALES.sentences.first };
}
