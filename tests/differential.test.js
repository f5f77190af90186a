/** The reader of HTML against the browser's own: a thousand pages made at random have the same letters in both. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createEngine } from '../www/index.node.js';
import { openBrowser } from './browser.js';
import { randomNumbers } from './random.js';

const PAGES = 1000;
const WORDS = [
  '松原湾市今年新建公园18个', '总投资9.6亿元', '。', '，', '3 < 5', 'a<b', '<3', '</ >', 'R&D', '&', '&amp;', '&lt;p&gt;', '&nbsp;', '&copy', '&copy;2024', '&mdash;', '&ldquo;叶望舒&rdquo;',
  '&#20154;', '&#x4eba;', '&#x1F600;', '&#128;', '&#0;', '&#xD800;', '&#x110000;', '&#38;lt;', '&unknown;', '&#;', '😀', '\u00a0', '\t', '\n', ' ',
];
const MARKUP = [
  '<!-- 注 > 释 -->', '<!---->', '<!-->', '<!doctype html>', '<?xml version="1.0"?>', '<![CDATA[数据]]>', '<br>', '<br/>', '<hr>', '<img alt="图 > 片" src=x>', '<wbr>', '<input value="值">',
  '<script>if (a < b) "</p>"</script>', '<style>p > b { content: "样" }</style>', '<textarea>稿 <b></textarea>', '<svg><text>图</text></svg>', '<select><option>选</select>', '<o:p></o:p>', '<span hidden>藏</span>', '<b style="display: none">藏</b>', '</b>', '</i>', '</div>', '</section>', '</none>',
];
const ELEMENTS = ['p', 'div', 'section', 'span', 'b', 'i', 'em', 'strong', 'a', 'h1', 'h2', 'ul', 'li', 'blockquote', 'pre', 'figure', 'figcaption', 'article', 'font', 'nav', 'ruby', 'x-note'];
const ATTRIBUTES = ['', ' class=a', ' class="a > b"', " title='甲\"乙'", ' data-x', ' style="color: red"', ' href="https://example.com/?a=1&b=2"', ' id=x class'];
/** What is read as no text, here and there; elements that are hidden are closed, as their end is otherwise a matter of repair. */
const UNREAD = 'script,style,noscript,iframe,template,textarea,title,xmp,svg,math,object,audio,video,canvas,select,datalist,rt,rp,[hidden],[style*="none"]';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;

before(async () => {
  host = await openBrowser();
});

after(() => host.close());

/**
 * @param {() => number} random
 * @param {number} depth
 * @returns {string}
 */
function piece(random, depth) {
  const one = (/** @type {string[]} */ list) => list[Math.floor(random() * list.length)];
  const choice = random();
  if (choice < 0.5 || depth > 6) return one(WORDS);
  if (choice < 0.6) return one(MARKUP);
  const inner = Array.from({ length: Math.floor(random() * 4) }, () => piece(random, depth + 1)).join('');
  if (choice < 0.66) return `<table><tr><td>${inner}</td><td>${one(WORDS)}</td></tr></table>`;
  const name = one(ELEMENTS);
  // One in ten is never closed.
  return `<${name}${one(ATTRIBUTES)}>${inner}${random() < 0.9 ? `</${name}>` : ''}`;
}

/** @param {string} text */
const letters = (text) => text.replace(/[\s\u00a0\u200b\ufeff]/gu, '');

test('a thousand pages made at random read as the browser reads them', async (t) => {
  const random = randomNumbers(20240512);
  const pages = Array.from({ length: PAGES }, () => Array.from({ length: 1 + Math.floor(random() * 8) }, () => piece(random, 0)).join(''));
  const page = await host.browser.newPage();
  t.after(() => page.close());
  const expected = await page.evaluate(
    ([sources, unread]) =>
      sources.map((source) => {
        // eslint-disable-next-line no-restricted-syntax -- the parser is what is asked, and nothing of it is shown
        const { body } = new DOMParser().parseFromString(source, 'text/html');
        for (const element of body.querySelectorAll(unread)) element.remove();
        return body.textContent ?? '';
      }),
    /** @type {[string[], string]} */ ([pages, UNREAD]),
  );
  const engine = createEngine();
  t.after(() => engine.dispose());
  const differing = [];
  for (const [index, source] of pages.entries()) {
    const { document } = await engine.digest(source, { format: 'html' });
    const [ours, theirs] = [letters(document.text ?? ''), letters(expected[index])];
    if (ours !== theirs) differing.push({ source, ours, theirs });
  }
  assert.deepEqual(differing.slice(0, 3), [], `${differing.length} of ${PAGES} pages differ`);
});
