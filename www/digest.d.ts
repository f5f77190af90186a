/**
 * The result of Yaodian (要点), version 1: one pasted text in, one Digest out.
 *
 * The same shape leaves the Rust crate, the command and this package: plain structured-cloneable objects, with
 * `null` for what is absent. It may grow (new optional fields, new kinds); what is here keeps its name and meaning.
 *
 * Offsets are UTF-16 code units into the very string that was passed in, half-open: `text.slice(start, end)`.
 * The text is never edited: repair, width folding and script conversion change how it is read, never where it is.
 */

export interface Span { start: number; end: number }

/** A piece of the input with its own words, for people who read JSON. text === input.slice(start, end). */
export interface Excerpt extends Span { text: string }

export interface Digest {
  schema: 1;
  /** Han script of the body: simplified, traditional, both mixed, or no Han text to speak of. */
  script: 'hans' | 'hant' | 'mixed' | 'none';
  document: Document;
  sentences: Sentence[];
  summary: Summary;
  keywords: Keyword[];
  figures: Figure[];
  /** Comparable figures side by side, ready to chart, with the check that parts add up to their total. */
  series: Series[];
  /** Arithmetic between figures of the article, held or broken. */
  checks: Check[];
  /** Every date and time, resolved against the publication date where the text needs one. */
  times: TimeExpression[];
  /** Numbers that name rather than measure: stock codes, document numbers, phone numbers, models. */
  identifiers: Identifier[];
  people: Person[];
  organizations: Entity[];
  places: Entity[];
  quotes: Quote[];
  /** What the reader should know about this result: nothing readable, body guessed, input cut, digits repaired. */
  notices: Notice[];
  /** Only with options.tokens: every token of the whole input, in order, white space left out. */
  tokens?: Token[];
}

/** tag: part of speech in jieba's (ICTCLAS) tag set. */
export interface Token extends Span { tag: string }

export interface Document {
  /** Only for format 'html': the text read out of it, into which all offsets of this digest then point. Null for plain text. */
  text: string | null;
  /** Every line or paragraph of the input, in order, none left out; together they cover all non-blank text. */
  blocks: Block[];
  headline: Excerpt | null;
  /** The outlet that published it, e.g. the paper or agency named in the dateline or source line. */
  source: Excerpt | null;
  published: TimeExpression | null;
  /** Reporters, correspondents, editors, photographers: the people who made the article, not those in it. */
  bylines: Byline[];
  /** Han characters and Latin words of the body, and the minutes it takes to read. */
  length: { characters: number; minutes: number };
}

export interface Block extends Span {
  kind: BlockKind;
  /** True for what belongs to the article: paragraph, subheading, lead-in, quote block, list item. */
  body: boolean;
}

export type BlockKind =
  | 'headline' | 'subheading' | 'paragraph' | 'listItem' | 'table'
  | 'byline' | 'dateline' | 'timestamp' | 'source' | 'caption'
  | 'keywords' | 'related' | 'navigation' | 'share' | 'advert' | 'copyright' | 'disclaimer' | 'comment' | 'noise';

export interface Byline extends Excerpt { name: string; role: 'reporter' | 'correspondent' | 'intern' | 'photographer' | 'editor' | 'proofreader' | 'producer' | 'author' | 'other' }

export interface Sentence extends Span {
  /** Index into document.blocks. Only sentences of body blocks are listed. */
  block: number;
  /** 0 to 1, the most salient sentence of the article is 1. */
  salience: number;
  /** What made it so: named parts that sum to the unscaled score, for a 'why this sentence' view. */
  reasons: Record<string, number>;
}

export interface Summary {
  /** Indices into sentences, in reading order. */
  sentences: number[];
  /** The same, best first. */
  ranking: number[];
  /** For each of sentences: the pieces kept after dropping openers such as datelines and 据悉. Only pieces of the text. */
  points: { sentence: number; kept: Span[]; text: string }[];
  /** The points as one paragraph. */
  text: string;
}

export interface Keyword {
  text: string;
  /** 0 to 1, the strongest keyword is 1. */
  score: number;
  kind: 'term' | 'phrase' | 'person' | 'organization' | 'place';
  mentions: Span[];
}

export interface Figure extends Excerpt {
  id: number;
  kind: FigureKind;
  /**
   * The number in `unit`: 170亿元 is 17000000000 CNY, 49.7% is 49.7 with unit '%', 三成 is 30 with unit '%', 三分之一 is 1/3.
   * Null where range or parts holds it. An IEEE double; the words stay in `text`.
   */
  value: number | null;
  /** Both ends of a range such as 3至5亿元, or of a vague number such as 数十家 (20 to 99). */
  range: [number, number] | null;
  /** Both numbers of a ratio or a score: 3:1 is [3, 1]. */
  parts: [number, number] | null;
  /** ISO 4217 for money, UCUM-like codes for measures (%, pp, bp, km, m2, kWh, Cel ...), the measure word for counts (个, 家, 人次). '' for none. */
  unit: string;
  /** How the text hedges it: 约 approx, 近 near, 超/逾/多 over, 不足 under, 至少/以上 atleast, 至多/以内 atmost, 数十/若干 vague. */
  modifier: 'approx' | 'near' | 'over' | 'under' | 'atleast' | 'atmost' | 'vague' | null;
  /** up / down: changed by this much. to_up / to_down: changed to this value. */
  change: 'up' | 'down' | 'to_up' | 'to_down' | null;
  /** Against what: 'yoy' (同比), 'mom' (环比), or the words of the text. */
  basis: string | null;
  /** What is measured, e.g. 总投资, 签约金额, 制造业采购经理指数. */
  property: Excerpt | null;
  /** Whose it is, e.g. 嘉定区, 该公司 (with the name it stands for in `entityName`). */
  entity: Excerpt | null;
  entityName: string | null;
  role: 'total' | 'part' | 'level' | 'change' | 'share' | 'rank';
  /** What the text claims of it: 预计 and 有望 make a forecast, 目标 and 力争 a target, 上限 and 不超过 by rule a limit, the base of a comparison history. */
  status: 'fact' | 'forecast' | 'target' | 'limit' | 'history';
  /** Index into sentences, or null for a figure outside the body (headline). */
  sentence: number | null;
  /** 0 to 1 within the article; the key figures are the first by salience. */
  salience: number;
  /** All places where the same figure of the same thing is said, this one first. */
  mentions: Span[];
  /** True where the digits were damaged in the paste and read with a repair, e.g. '0 08%' read as 0.08%. */
  repaired: boolean;
}

export type FigureKind =
  | 'money' | 'count' | 'percent' | 'pp' | 'multiple' | 'fraction' | 'ratio' | 'score' | 'ordinal' | 'index'
  | 'duration' | 'age' | 'length' | 'area' | 'volume' | 'mass' | 'temperature' | 'speed' | 'pressure' | 'power'
  | 'energy' | 'voltage' | 'charge' | 'data' | 'windforce' | 'magnitude' | 'density' | 'coordinate' | 'discount' | 'number';

export interface Series {
  /** What is compared, e.g. 签约金额, and the common unit. */
  property: string;
  unit: string;
  kind: FigureKind;
  /** By owner ('category'), by date ('time'), or shares of a whole ('share'). Levels, changes and forecasts are never mixed. */
  axis: 'category' | 'time' | 'share';
  items: { label: string; value: number; figure: number }[];
  /** The stated total these items belong to, if the text states one. */
  total: { value: number; figure: number } | null;
}

export interface Check {
  kind: 'sum' | 'difference' | 'ratio' | 'growth' | 'average' | 'share' | 'conflict';
  /** Ids of the figures: the parts first, the result last. */
  figures: number[];
  /** True where the arithmetic holds within the rounding of the text. */
  holds: boolean;
  /** The sum as a reader would write it: '51+62+57=170', '12+8+5=25≠26'. */
  arithmetic: string;
}

export interface TimeExpression extends Excerpt {
  kind: 'date' | 'time' | 'period';
  /** ISO 8601 local: YYYY, YYYY-MM, YYYY-MM-DD, YYYY-MM-DDThh:mm, or YYYY-Qn / YYYY-Hn. Null where it cannot be resolved. */
  value: string | null;
  /** Both ends, inclusive, for a period. */
  range: [string, string] | null;
  sentence: number | null;
}

export interface Identifier extends Excerpt { kind: 'security' | 'document' | 'phone' | 'model' | 'account' | 'url' | 'other'; value: string }

export interface Person {
  name: string;
  /** Titles as the text gives them, longest form first. */
  titles: string[];
  organization: string | null;
  mentions: Span[];
  /** Indices into quotes. */
  quotes: number[];
}

export interface Entity { name: string; /** Short forms the text defines or uses, e.g. 下称“…”. */ aliases: string[]; mentions: Span[] }

export interface Quote extends Excerpt {
  /** Direct speech stands in quotation marks; indirect follows a verb of saying. The span leaves out the marks. */
  kind: 'direct' | 'indirect';
  /** Its pieces in reading order, where the words of a reporter stand between them; `text` is these pieces joined. */
  parts: Span[];
  /** Name as in people or organizations; null where the text does not say. */
  speaker: string | null;
  verb: string | null;
}

export interface Notice { code: string; message: string; span: Span | null }

export interface Options {
  /** Sentences in the summary: a count (1-20, default 3), or a share of the body (0 < x < 1). */
  sentences?: number;
  /** Most keywords (0-50, default 10). */
  keywords?: number;
  /** Most figures listed (0-200, default 50); all are found, the most salient are kept. */
  figures?: number;
  /** 'text' (default) or 'html' as copied from a page. */
  format?: 'text' | 'html';
  /** Publication date to resolve 今年, 昨日, 上月 against when the text states none: YYYY-MM-DD. There is no hidden clock. */
  referenceDate?: string;
  /** Words to keep whole in segmentation, with an optional tag, e.g. names of products. */
  words?: (string | { word: string; tag?: string })[];
  /** Also return every token with its part of speech. */
  tokens?: boolean;
  /**
   * What a reader says blocks are, by their index in document.blocks, which marks do not change. It is believed; of
   * several on one block the last.
   */
  marks?: { block: number; as: 'headline' | 'body' | 'clutter' }[];
}
