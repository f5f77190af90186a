/** The wasm file gives what the native command gives, to the letter, and as the schema says: one digest, whoever reads. */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import { createEngine } from '../www/index.node.js';
import { openBrowser, openPage } from './browser.js';
import { openFirefox, openFirefoxPage } from './firefox.js';
import { randomNumbers } from './random.js';
import { missingForWebKit, openWebKit } from './webkit.js';

const ARTICLES = new URL('articles/', import.meta.url);

const OPTIONS = [
  {},
  { sentences: 0.2, keywords: 20, figures: 5, tokens: true },
  { sentences: 1, keywords: 0, referenceDate: '2024-02-29', words: ['锐捷云', { word: '深蓝岛', tag: 'ns' }] },
  { format: 'html' },
];

/** Texts that are no article. */
const STRAYS = [
  '',
  '\n\r\n\t\u3000',
  '𠮷野家𪚥公司签约３．５亿元，同比增长１２％。\r\n😀👨‍👩‍👧 占比五成。',
  'No Han text, 12 km, 3%.',
  '<p>东城区投资4.2亿元&mdash;&mdash;<b>增长</b>3&#37;</p><script>1</script>',
  '\u0000\ufeff\u202e记者获悉，0 08%。',
  '一'.repeat(3000),
  '（'.repeat(500) + '3亿元' + '）'.repeat(500),
];

const articles = readdirSync(ARTICLES).sort();
const texts = [...articles.map((name) => readFileSync(new URL(`${name}/source.txt`, ARTICLES), 'utf8')), ...STRAYS];

const engine = createEngine();
const validate = new Ajv.default({ strictTuples: false }).compile(JSON.parse(readFileSync(new URL('../www/pkg/schema.json', import.meta.url), 'utf8')));

after(() => engine.dispose());

/**
 * @param {string[]} args
 * @param {string} input
 */
function native(args, input) {
  const command = ['run', '--quiet', '--locked', '--bin', 'yaodian', '--', ...args];
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  return execFileSync('cargo', command, { cwd, input, encoding: 'utf8', maxBuffer: 1 << 28 });
}

test('every article and every stray text has one digest', async (t) => {
  assert.ok(articles.length >= 6);
  const requests = OPTIONS.flatMap((options) => texts.map((text) => ({ text, options })));
  const answers = native(['--jsonl'], requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
  const lines = answers.trimEnd().split('\n');
  assert.equal(lines.length, requests.length);
  for (const [index, { text, options }] of requests.entries()) {
    const expected = JSON.parse(lines[index]).digest;
    const actual = await engine.digest(text, options);
    const label = `${articles[index % texts.length] ?? 'stray text'} with ${JSON.stringify(options)}`;
    assert.deepEqual(actual, expected, label);
    assert.equal(JSON.stringify(actual), JSON.stringify(expected), `order of fields: ${label}`);
    assert.ok(validate(actual), `${label}: ${JSON.stringify(validate.errors)}`);
  }
  t.diagnostic(`${requests.length} digests compared`);
});

/** Pieces that no article has side by side. */
const HOSTILE = ['\0', '\ufeff', '\u202e', '\u200b', '\u2028', '\r', '\n', '\t', '😀', '𠮷', '〇', '％', '9'.repeat(30), '一二三四', '《', '》', '“', '”', '（', '同比', '增长', '万亿', '.', ',', '-', '1/3', '2024-02-30', '—', '&amp;', '<td>', '</p>'];

test('texts made at random have one digest', async () => {
  const random = randomNumbers(7);
  const below = (/** @type {number} */ bound) => Math.floor(random() * bound);
  const piece = () => {
    if (random() < 0.4) return HOSTILE[below(HOSTILE.length)];
    const article = texts[below(articles.length)];
    const start = below(article.length);
    return article.slice(start, start + below(60)).toWellFormed();
  };
  const requests = Array.from({ length: 300 }, () => ({ text: Array.from({ length: 1 + below(40) }, piece).join(''), options: { format: random() < 0.2 ? 'html' : 'text', tokens: random() < 0.1 } }));
  const lines = native(['--jsonl'], requests.map((request) => `${JSON.stringify(request)}\n`).join('')).trimEnd().split('\n');
  for (const [index, { text, options }] of requests.entries()) {
    const actual = await engine.digest(text, options);
    assert.equal(JSON.stringify(actual), JSON.stringify(JSON.parse(lines[index]).digest), JSON.stringify(text));
    assert.ok(validate(actual), JSON.stringify(validate.errors));
  }
});

test('the Markdown is one, too', async () => {
  for (const text of texts.slice(0, articles.length)) {
    assert.equal((await engine.markdown(text)).trimEnd(), native(['--markdown'], text).trimEnd());
  }
});

/** @param {string[]} digests Each as JSON. */
const hash = (digests) => createHash('sha256').update(digests.join('\n')).digest('hex');

/**
 * In a page: the digests of all texts.
 *
 * @param {{ base: string, texts: string[] }} setting
 */
async function inPage({ base, texts }) {
  const { digest } = await import(`${base}index.js`);
  const digests = [];
  for (const text of texts) digests.push(JSON.stringify(await digest(text)));
  return digests;
}

/** What the command's digests hash to. */
function nativeHash() {
  const lines = native(['--jsonl'], texts.map((text) => `${JSON.stringify({ text })}\n`).join('')).trimEnd().split('\n');
  return hash(lines.map((line) => JSON.stringify(JSON.parse(line).digest)));
}

test('one hash over the digests of every text: native, Node, Chromium, Firefox', async (t) => {
  const hashes = { native: nativeHash(), node: '', chromium: '', firefox: '' };
  const inNode = [];
  for await (const digest of engine.digestMany(texts)) inNode.push(JSON.stringify(digest));
  hashes.node = hash(inNode);

  const chromium = await openBrowser();
  t.after(() => chromium.close());
  const { page } = await openPage(chromium.browser, `${chromium.url}icon.svg`);
  hashes.chromium = hash(await page.evaluate(inPage, { base: chromium.url, texts }));

  const firefox = await openFirefox();
  t.after(() => firefox.close());
  const opened = await openFirefoxPage(firefox.browser, `${firefox.url}icon.svg`);
  hashes.firefox = hash(await opened.page.evaluate(inPage, { base: firefox.url, texts }));

  t.diagnostic(`SHA-256 ${hashes.native} over ${texts.length} digests`);
  assert.deepEqual(new Set(Object.values(hashes)), new Set([hashes.native]), JSON.stringify(hashes));
});

test('and WebKit', async (t) => {
  const missing = missingForWebKit();
  if (missing) return t.skip(`WebKit was not tried: there is no ${missing} here`);
  const webkit = await openWebKit();
  t.after(() => webkit.close());
  await webkit.open(`${webkit.url}icon.svg`);
  assert.equal(hash(await webkit.evaluate(inPage, { base: webkit.url, texts })), nativeHash());
});

test('and wasmtime, whose compiler is none of a browser', async (t) => {
  const env = { ...process.env, PYTHONPATH: fileURLToPath(new URL('../target/wasmtime', import.meta.url)) };
  if (spawnSync('python3', ['-c', 'import wasmtime'], { env }).status !== 0) return t.skip('wasmtime was left out: xtask/prepare.mjs found no Python to put it in, or pip failed');
  const files = ['wasmtime/digests.py', '../www/pkg/yaodian_bg.wasm'].map((name) => fileURLToPath(new URL(name, import.meta.url)));
  const lines = execFileSync('python3', files, { env, input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 1 << 28 }).trimEnd().split('\n');
  assert.equal(hash(lines.map((line) => JSON.stringify(JSON.parse(line)))), nativeHash());
});
