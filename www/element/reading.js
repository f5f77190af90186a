/** Reads what it is given, one text at a time: the latest wins, and what comes late is dropped. */

import { acceptText } from '../pkg/runtime.js';
import { sharedEngine } from '../platform/web.js';
import { fitSummary, MOST_SENTENCES } from './length.js';

/**
 * @typedef {import('../digest.js').Digest} Digest
 *
 * @typedef {object} Source
 * @property {string} text
 * @property {'text' | 'html'} format
 *
 * @typedef {object} Wishes
 * @property {number} sentences A count from 1 to 20, or a share between 0 and 1.
 * @property {number | null} characters A budget for the summary, which stands before `sentences`.
 * @property {number} keywords
 * @property {Mark[]} marks
 *
 * @typedef {NonNullable<import('../digest.js').Options['marks']>[number]} Mark
 *
 * @typedef {{ text: string, digest: Digest }} Result The text is the one into which the digest's offsets point.
 */

export class Reading {
  /** @type {AbortController | null} */
  #running = null;

  /**
   * @param {Source} source
   * @param {Wishes} wishes
   * @returns {Promise<Result | null>} Null if a later call took its place.
   */
  async read(source, wishes) {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    try {
      const digest = await sharedEngine().run('digest', acceptText(source.text), engineOptions(source, wishes), running.signal);
      return { text: digest.document.text ?? source.text, digest: fitted(digest, wishes) };
    } catch (error) {
      if (running.signal.aborted) return null;
      throw error;
    }
  }

  /** What is being read is no longer wanted. */
  stop() {
    this.#running?.abort();
    this.#running = null;
  }
}

/**
 * The digest as a Markdown document, as long as it is shown.
 *
 * @param {Source} source
 * @param {Wishes} wishes
 * @param {Digest | null} shown
 * @returns {Promise<string>}
 */
export async function markdownOf(source, wishes, shown) {
  const { sentences, ...rest } = engineOptions(source, wishes);
  return sharedEngine().run('markdown', acceptText(source.text), { ...rest, sentences: shown?.summary.sentences.length || sentences });
}

/**
 * @param {Source} source
 * @param {Wishes} wishes
 * @returns {import('../digest.js').Options}
 */
function engineOptions({ format }, { sentences, characters, keywords, marks }) {
  return {
    format,
    sentences: characters === null ? sentences : MOST_SENTENCES,
    keywords,
    figures: 200,
    ...(marks.length > 0 && { marks }),
  };
}

/**
 * @param {Digest} digest
 * @param {Wishes} wishes
 * @returns {Digest}
 */
function fitted(digest, { characters }) {
  return characters === null ? digest : { ...digest, summary: fitSummary(digest.summary, characters) };
}
