/** What an app shows of the matrix's articles in `<yao-dian>`, and what it hears of them, against what the package gives. */

import * as yaodian from 'yaodian';
import { ARTICLES } from './articles.js';
import { report } from './report.js';

/** What the element asks of the engine where nothing is set. */
const ASKED = { sentences: 3, keywords: 10, figures: 200 };

/** @type {unknown[]} */
const heard = [];

/**
 * Takes the digest an event brought; the first has the app show the second article, the second leaves the outcome where
 * the test looks for it.
 *
 * @param {unknown} digest
 * @param {() => void} showSecond
 */
export function take(digest, showSecond) {
  heard.push(digest);
  if (heard.length === 1) showSecond();
  else globalThis.outcome ??= compare();
}

document.addEventListener('analysis-error', (event) => {
  globalThis.outcome = { error: /** @type {CustomEvent} */ (event).detail.code };
});

async function compare() {
  for (const [index, digest] of heard.entries()) {
    const expected = await yaodian.digest(ARTICLES[index], ASKED);
    if (JSON.stringify(digest) !== JSON.stringify(expected)) return { error: `the element shows another digest of article ${index}` };
  }
  const shown = document.querySelector('yao-dian')?.shadowRoot?.querySelector('.text')?.textContent ?? '';
  if (shown.length < 100) return { error: 'the element does not show its article' };
  return report(yaodian);
}

export { ARTICLES };
