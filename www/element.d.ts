import type { Digest, Options } from './digest.js';

/** What a reader says a block is, see `Options.marks`. */
export type Mark = NonNullable<Options['marks']>[number];

export interface YaoDianEventMap {
  /** The element begins to read `length` UTF-16 units. */
  'analysis-start': CustomEvent<{ length: number }>;
  /** The digest is there and shown. */
  analysis: CustomEvent<Digest>;
  'analysis-error': CustomEvent<{ code: string; message: string }>;
  /** The place of an item is shown: `item` is its kind and number, e.g. `figure-3`; `start` a UTF-16 offset, `fragment` (`:~:text=…`) leads there in a page that has the text. */
  'span-activate': CustomEvent<{ item: string; start: number; fragment: string }>;
  /** The reader said what a paragraph is. */
  'marks-change': CustomEvent<Mark[]>;
  /** Something is about to be copied or saved; `preventDefault` keeps it here. */
  export: CustomEvent<{ kind: 'table' | 'copy' | 'markdown' | 'json' | 'csv' | 'html' | 'png'; text: string }>;
}

/** `<yao-dian>`: shows the digest of its article, which is its light DOM, a property, or a part of its page. */
export class YaoDianElement extends HTMLElement {
  /** Of the package. */
  static readonly version: string;
  static readonly formAssociated: true;
  /** Registers the class; a second time is no error, and another version under the same tag a warning. */
  static define(tag?: string, registry?: CustomElementRegistry): typeof YaoDianElement;
  /** The text that is read. Null gives the attribute `text`, then the page's own text its turn. Not reflected. */
  get text(): string;
  set text(text: string | null | undefined);
  /** HTML to read, as copied from a page; it never becomes elements. Null where plain text is read. */
  get html(): string | null;
  set html(html: string | null | undefined);
  /** What the reader says blocks are; a new text has none. */
  get marks(): Mark[];
  set marks(marks: Mark[] | null);
  /** Sentences of the summary: a count from 1 to 20, or a share between 0 and 1. Reflected; other values count as 3. */
  sentences: number;
  /** Characters of the summary, 20 to 5000, which stand before `sentences`; null for none. Reflected. */
  characters: number | null;
  /** Most keywords, from 0 to 50. Reflected; other values count as 10. */
  keywords: number;
  /** Selects the part of the host page that is read and highlighted in place; '' for none. Reflected. */
  srcSelector: string;
  /** When to read: at once, or when near the window. Reflected. */
  get loading(): 'eager' | 'lazy';
  set loading(loading: string);
  /** Words that replace those of the interface, by their names in the tables of `view/language`; values of another type are left out. */
  get strings(): Record<string, unknown>;
  set strings(strings: Record<string, unknown> | null);
  /** Its name in a form, where its value is the digest as JSON; '' for none. Reflected. */
  name: string;
  /** Whether its form needs a digest. Reflected. */
  required: boolean;
  readonly form: HTMLFormElement | null;
  readonly labels: NodeList;
  /** `valueMissing` without a digest where one is required, `tooLong` for a text that is not read. */
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
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
