/** The words of the interface: three languages, one and many, and those a host puts in their place. */

import assert from 'node:assert/strict';
import { createEngine } from '../www/index.node.js';
import { language } from '../www/view/language.js';
import { after, before, test } from 'node:test';
import { ARTICLE, analysisAfter, inBarePage, openBrowser, openPage } from './browser.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;

before(async () => {
  host = await openBrowser();
});

after(() => host.close());

test('the interface speaks the language of its place', async () => {
  const titles = await inBarePage(host, async (article) => {
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    view.text = article;
    document.body.append(view);
    await /** @type {any} */ (globalThis).read(view);
    const heading = () => view.shadowRoot.querySelector('.summary .heading').textContent;
    const seen = [heading()];
    view.lang = 'en';
    seen.push(heading());
    view.lang = 'zh-CN';
    seen.push(heading());
    return seen;
  }, ARTICLE);
  assert.deepEqual(titles, ['摘要', 'Summary', '摘要']);
});

test('the interface speaks three languages and remembers the choice', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => page.click('[data-sample="ferry"]'));
  for (const [tag, title, button] of [['zh-Hant', '關鍵數字', '清空'], ['en', 'Key figures', 'Clear'], ['zh-Hans', '关键数字', '清空']]) {
    await page.selectOption('#language', tag);
    assert.equal(await page.locator('yao-dian .figures .heading').textContent(), title);
    assert.equal(await page.locator('#clear').textContent(), button);
    assert.equal(await page.locator('html').getAttribute('lang'), tag);
  }
  await page.selectOption('#language', 'zh-Hant');
  await page.reload();
  assert.equal(await page.locator('#clear').textContent(), '清空');
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hant');
  assert.deepEqual(faults, []);
  await context.close();
});

/** A text for every notice. */
const NOTICES = [
  { code: 'not-chinese', text: 'Nothing here is written in Chinese.' },
  { code: 'too-short', text: '松原湾市新建公园。' },
  { code: 'very-long', text: `松原湾市公园开放\n${'松原湾市今年新建公园，全部免费对外开放，市民可以随时入园游览。\n'.repeat(2000)}` },
  { code: 'year-unknown', text: `松原湾市公园开放\n5月12日 10:20\n松原湾市今年新建公园18个，总投资9.6亿元，比去年增加6个，全部免费对外开放。` },
  { code: 'bidi-control', text: '松原湾市今年新建公园18个，总投资9.6\u202e亿元，比去年增加6个，全部免费对外开放。' },
  { code: 'invisible-in-number', text: '松原湾市今年新建公园1\u200b8个，总投资9.6亿元，比去年增加6个，全部免费对外开放。' },
];

for (const { code, text } of NOTICES) {
  test(`the notice ${code} is said in three languages`, async () => {
    const engine = createEngine({ deadline: 60_000 });
    const { notices } = await engine.digest(text);
    engine.dispose();
    assert.ok(notices.some((notice) => notice.code === code), JSON.stringify(notices));
    const [english, traditional] = ['en', 'zh-Hant'].map((tag) => language(tag).notices[code]('2024'));
    assert.doesNotMatch(english, /\p{Script=Han}/u);
    assert.match(traditional, /\p{Script=Han}/u);
    assert.notEqual(traditional, notices.find((notice) => notice.code === code)?.message, 'should be in traditional characters');
  });
}

test('one is said as one', () => {
  const { clutter, mentions, moreQuotes, extent, done, allFigures } = language('en');
  for (const words of [clutter(1), mentions(1), moreQuotes(1), extent(1, 40, 10), done(1, 1, 1), allFigures(1)]) {
    assert.doesNotMatch(words, /\b1 (?:lines|places|statements|sentences|figures|people)\b|All 1/, words);
  }
});

test('in English every word is English but those of the article', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url);
  await page.selectOption('#language', 'en');
  const text = `松原湾市公园开放\n5月12日 10:20\n${ARTICLE}`;
  const foreign = () =>
    page.evaluate(() => {
      const roots = [document.body, /** @type {any} */ (document.querySelector('yao-dian')).shadowRoot];
      const read = /** @type {any} */ (document.querySelector('yao-dian')).text;
      const words = [];
      for (const root of roots) {
        for (const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); walker.nextNode(); ) {
          const { nodeValue, parentElement } = /** @type {Text} */ (walker.currentNode);
          const line = (nodeValue ?? '').trim().replace(/^“|”$/g, '');
          const own = parentElement?.closest('script, noscript, h1, [lang^="zh"]');
          if (/\p{Script=Han}/u.test(line) && !own && !read.includes(line)) words.push(line);
        }
      }
      return words;
    });
  assert.deepEqual(await foreign(), []);
  await analysisAfter(page, () => page.locator('#source').fill(text));
  // Names put together of two places, and dates written out, are made of the article's words.
  const made = (await foreign()).filter((line) => ![...line.matchAll(/\p{Script=Han}+/gu)].every(([run]) => text.includes(run)));
  assert.deepEqual(made, []);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a host puts its own words in place of ours, and only words', async () => {
  const seen = await inBarePage(host, async (article) => {
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    view.strings = { summary: '一分钟读完', mentions: (/** @type {number} */ n) => `×${n}`, people: 7, keywords: null, notThere: 'x', roles: { reporter: '采写' }, figureColumns: 'x' };
    view.text = article;
    document.body.append(view);
    await /** @type {any} */ (globalThis).read(view);
    const words = (/** @type {string} */ selector) => view.shadowRoot.querySelector(selector).textContent;
    const first = [words('.summary .heading'), words('.keyword .count'), words('.people .heading'), words('.keywords .heading'), words('.makers'), words('.sort')];
    view.strings = null;
    return [...first, words('.summary .heading'), Object.keys(view.strings).length];
  }, ARTICLE);
  assert.match(String(seen[1]), /^×\d+$/);
  assert.match(String(seen[4]), /白露（采写）/);
  assert.deepEqual([seen[0], seen[2], seen[3], seen[5], seen[6], seen[7]], ['一分钟读完', '人物', '关键词', '原文', '摘要', 0]);
});
