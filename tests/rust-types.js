/** The types of the crate that leave it as JSON, read from its source: what `derive(Serialize)` stands on. */

import { readFileSync, readdirSync } from 'node:fs';

const SOURCE = new URL('../src/', import.meta.url);

const ITEM =
  /#\[derive\([^)]*\bSerialize\b[^)]*\)\]\n(?:#\[serde\(rename_all = "(?<rename>\w+)"\)\]\n)?(?:#\[[^\n]*\]\n)*pub (?<kind>struct|enum) (?<name>\w+) \{\n(?<body>[\s\S]*?)\n\}/g;
const FIELD = /(?<inner>#\[serde\(skip\)\]\n\s*)?(?<skipped>#\[serde\(skip_serializing_if = "Option::is_none"\)\]\n\s*)?pub (?<name>\w+): (?<type>[^\n]+),$/gm;
const VARIANT = /(?:#\[serde\(rename = "(?<rename>[^"]+)"\)\]\n\s*)?^ {4}(?<name>[A-Z]\w*),$/gm;

/**
 * @typedef {{ name: string, type: string, optional: boolean }} Field
 * @typedef {{ fields: Field[] } | { variants: string[] }} RustType
 */

/** @returns {Map<string, RustType>} By name. */
export function rustTypes() {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.rs'));
  /** @type {Map<string, RustType>} */
  const types = new Map();
  for (const file of files) {
    for (const { groups } of readFileSync(new URL(file, SOURCE), 'utf8').matchAll(ITEM)) {
      const { kind, name, rename, body } = /** @type {Record<string, string>} */ (groups);
      if (types.has(name)) throw new Error(`two types that leave the crate are called ${name}`);
      types.set(name, kind === 'struct' ? { fields: fields(body, rename) } : { variants: variants(body, rename) });
    }
  }
  return types;
}

/**
 * @param {string} body
 * @param {string} rename
 * @returns {Field[]}
 */
function fields(body, rename) {
  const left = [...body.matchAll(FIELD)].filter(({ groups }) => groups?.inner === undefined);
  return left.map(({ groups: { name, type, skipped } = {} }) => ({
    name: rename === 'camelCase' ? name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()) : name,
    type: type.replace(/\b(?:\w+::)+/g, ''),
    optional: skipped !== undefined,
  }));
}

/**
 * @param {string} body
 * @param {string} rename
 */
function variants(body, rename) {
  return [...body.matchAll(VARIANT)].map(({ groups: { name, rename: own } = {} }) => {
    if (own) return own;
    if (rename === 'lowercase') return name.toLowerCase();
    if (rename === 'snake_case') return name.replace(/(?<=.)[A-Z]/g, '_$&').toLowerCase();
    if (rename === 'camelCase') return name[0].toLowerCase() + name.slice(1);
    return name;
  });
}
