/** The element in pages that are not ours: sources, properties, attributes, events, many at once. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { ARTICLE, openBrowser, openPage } from './browser.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;

before(async () => {
  host = await openBrowser();
});

after(() => host.close());

/**
 * Runs a function in a page that has the element's script and nothing else in its body.
 *
 * @template Argument, Result
 * @param {(argument: Argument) => Promise<Result> | Result} script
 * @param {Argument} argument
 */
async function inBarePage(script, argument) {
  const opened = await openPage(host.browser, `${host.url}example.html`);
  await opened.page.evaluate(() => {
    document.body.replaceChildren();
    /** @type {any} */ (globalThis).read = (/** @type {Element} */ element) =>
      new Promise((resolve, reject) => {
        element.addEventListener('analysis', (event) => resolve(/** @type {CustomEvent} */ (event).detail), { once: true });
        element.addEventListener('analysis-error', (event) => reject(new Error(/** @type {CustomEvent} */ (event).detail.code)), { once: true });
      });
  });
  const result = await opened.page.evaluate(/** @type {any} */ (script), argument);
  await opened.context.close();
  assert.deepEqual(opened.faults, []);
  return /** @type {Result} */ (result);
}

test('elements share one worker', async () => {
  const opened = await openPage(host.browser, `${host.url}example.html`);
  await opened.page.evaluate(async (article) => {
    const views = [1, 2, 3].map(() => document.createElement('yao-dian'));
    const reads = views.map((view) => new Promise((resolve) => view.addEventListener('analysis', resolve, { once: true })));
    views.forEach((view, index) => Object.assign(view, { text: article.slice(index * 10) }));
    document.body.append(...views);
    await Promise.all(reads);
  }, ARTICLE);
  assert.equal(opened.counts.workers, 1);
  assert.equal(opened.requests.filter((url) => url.endsWith('.wasm')).length, 1);
  await opened.context.close();
});

test('a text set twice is read twice, the second shown', async () => {
  const shown = await inBarePage(async (article) => {
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
  const events = await inBarePage(async (article) => {
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
  const counts = await inBarePage(() => {
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
  const { digest, marks } = await inBarePage(async (article) => {
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
  const texts = await inBarePage(async () => {
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

test('the interface speaks the language of its place', async () => {
  const titles = await inBarePage(async (article) => {
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

test('empty, short and foreign texts have a state of their own', async () => {
  const states = await inBarePage(async () => {
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
  const seen = await inBarePage(async (article) => {
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
  const seen = await inBarePage(async () => {
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    view.html = '<h1>宁溪县水库开工</h1><p>宁溪县投资3亿元<img src=x onerror="globalThis.ran=1">建设水库，工期两年。</p>';
    document.body.append(view);
    const digest = await /** @type {any} */ (globalThis).read(view);
    return { headline: digest.document.headline.text, text: view.text, ran: 'ran' in globalThis, images: view.shadowRoot.querySelectorAll('img').length, html: view.html.length > 0 };
  }, null);
  assert.deepEqual(seen, { headline: '宁溪县水库开工', text: '宁溪县水库开工\n宁溪县投资3亿元建设水库，工期两年。\n', ran: false, images: 0, html: true });
});

test('a summary is cut to characters', async () => {
  const lengths = await inBarePage(async (article) => {
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

test('a part of the host page is read and highlighted without a change to it', async () => {
  const seen = await inBarePage(async (article) => {
    const story = document.createElement('article');
    for (const line of article.trim().split('\n')) {
      const paragraph = document.createElement('p');
      paragraph.append(`\n   ${line.slice(0, 20)}\n  `, Object.assign(document.createElement('b'), { textContent: line.slice(20) }));
      story.append(paragraph);
    }
    document.body.append(story);
    let mutations = 0;
    const observer = new MutationObserver((records) => (mutations += records.length));
    observer.observe(story, { subtree: true, childList: true, attributes: true, characterData: true });
    const markup = (/** @type {Node} */ node) => new XMLSerializer().serializeToString(node);
    const before = markup(story);
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    view.srcSelector = 'article';
    document.body.append(view);
    const digest = await /** @type {any} */ (globalThis).read(view);
    const text = (/** @type {string} */ name) => [.../** @type {any} */ (CSS).highlights.get(name)].map(String);
    const figures = text('yaodian-figure');
    view.shadowRoot.querySelector('.card').click();
    const current = text('yaodian-current');
    const unchanged = markup(story) === before;
    await Promise.resolve();
    const expected = digest.figures.flatMap((/** @type {any} */ figure) => figure.mentions.map((/** @type {any} */ span) => view.text.slice(span.start, span.end)));
    const counted = mutations;
    story.append('宁溪县另有5个公园动工，总投资2亿元。');
    await /** @type {any} */ (globalThis).read(view);
    const reread = view.text.endsWith('总投资2亿元。');
    view.remove();
    return { figures: figures.map((one) => one.replace(/\s/g, '')), expected, current: current.length, unchanged, counted, reread, left: /** @type {any} */ (CSS).highlights.size, sheets: document.adoptedStyleSheets.length };
  }, ARTICLE);
  assert.ok(seen.figures.length > 5);
  assert.deepEqual(seen.figures, seen.expected.map((/** @type {string} */ one) => one.replace(/\s/g, '')));
  const { current, unchanged, counted, reread, left, sheets } = seen;
  assert.deepEqual({ current, unchanged, counted, reread, left, sheets }, { current: 1, unchanged: true, counted: 0, reread: true, left: 0, sheets: 0 });
});

test('a selector of nothing, or none at all, is an empty element', async () => {
  const states = await inBarePage(async () => {
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

test('fifty elements share a worker, and those far away wait', async () => {
  const opened = await openPage(host.browser, `${host.url}example.html`);
  const counts = await opened.page.evaluate(async (article) => {
    document.body.replaceChildren();
    let read = 0;
    document.addEventListener('analysis', () => (read += 1));
    const views = Array.from({ length: 50 }, (_, index) => {
      const spacer = document.createElement('div');
      spacer.style.height = '600px';
      const view = /** @type {any} */ (document.createElement('yao-dian'));
      view.text = article.slice(index);
      document.body.append(view, spacer);
      return view;
    });
    const settled = async () => {
      for (let last = -1; last !== read; ) {
        last = read;
        await new Promise((resolve) => setTimeout(resolve, 700));
      }
      return read;
    };
    const near = await settled();
    for (const view of views) view.loading = 'eager';
    return { near, all: await settled() };
  }, ARTICLE);
  assert.ok(counts.near >= 1 && counts.near < 10, `${counts.near} near the window should be read`);
  assert.equal(counts.all, 50);
  assert.equal(opened.counts.workers, 1);
  assert.deepEqual(opened.faults, []);
  await opened.context.close();
});

test('five hundred comings and goings leave nothing behind', async () => {
  const left = await inBarePage(async (article) => {
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    view.text = article;
    document.body.append(view);
    await /** @type {any} */ (globalThis).read(view);
    const before = view.shadowRoot.querySelectorAll('*').length;
    for (let index = 0; index < 500; index += 1) {
      view.remove();
      document.body.append(view);
    }
    await /** @type {any} */ (globalThis).read(view);
    return [before, view.shadowRoot.querySelectorAll('*').length];
  }, ARTICLE);
  assert.equal(left[0], left[1]);
});

test('another version under the same tag is named in a warning', async () => {
  const warnings = await inBarePage(async () => {
    const seen = /** @type {string[]} */ ([]);
    const warn = console.warn;
    console.warn = (message) => seen.push(String(message));
    const { YaoDianElement } = /** @type {any} */ (await import(new URL('./element.js', location.href).href));
    YaoDianElement.define();
    customElements.define('other-version', class extends HTMLElement {});
    YaoDianElement.define('other-version');
    console.warn = warn;
    return seen;
  }, null);
  assert.equal(warnings.length, 1);
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  assert.equal(warnings[0], `yaodian: <other-version> is version unknown already, version ${version} is not registered`);
});

test('a hostile host changes neither the element nor its marks', async () => {
  const same = await inBarePage(async (article) => {
    const plain = /** @type {any} */ (document.createElement('yao-dian'));
    plain.text = article;
    document.body.append(plain);
    const before = await /** @type {any} */ (globalThis).read(plain);
    const markup = (/** @type {Node} */ node) => new XMLSerializer().serializeToString(node);
    const html = markup(plain.shadowRoot.querySelector('.digest'));
    Object.assign(Object.prototype, { part: 'evil', class: 'evil', pollution: 1 });
    /** @type {any} */ (Array.prototype).last = function () {};
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { all: unset !important; }');
    document.adoptedStyleSheets = [sheet];
    const other = /** @type {any} */ (document.createElement('yao-dian'));
    other.text = article;
    other.loading = 'eager';
    document.body.append(other);
    const after = await /** @type {any} */ (globalThis).read(other);
    const result = [JSON.stringify(before) === JSON.stringify(after), markup(other.shadowRoot.querySelector('.digest')) === html];
    for (const name of ['part', 'class', 'pollution']) delete /** @type {any} */ (Object.prototype)[name];
    return result;
  }, ARTICLE);
  assert.deepEqual(same, [true, true]);
});

test('the frame edition answers to its host alone, in a sandbox that allows scripts', async () => {
  const opened = await openPage(host.browser, 'about:blank');
  const { page } = opened;
  // A host with a policy of its own, or none: ours allows no frames.
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><meta charset=utf-8><body>' }));
  await page.goto(`${host.url}host.html`);
  const seen = await page.evaluate(async (article) => {
    document.body.replaceChildren();
    const { connectFrame } = /** @type {any} */ (await import(new URL('./frame.js', location.href).href));
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.src = './embed.html';
    document.body.append(frame);
    const digest = await new Promise((resolve) => connectFrame(frame, { text: article, lang: 'en', theme: 'dark', sentences: 2 }, resolve));
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { sentences: digest.summary.sentences.length, height: Number(frame.height) };
  }, ARTICLE);
  assert.equal(seen.sentences, 2);
  assert.ok(seen.height > 600, `should be as high as its content, is ${seen.height}`);
  assert.deepEqual(opened.faults.filter((fault) => !/Worker/.test(fault)), [], 'but for the worker, which an origin of its own may not have');
  await opened.context.close();
});

test('the manifest names what there is, and every property changes what is seen', async () => {
  const manifest = JSON.parse(await readFile(new URL('../www/custom-elements.json', import.meta.url), 'utf8'));
  const element = manifest.modules[0].declarations[0];
  const { page, context } = await openPage(host.browser, `${host.url}example.html`, { viewport: { width: 1200, height: 700 }, reducedMotion: 'reduce' });
  const facts = await page.evaluate(async (article) => {
    document.body.replaceChildren();
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    view.text = article;
    document.body.append(view);
    await new Promise((resolve) => view.addEventListener('analysis', resolve, { once: true }));
    const parts = [...view.shadowRoot.querySelectorAll('[part]')].flatMap((one) => [...one.part]);
    const empty = /** @type {any} */ (document.createElement('yao-dian'));
    empty.loading = 'eager';
    document.body.append(empty);
    await new Promise((resolve) => setTimeout(resolve, 50));
    parts.push(...[...empty.shadowRoot.querySelectorAll('[part]')].flatMap((one) => [...one.part]));
    empty.remove();
    const members = [];
    for (let proto = Object.getPrototypeOf(view); proto !== HTMLElement.prototype; proto = Object.getPrototypeOf(proto)) {
      members.push(...Object.getOwnPropertyNames(proto));
    }
    return { parts: [...new Set(parts)], members, observed: view.constructor.observedAttributes };
  }, ARTICLE);
  const names = (/** @type {{ name: string }[]} */ list) => list.map(({ name }) => name).sort();
  const rare = ['notices'];
  for (const { name } of element.cssParts) assert.ok(facts.parts.includes(name) || rare.includes(name), `part ${name} should be there`);
  for (const part of facts.parts) assert.ok(names(element.cssParts).includes(part), `part ${part} should be in the manifest`);
  assert.deepEqual(names(element.attributes), [...facts.observed].sort());
  for (const { name, static: isStatic } of element.members) assert.ok(isStatic || facts.members.includes(name), `member ${name}`);

  await page.locator('yao-dian .all-figures > summary').click();
  await page.locator('yao-dian .card').first().click();
  await page.mouse.move(1199, 699);
  await page.locator('yao-dian .tip').waitFor({ state: 'hidden' });
  await page.locator('yao-dian .card').first().focus();
  await page.locator('yao-dian .tip').waitFor({ state: 'visible' });
  const values = new Map([['-font', 'monospace'], ['-text-font', 'monospace'], ['-radius', '12px'], ['-leading', '3'], ['-article-height', '200px']]);
  const size = /-(gap|size|measure)$/;
  const shot = () => page.screenshot({ fullPage: true });
  const before = await shot();
  assert.ok(before.equals(await shot()), 'the page should stand still');
  for (const { name } of element.cssProperties) {
    const value = values.get(name.replace('--yaodian', '')) ?? (size.test(name) ? '9px' : 'rgb(0 128 255)');
    await page.evaluate(([property, given]) => /** @type {HTMLElement} */ (document.querySelector('yao-dian')).style.setProperty(property, given), [name, value]);
    assert.ok(!before.equals(await shot()), `${name} should change what is seen`);
    await page.evaluate((property) => /** @type {HTMLElement} */ (document.querySelector('yao-dian')).style.removeProperty(property), name);
  }
  await context.close();
});
