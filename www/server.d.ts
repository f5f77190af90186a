import type { Digest } from './digest.js';

/** The style of the element, to be served as a file where a policy forbids styles in the page. */
export const styleText: string;

/**
 * `<yao-dian>` as HTML with its digest in it, by declarative shadow DOM: it can be read before, and without, any script.
 * The element takes it over and shows the same.
 *
 * `text` is the text the digest was made of, a line a paragraph and no blank lines. `lang` is the language of the interface.
 * `stylesheet` is the address where `styleText` is served; without it the style stands in the HTML.
 */
export function renderToString(text: string, digest: Digest, options?: { lang?: string; stylesheet?: string | null }): string;
