/** The page's own parts that need no browser: files, links, tables, steps, lengths. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordXml, zipOf } from './docx.js';
import { figuresCsv, csvCell } from '../www/page/csv.js';
import { docxText, wordText } from '../www/page/docx.js';
import { decodeText } from '../www/page/encoding.js';
import { markdownText } from '../www/page/files.js';
import { sharedText, shareFragment } from '../www/page/share.js';
import { standalonePage } from '../www/page/standalone.js';
import { Steps } from '../www/page/steps.js';
import { inflateRaw, unzip, ZipError } from '../www/page/zip.js';
import { digest } from '../www/index.node.js';
import { fitSummary } from '../www/element/length.js';
import { language } from '../www/view/language.js';
import { unitText } from '../www/view/value.js';
import { ARTICLE } from './browser.js';
import { deflateRawSync } from 'node:zlib';

const PART = 'word/document.xml';

test('a Word document is read by its paragraphs', async () => {
  const paragraphs = ['松原湾市今年新建公园18个', '投资<9.6亿元>，A&B公司承建。', '🌳绿地'];
  assert.equal(await docxText(zipOf(PART, wordXml(paragraphs))), paragraphs.join('\n'));
});

test('tables, breaks, entities and what was deleted', () => {
  const cell = (/** @type {string} */ words) => `<w:tc><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`;
  const cases = [
    [`<w:tbl><w:tr>${cell('指标')}${cell('数值')}</w:tr><w:tr>${cell('总投资')}${cell('9.6')}</w:tr></w:tbl>`, '指标 \t数值\n总投资 \t9.6'],
    ['<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r></w:p>', '一\n二\t三'],
    ['<w:p><w:del><w:r><w:delText>删</w:delText><w:t>去</w:t></w:r></w:del><w:r><w:t>留</w:t></w:r></w:p>', '留'],
    ['<w:p><w:r><w:t>&#20013;&#x6587;&amp;lt;&unknown;&#xD800;</w:t></w:r></w:p>', '中文&lt;&unknown;\ufffd'],
    ['<w:p><w:r><w:t>未闭合', '未闭合'],
    ['<!DOCTYPE a [<!ENTITY x "xx">]><w:p><w:r><w:t>&x;</w:t></w:r></w:p>', '&x;'],
  ];
  for (const [xml, text] of cases) assert.equal(wordText(xml), text, xml);
});

test('a million runs are read', () => {
  const run = '<w:r><w:t>字</w:t></w:r>';
  assert.equal(wordText(`<w:p>${run.repeat(1_000_000)}</w:p>`).length, 1_000_000);
});

test('bombs, damage and missing parts are refused', async () => {
  const bomb = zipOf(PART, Buffer.alloc(64 * 1024 * 1024, 0x20));
  await assert.rejects(unzip(bomb, PART, 256 * 1024 * 1024), ZipError, 'more than a text deflates');
  await assert.rejects(unzip(zipOf(PART, wordXml(['字'.repeat(10_000)])), PART, 1000), ZipError, 'more than the limit');
  await assert.rejects(docxText(zipOf('other.xml', 'x')), ZipError);
  await assert.rejects(docxText(Buffer.from('not a zip')), ZipError);
  const sound = zipOf(PART, wordXml(['松原湾市今年新建公园18个']));
  for (let at = 0; at < sound.length; at += 1) {
    const damaged = Buffer.from(sound);
    damaged[at] ^= 0xff;
    await docxText(damaged).catch((error) => assert.ok(error instanceof ZipError, `byte ${at}: ${error}`));
    await docxText(sound.subarray(0, at)).catch((error) => assert.ok(error instanceof ZipError, `cut at ${at}: ${error}`));
  }
});

test('what a link holds comes back as it was', async () => {
  for (const text of ['', '要点', ARTICLE, '🌳𠮷林\u0000\u2028"<script>', ARTICLE.repeat(200)]) {
    const fragment = await shareFragment(text);
    assert.match(fragment, /^#y1\.[\w-]+$/);
    assert.equal(await sharedText(fragment), text);
  }
});

test('a damaged, foreign or overlong link gives nothing', async () => {
  const good = await shareFragment(ARTICLE);
  const bomb = `#y1.${deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 0x61)).toString('base64url')}`;
  const cases = ['', '#', '#y1.', '#y2.AAAA', '#other', good.slice(0, -20), `${good}!`, good.replace('.', './/'), '#y1.____', `#y1.${'A'.repeat(9 * 1024 * 1024)}`, bomb];
  for (const fragment of cases) assert.equal(await sharedText(fragment), null, fragment.slice(0, 40));
  for (let at = 4; at < good.length; at += 1) {
    const found = await sharedText(`${good.slice(0, at)}${good[at] === 'A' ? 'B' : 'A'}${good.slice(at + 1)}`);
    assert.ok(found === null || typeof found === 'string');
  }
});

test('inflating stops at its limit', async () => {
  const packed = deflateRawSync(Buffer.alloc(1_000_000));
  await assert.rejects(inflateRaw(packed, 999_999), ZipError);
  assert.equal((await inflateRaw(packed, 1_000_000)).length, 1_000_000);
});

test('cells of a table are quoted, and none is a formula', () => {
  const cases = [
    ['9.6亿元', '"9.6亿元"'],
    ['说“好”, "ok"', '"说“好”, ""ok"""'],
    ['=1+1', '"\'=1+1"'],
    ['+86', '"\'+86"'],
    ['-5%', '"\'-5%"'],
    ['@cmd', '"\'@cmd"'],
    ['\t=1', '"\'\t=1"'],
    [' \n=HYPERLINK("x")', '"\' \n=HYPERLINK(""x"")"'],
    ['＝1', '"\'＝1"'],
  ];
  for (const [value, cell] of cases) assert.equal(csvCell(value), cell);
});

test('the table of figures has a mark, a head and a row a figure', async () => {
  const read = await digest(ARTICLE);
  const csv = figuresCsv(ARTICLE, read, language('zh-Hans'));
  assert.ok(csv.startsWith('\ufeff"原文","数值","指标","主体","时间"'));
  const rows = csv.slice(1).match(/(?:"(?:[^"]|"")*",){6}"(?:[^"]|"")*"\r\n/g) ?? [];
  assert.equal(rows.length, read.figures.length + 1);
  assert.equal(rows.join(''), csv.slice(1));
});

test('the page that is saved runs nothing and holds the text escaped', async () => {
  const text = `<script>alert(1)</script>松原湾市“公园”开放\n${ARTICLE}\n公司投资<img src=x onerror=alert(1)>18亿元。`;
  const html = standalonePage(text, await digest(text), language('zh-Hans'));
  assert.doesNotMatch(html, /<script|<img|<a |onerror=alert\(1\)>/);
  assert.match(html, /default-src 'none'/);
});

test('the page that is saved sets the article in the glyphs of its script', async () => {
  const text = '北岬市房屋稅新制上路\n北岬市稅務局昨日寄發今年房屋稅單，應徵稅額為新臺幣61億元，繳納期限到6月2日止。';
  const html = standalonePage(text, await digest(text), language('zh-Hans'));
  assert.match(html, /<html lang="zh-Hans">/);
  assert.match(html, /<body lang="zh-Hant">/);
  assert.match(html, /<h2 lang="zh-Hans">摘要/);
});

test('a longer summary holds a shorter one', async () => {
  const { summary } = await digest(ARTICLE, { sentences: 20 });
  let shorter = fitSummary(summary, 20);
  assert.equal(shorter.points.length, 1, 'there should be one sentence at the least');
  for (let budget = 30; budget <= 600; budget += 10) {
    const longer = fitSummary(summary, budget);
    assert.ok(shorter.sentences.every((sentence) => longer.sentences.includes(sentence)), `at ${budget}`);
    shorter = longer;
  }
});

test('two hundred steps go back and forth', () => {
  const steps = new Steps({ text: '' }, ({ text }) => text.length);
  for (let index = 1; index <= 150; index += 1) steps.take({ text: String(index) });
  for (let index = 149; index >= 1; index -= 1) assert.equal(steps.undo()?.text, String(index));
  assert.equal(steps.undo()?.text, '');
  assert.equal(steps.undo(), null);
  for (let index = 1; index <= 150; index += 1) assert.equal(steps.redo()?.text, String(index));
  assert.equal(steps.redo(), null);
  steps.undo();
  steps.take({ text: 'other' });
  assert.equal(steps.canRedo, false, 'a new step ends what was undone');
});

test('steps hold a bounded amount of text', () => {
  const steps = new Steps({ text: '' }, ({ text }) => text.length);
  for (let index = 0; index < 10; index += 1) steps.take({ text: 'x'.repeat(15_000_000) });
  let count = 0;
  while (steps.undo()) count += 1;
  assert.ok(count >= 1 && count <= 3, `${count} steps`);
});

test('encodings are told apart', () => {
  const cases = [
    ['utf-8', Buffer.from(ARTICLE)],
    ['utf-16le', Buffer.from(ARTICLE, 'utf16le')],
    ['utf-16be', Buffer.from(ARTICLE, 'utf16le').swap16()],
    ['gb18030', Buffer.from('cbc9d4adcde5cad0bdf1c4ead0c2bda8b9abd4b0caaeb0cbb8f6a3accdb6d7cabec5d2dad4aaa1a3', 'hex')],
    ['big5', Buffer.from('b4e7bdfcafe8bd75a4b5a67eb14ea9f3a57ca4ebb45fafe8a141b3e6b57bb2bcbbf9a440a6cac2d1a4bba4b8a143', 'hex')],
    ['utf-8', Buffer.from('plain ASCII, 2024')],
    ['utf-8', Buffer.from([])],
  ];
  for (const [encoding, bytes] of cases) assert.equal(decodeText(/** @type {Buffer} */ (bytes)).encoding, encoding);
});

test('Markdown is read without its marks', () => {
  const markdown = '# 松原湾市新建公园\n\n**总投资**9.6亿元，见[公告](https://example.com/a_b)。\n\n- 东城区8个\n> 引语\n\n```\n![图](x.png)\n---\n3*4=12，a_b_c';
  assert.equal(markdownText(markdown), '松原湾市新建公园\n\n总投资9.6亿元，见公告。\n\n东城区8个\n引语\n\n图\n3*4=12，a_b_c');
});

test('units are named as readers name them, those of rates as well', () => {
  const [hans, english] = [language('zh-Hans'), language('en')];
  assert.deepEqual(['CNY', 'CNY/股', 'km/h', 'kWh/d', '个'].map((unit) => unitText(unit, hans)), ['元', '元/股', '公里/小时', '千瓦时/天', '个']);
  assert.equal(unitText('CNY/股', english), 'CNY/股');
});
