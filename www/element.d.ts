import type { Digest } from './digest.js';

export interface YaoDianEventMap {
  /** The element begins to read `length` UTF-16 units. */
  'analysis-start': CustomEvent<{ length: number }>;
  /** The digest is there and shown. */
  analysis: CustomEvent<Digest>;
  'analysis-error': CustomEvent<{ code: string; message: string }>;
}

/** `<yao-dian>`: shows the digest of its article, which is its light DOM or its `text` property. */
export class YaoDianElement extends HTMLElement {
  /** Registers the class; a second time is no error. */
  static define(tag?: string, registry?: CustomElementRegistry): typeof YaoDianElement;
  /** The text to read. Null gives the light DOM back its turn. */
  get text(): string;
  set text(text: string | null | undefined);
  /** Sentences of the summary: a count from 1 to 20, or a share between 0 and 1. Reflected; other values count as 3. */
  sentences: number;
  /** Most keywords, from 0 to 50. Reflected; other values count as 10. */
  keywords: number;
  /** The digest of the text, or null until it is there. */
  readonly digest: Digest | null;
  /** The digest as a Markdown document. */
  markdown(): Promise<string>;
  addEventListener<K extends keyof YaoDianEventMap>(
    type: K,
    listener: (this: YaoDianElement, event: YaoDianEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}
