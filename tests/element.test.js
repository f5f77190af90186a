/** The element by itself: sources, properties, attributes, events, keys. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ARTICLE, inBarePage, openBrowser, openPage } from './browser.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;

before(async () => {
  host = await openBrowser();
});

after(() => host.close());

test('elements share one worker', async () => {
  const opened = await openPage(host.browser, `${host.url}example.html`);
  await opened.page.evaluate(async (article) => {
    const views = [1, 2, 3].map(() => document.createElement('yao-dian'));
    const reads = views.map((view) => new Promise((resolve) => view.addEventListener('analysis', resolve, { once: true })));
    // Below an article in outline they would sleep.
    views.forEach((view, index) => Object.assign(view, { loading: 'eager', text: article.slice(index * 10) }));
    document.body.append(...views);
    await Promise.all(reads);
  }, ARTICLE);
  assert.equal(opened.counts.workers, 1);
  assert.equal(opened.requests.filter((url) => url.endsWith('.wasm')).length, 1);
  await opened.context.close();
});

test('a text set twice is read twice, the second shown', async () => {
  const shown = await inBarePage(host, async (article) => {
    const read = /** @type {any} */ (globalThis).read;
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    document.body.append(view);
    view.text = article;
    const first = await read(view);
    view.text = '宁溪县投资3亿元建设水库。';
    const second = await read(view);
    return { blocks: [first, second].map((digest) => digest.document.blocks.length > 1), text: view.shadowRoot.querySelector('.text').textContent };
  }, ARTICLE);
  assert.deepEqual(shown, { blocks: [true, false], text: '宁溪县投资3亿元建设水库。' });
});

test('several changes in a row make one analysis', async () => {
  const events = await inBarePage(host, async (article) => {
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    /** @type {string[]} */
    const seen = [];
    for (const type of ['analysis-start', 'analysis', 'analysis-error']) document.addEventListener(type, () => seen.push(type));
    document.body.append(view);
    view.sentences = 2;
    view.text = article;
    view.keywords = 4;
    const digest = await /** @type {any} */ (globalThis).read(view);
    return { seen, sentences: digest.summary.sentences.length, keywords: digest.keywords.length, reflected: view.getAttribute('sentences') };
  }, ARTICLE);
  assert.deepEqual(events, { seen: ['analysis-start', 'analysis'], sentences: 2, keywords: 4, reflected: '2' });
});

test('bad attributes count as the defaults', async () => {
  const counts = await inBarePage(host, () => {
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    return ['0', '-1', '21', 'drei', '1.5', '', '0.25', '7'].map((value) => {
      view.setAttribute('sentences', value);
      return view.sentences;
    });
  }, null);
  assert.deepEqual(counts, [3, 3, 3, 3, 3, 3, 0.25, 7]);
});

test('offsets and marks hold after emoji and rare Han', async () => {
  const text = `🎉🎉松原湾市园林局：公园🌳建成𠮷林路段\n${ARTICLE.replaceAll('公园', '公园🌳')}`;
  const { digest, marks } = await inBarePage(host, async (article) => {
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    view.text = article;
    document.body.append(view);
    const found = await /** @type {any} */ (globalThis).read(view);
    const list = [...view.shadowRoot.querySelectorAll('.article [data-starts^="figure-"]')];
    return { digest: found, marks: list.map((mark) => [mark.dataset.starts.split(' ')[0], mark.textContent]) };
  }, text);
  assert.ok(digest.figures.length > 3);
  for (const figure of digest.figures) assert.equal(text.slice(figure.start, figure.end), figure.text);
  const byKey = new Map(digest.figures.map((/** @type {any} */ figure) => [`figure-${figure.id}`, figure]));
  assert.ok(marks.length > 0);
  for (const [key, words] of marks) {
    const spoken = byKey.get(key).mentions.map((/** @type {any} */ span) => text.slice(span.start, span.end));
    assert.ok(spoken.some((/** @type {string} */ mention) => mention.startsWith(words)), `${words} should begin a mention of ${key}`);
  }
});

test('a light-DOM article is read as lines, and again when it changes', async () => {
  const texts = await inBarePage(host, async () => {
    const read = /** @type {any} */ (globalThis).read;
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    const add = (/** @type {string} */ tag, /** @type {string} */ words) => {
      const block = document.createElement(tag);
      block.textContent = words;
      view.append(block);
      return block;
    };
    add('h1', '  宁溪县水库\n   开工 ');
    const paragraph = add('p', '宁溪县投资3亿元');
    paragraph.append(document.createElement('b'), '建设水库。');
    add('noscript', '请打开脚本');
    document.body.append(view);
    await read(view);
    const before = view.text;
    paragraph.append('工期两年。');
    await read(view);
    return [before, view.text, view.digest.document.headline?.text ?? null];
  }, null);
  assert.equal(texts[0], '宁溪县水库 开工\n宁溪县投资3亿元建设水库。');
  assert.equal(texts[1], '宁溪县水库 开工\n宁溪县投资3亿元建设水库。工期两年。');
});

test('a property set before the definition survives it', async () => {
  const opened = await openPage(host.browser, `${host.url}samples/signing.txt`);
  const text = await opened.page.evaluate(async ([base, article]) => {
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    view.text = article;
    document.body.append(view);
    const read = new Promise((resolve) => view.addEventListener('analysis', resolve, { once: true }));
    await import(`${base}define.js`);
    await read;
    return view.text;
  }, [host.url, ARTICLE]);
  assert.equal(text, ARTICLE);
  await opened.context.close();
});

test('empty, short and foreign texts have a state of their own', async () => {
  const states = await inBarePage(host, async () => {
    const read = /** @type {any} */ (globalThis).read;
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    view.loading = 'eager';
    document.body.append(view);
    await Promise.resolve();
    const empty = Boolean(view.shadowRoot.querySelector('.empty'));
    view.text = 'Nothing here is written in Chinese.';
    const foreign = await read(view);
    const notices = view.shadowRoot.querySelectorAll('.notices li').length;
    return { empty, script: foreign.script, notices, figures: view.shadowRoot.querySelector('.figures .none')?.textContent };
  }, null);
  assert.deepEqual(states, { empty: true, script: 'none', notices: states.notices, figures: '文中没有可列的数字。' });
  assert.ok(states.notices > 0, 'should say what is wrong with the text');
});

test('a removed element leaves no analysis behind', async () => {
  const seen = await inBarePage(host, async (article) => {
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    let count = 0;
    view.addEventListener('analysis', () => (count += 1));
    view.text = article;
    document.body.append(view);
    await new Promise((resolve) => view.addEventListener('analysis-start', resolve, { once: true }));
    view.remove();
    const other = /** @type {any} */ (document.createElement('yao-dian'));
    other.text = article;
    document.body.append(other);
    await /** @type {any} */ (globalThis).read(other);
    return count;
  }, ARTICLE);
  assert.equal(seen, 0);
});

test('every heading, table and mark is reachable by keyboard alone', async () => {
  const opened = await openPage(host.browser, `${host.url}example.html`, { reducedMotion: 'reduce' });
  const { page } = opened;
  await page.locator('yao-dian .points').waitFor();
  await page.keyboard.press('Tab');
  const active = () =>
    page.evaluate(() => document.querySelector('yao-dian')?.shadowRoot?.activeElement?.className ?? '');
  assert.equal(await active(), 'item point');
  await page.keyboard.press('Enter');
  assert.match(await active(), /mark-sentence/);
  await page.keyboard.press('ArrowRight');
  assert.match(await active(), /^mark/);
  await page.keyboard.press('Escape');
  assert.equal(await active(), 'item point');
  await opened.context.close();
});

test('HTML given as a property is read by its structure and never becomes elements', async () => {
  const seen = await inBarePage(host, async () => {
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    view.html = '<h1>宁溪县水库开工</h1><p>宁溪县投资3亿元<img src=x onerror="globalThis.ran=1">建设水库，工期两年。</p>';
    document.body.append(view);
    const digest = await /** @type {any} */ (globalThis).read(view);
    return { headline: digest.document.headline.text, text: view.text, ran: 'ran' in globalThis, images: view.shadowRoot.querySelectorAll('img').length, html: view.html.length > 0 };
  }, null);
  assert.deepEqual(seen, { headline: '宁溪县水库开工', text: '宁溪县水库开工\n宁溪县投资3亿元建设水库，工期两年。\n', ran: false, images: 0, html: true });
});

test('a summary is cut to characters', async () => {
  const lengths = await inBarePage(host, async (article) => {
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    view.characters = 60;
    view.text = article;
    document.body.append(view);
    const short = await /** @type {any} */ (globalThis).read(view);
    view.characters = 300;
    const long = await /** @type {any} */ (globalThis).read(view);
    view.characters = null;
    const usual = await /** @type {any} */ (globalThis).read(view);
    return [short, long, usual].map((digest) => digest.summary.sentences);
  }, ARTICLE);
  assert.equal(lengths[0].length, 1);
  assert.ok(lengths[1].length > 3);
  assert.equal(lengths[2].length, 3);
});

test('a selector of nothing, or none at all, is an empty element', async () => {
  const states = await inBarePage(host, async () => {
    const seen = [];
    for (const selector of ['#missing', ':::', 'p >']) {
      const view = /** @type {any} */ (document.createElement('yao-dian'));
      view.loading = 'eager';
      view.srcSelector = selector;
      document.body.append(view);
      await new Promise((resolve) => setTimeout(resolve));
      seen.push(Boolean(view.shadowRoot.querySelector('.empty')));
    }
    return seen;
  }, null);
  assert.deepEqual(states, [true, true, true]);
});

test('a card has the change of what it measures, with its basis', async () => {
  const cards = await inBarePage(host, async () => {
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    view.text = '宁溪县上半年工业产值达21亿元，同比增长5.4%，比一季度加快0.3个百分点。';
    document.body.append(view);
    await /** @type {any} */ (globalThis).read(view);
    return [...view.shadowRoot.querySelectorAll('.card')].map((card) => [card.querySelector('.number').textContent, ...[...card.querySelectorAll('.change')].map((change) => change.textContent)]);
  }, null);
  assert.deepEqual(cards, [['21', '同比 ↑\u00A05.4%', '较一季度 ↑\u00A00.3个百分点']]);
});

/** A broken sum, and by how far, in the unit of the text. */
const BROKEN = [
  ['全市共建成26个公园，其中海州区12个，松岭区8个，河西区5个。', '相差 1个'],
  ['面粉收入12亿元，食油收入10.5亿元，两项合计23亿元。', '相差 0.5亿元'],
  ['公司净利润为5.06亿元，较上年同期的4.6亿元增长40%。', '相差 30个百分点'],
];

test('a broken sum says by how far', async () => {
  for (const [text, apart] of BROKEN) {
    const shown = await inBarePage(host, async (article) => {
      const view = /** @type {any} */ (document.createElement('yao-dian'));
      view.text = article;
      document.body.append(view);
      await /** @type {any} */ (globalThis).read(view);
      return view.shadowRoot.querySelector('.broken .apart')?.textContent;
    }, text);
    assert.equal(shown, apart, text);
  }
});
