/** The published types and schema against the crate's own: the same fields, the same kinds, the same absences. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { VERSION } from '../www/runtime/errors.js';
import { rustTypes } from './rust-types.js';

const ROOT = new URL('../', import.meta.url);
const read = (/** @type {string} */ name) => readFileSync(new URL(name, ROOT), 'utf8');
const scripts = (/** @type {string} */ folder) => readdirSync(new URL(folder, ROOT)).filter((name) => name.endsWith('.js')).map((name) => folder + name);
const schema = JSON.parse(read('www/pkg/schema.json'));
const types = rustTypes();

/** @type {Record<string, string[]>} */
const PRIMITIVES = { String: ['string'], "&'static str": ['string'], "Cow<'static, str>": ['string'], bool: ['boolean'], f64: ['number'], usize: ['number', 'integer'], u8: ['number', 'integer'] };

/**
 * @param {string} type Of Rust.
 * @param {any} given Of the schema.
 * @param {string} path
 * @returns {string[]} Where the two differ.
 */
function differences(type, given, path) {
  const node = given.$ref ? schema.$defs[given.$ref.replace('#/$defs/', '')] : given;
  const [, outer, inner] = /^(Option|Vec|BTreeMap)<(.*)>$/.exec(type) ?? [];
  if (outer === 'Option') return nullable(inner, node, path);
  if (outer === 'Vec') return node.type === 'array' ? differences(inner, node.items, `${path}[]`) : [`${path} is a list`];
  if (outer === 'BTreeMap') return differences(inner.split(', ')[1], node.additionalProperties, `${path}.*`);
  const [, item, count] = /^\[(.*); (\d+)\]$/.exec(type) ?? [];
  if (item) {
    if (node.prefixItems?.length !== Number(count)) return [`${path} has ${count} items`];
    return node.prefixItems.flatMap((/** @type {any} */ one, /** @type {number} */ index) => differences(item, one, `${path}[${index}]`));
  }
  if (PRIMITIVES[type]) return PRIMITIVES[type].includes(node.type ?? typeof node.const) ? [] : [`${path} is ${type}`];
  const known = types.get(type);
  if (!known) return [`${path}: no type ${type} leaves the crate`];
  return 'variants' in known ? values(known.variants, node, path) : properties(known.fields, node, path);
}

/**
 * @param {string} type
 * @param {any} node
 * @param {string} path
 */
function nullable(type, node, path) {
  if (node.enum) return node.enum.includes(null) ? differences(type, { enum: node.enum.filter((/** @type {any} */ one) => one !== null) }, path) : [`${path} may be null`];
  const others = node.anyOf?.filter((/** @type {any} */ one) => one.type !== 'null') ?? [];
  if (others.length === 0 || others.length === node.anyOf.length) return [`${path} may be null`];
  return differences(type, others.length === 1 ? others[0] : { anyOf: others }, path);
}

/**
 * @param {string[]} variants
 * @param {any} node
 * @param {string} path
 */
function values(variants, node, path) {
  const published = node.enum ?? [node.const];
  const missing = variants.filter((one) => !published.includes(one)).map((one) => `${path} may be ${one}`);
  const unknown = published.filter((/** @type {string} */ one) => !variants.includes(one)).map((/** @type {string} */ one) => `${path} is never ${one}`);
  return [...missing, ...unknown];
}

/**
 * @param {import('./rust-types.js').Field[]} fields
 * @param {any} node
 * @param {string} path
 */
function properties(fields, node, path) {
  const names = fields.map(({ name }) => name);
  const unknown = Object.keys(node.properties).filter((name) => !names.includes(name));
  const required = fields.filter(({ optional }) => !optional).map(({ name }) => name);
  return [
    ...unknown.map((name) => `${path}.${name} is never there`),
    ...required.filter((name) => !node.required.includes(name)).map((name) => `${path}.${name} is always there`),
    ...node.required.filter((/** @type {string} */ name) => names.includes(name) && !required.includes(name)).map((/** @type {string} */ name) => `${path}.${name} may be absent`),
    ...fields.flatMap(({ name, type, optional }) => {
      const property = node.properties[name];
      if (!property) return [`${path}.${name} is not published`];
      return differences(optional ? type.slice('Option<'.length, -1) : type, property, `${path}.${name}`);
    }),
  ];
}

test('every field and value that leaves the crate is published, and none that does not', () => {
  assert.ok(types.size > 20, `only ${types.size} types were read from the source`);
  assert.deepEqual(differences('Digest', schema, 'digest'), []);
});

test('every option of the crate is published, and none that is not', () => {
  const options = read('src/options.rs');
  const names = [...options.matchAll(/^ {12}"(\w+)" => (?:self\.|\{)/gm)].map(([, name]) => name);
  assert.ok(names.length > 5);
  assert.deepEqual(Object.keys(schema.$defs.Options.properties).sort(), names.sort());
});

test('every code of an error is published and in the table of the README, and no other', () => {
  const sources = ['src/options.rs', 'src/wasm.rs', 'www/platform/node.js', ...scripts('www/runtime/')];
  const used = new Set(sources.flatMap((name) => read(name).match(/(?<=['"])E_[A-Z_]+(?=['"])/g) ?? []));
  used.delete('E_');
  const published = read('www/index.d.ts').match(/(?<=^ {2}\| ')E_\w+/gm) ?? [];
  const [, table] = /^\| code \| meaning \|\n([\s\S]*?)\n\n/m.exec(read('README.md')) ?? [];
  const documented = table.match(/`E_\w+`/g) ?? [];
  assert.deepEqual([...used].sort(), published.toSorted());
  assert.deepEqual(documented.map((code) => code.replaceAll('`', '')).sort(), published.toSorted());
});

test('errors name the version of the package', () => {
  assert.equal(VERSION, JSON.parse(read('package.json')).version);
});
