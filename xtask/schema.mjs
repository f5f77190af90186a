/**
 * `www/digest.d.ts` → `www/pkg/schema.json`: the types of a digest as a JSON Schema (draft 2020-12), comments and all.
 *
 * Reads the part of TypeScript in which those types are written: interfaces, unions, arrays, tuples, literals, records.
 */

import { readFileSync, writeFileSync } from 'node:fs';

const TYPES = new URL('../www/digest.d.ts', import.meta.url);
const SCHEMA = new URL('../www/pkg/schema.json', import.meta.url);

const TOKEN = /\/\*\*[\s\S]*?\*\/|'[^']*'|\d+|[A-Za-z_$][\w$]*|[{}()[\]<>|,;:?=]/g;

/** What a name of the language allows; `start` and `end` of spans are told apart by `INDEX`. @type {Record<string, object>} */
const NAMED = { string: { type: 'string' }, number: { type: 'number' }, boolean: { type: 'boolean' }, null: { type: 'null' } };
/** A place in a text or a list. */
const INDEX = { type: 'integer', minimum: 0 };

/** @typedef {Record<string, any>} Schema */

class Reader {
  #tokens;
  #at = 0;

  /** @param {string} source */
  constructor(source) {
    this.#tokens = source.match(TOKEN) ?? [];
  }

  get next() {
    return this.#tokens[this.#at];
  }

  take() {
    return this.#tokens[this.#at++];
  }

  /** @param {string} token */
  skip(token) {
    const met = this.next === token;
    if (met) this.#at += 1;
    return met;
  }

  /** @param {string} token */
  expect(token) {
    if (!this.skip(token)) throw new Error(`expected ${token}, found ${this.next} in ${this.#tokens.slice(this.#at - 5, this.#at + 3).join(' ')}`);
  }

  /** @returns {Schema} What the comments before the next token say. */
  comment() {
    let text = '';
    while (this.next?.startsWith('/**')) text = this.take();
    const description = text.replace(/^\/\*\*|\*\/$/g, '').replace(/^\s*\* ?/gm, '').trim().replace(/\s+/g, ' ');
    return description ? { description } : {};
  }
}

/**
 * @param {Reader} reader
 * @returns {Schema}
 */
function definitions(reader) {
  /** @type {Schema} */
  const found = {};
  while (reader.next) {
    const comment = reader.comment();
    if (!reader.skip('export')) break;
    const kind = reader.take();
    const name = reader.take();
    if (kind === 'interface') {
      const base = reader.skip('extends') ? found[reader.take()] : null;
      const own = object(reader);
      found[name] = { ...comment, ...own, properties: { ...base?.properties, ...own.properties }, required: [...(base?.required ?? []), ...own.required] };
    } else {
      reader.expect('=');
      found[name] = { ...comment, ...union(reader) };
      reader.expect(';');
    }
  }
  return found;
}

/**
 * @param {Reader} reader
 * @returns {Schema}
 */
function object(reader) {
  reader.expect('{');
  /** @type {Schema} */
  const properties = {};
  const required = [];
  for (;;) {
    const comment = reader.comment();
    if (reader.skip('}')) break;
    const name = reader.take();
    if (!reader.skip('?')) required.push(name);
    reader.expect(':');
    const type = union(reader);
    properties[name] = { ...comment, ...(name === 'start' || name === 'end' ? INDEX : type) };
    reader.skip(';') || reader.skip(',');
  }
  return { type: 'object', properties, required, additionalProperties: false };
}

/**
 * @param {Reader} reader
 * @returns {Schema}
 */
function union(reader) {
  reader.skip('|');
  const members = [postfix(reader)];
  while (reader.skip('|')) members.push(postfix(reader));
  if (members.length === 1) return members[0];
  const literals = members.filter((member) => 'const' in member).map((member) => member.const);
  const others = members.filter((member) => !('const' in member));
  const isNullable = others.some(({ type }) => type === 'null');
  if (literals.length === members.length - Number(isNullable)) return { enum: isNullable ? [...literals, null] : literals };
  return { anyOf: literals.length > 0 ? [...others, { enum: literals }] : others };
}

/**
 * @param {Reader} reader
 * @returns {Schema}
 */
function postfix(reader) {
  let type = primary(reader);
  while (reader.skip('[')) {
    reader.expect(']');
    type = { type: 'array', items: type };
  }
  return type;
}

/**
 * @param {Reader} reader
 * @returns {Schema}
 */
function primary(reader) {
  if (reader.next === '{') return object(reader);
  const token = reader.take();
  if (token === '(') {
    const type = union(reader);
    reader.expect(')');
    return type;
  }
  if (token === '[') return tuple(reader);
  if (token === 'Record') return record(reader);
  if (token.startsWith("'")) return { const: token.slice(1, -1) };
  if (/^\d/.test(token)) return { const: Number(token) };
  return NAMED[token] ?? { $ref: `#/$defs/${token}` };
}

/**
 * @param {Reader} reader
 * @returns {Schema}
 */
function tuple(reader) {
  const items = [union(reader)];
  while (reader.skip(',')) items.push(union(reader));
  reader.expect(']');
  return { type: 'array', prefixItems: items, minItems: items.length, maxItems: items.length };
}

/**
 * @param {Reader} reader
 * @returns {Schema}
 */
function record(reader) {
  reader.expect('<');
  reader.expect('string');
  reader.expect(',');
  const additionalProperties = union(reader);
  reader.expect('>');
  return { type: 'object', additionalProperties };
}

const reader = new Reader(readFileSync(TYPES, 'utf8'));
const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Digest of Yaodian (要点), version 1',
  ...reader.comment(),
  $ref: '#/$defs/Digest',
  $defs: definitions(reader),
};
writeFileSync(SCHEMA, `${JSON.stringify(schema, null, 2)}\n`);
