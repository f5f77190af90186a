/** The element in pages that are not ours: beside others, over the page's own text, in forms, in frames, under hostile styles. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { ARTICLE, analysisAfter, inBarePage, openBrowser, openPage } from './browser.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;

before(async () => {
  host = await openBrowser();
});

after(() => host.close());

test('a part of the host page is read and highlighted without a change to it', async () => {
  const seen = await inBarePage(host, async (article) => {
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
    const card = view.shadowRoot.querySelector('.card');
    card.click();
    const current = text('yaodian-current');
    const once = [view.shadowRoot.querySelector('.article'), card.querySelector('.written').textContent];
    const unchanged = markup(story) === before;
    await Promise.resolve();
    const expected = digest.figures.flatMap((/** @type {any} */ figure) => figure.mentions.map((/** @type {any} */ span) => view.text.slice(span.start, span.end)));
    const counted = mutations;
    story.append('宁溪县另有5个公园动工，总投资2亿元。');
    await /** @type {any} */ (globalThis).read(view);
    const reread = view.text.endsWith('总投资2亿元。');
    view.remove();
    return { figures: figures.map((one) => one.replace(/\s/g, '')), expected, current, once, unchanged, counted, reread, left: /** @type {any} */ (CSS).highlights.size, sheets: document.adoptedStyleSheets.length };
  }, ARTICLE);
  assert.ok(seen.figures.length > 5);
  assert.deepEqual(seen.figures, seen.expected.map((/** @type {string} */ one) => one.replace(/\s/g, '')));
  const { current, once, unchanged, counted, reread, left, sheets } = seen;
  assert.deepEqual([null, ...current.map((one) => one.replace(/\s/g, ''))], [once[0], once[1].replace(/\s/g, '')], 'the article should stand once, with the whole figure shown');
  assert.deepEqual({ unchanged, counted, reread, left, sheets }, { unchanged: true, counted: 0, reread: true, left: 0, sheets: 0 });
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
  const left = await inBarePage(host, async (article) => {
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
  const warnings = await inBarePage(host, async () => {
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
  const same = await inBarePage(host, async (article) => {
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

/** A page without a policy of its own, in which forms can be sent. @param {import('playwright-core').Page} page */
async function openFormPage(page) {
  await page.route('**/form.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><meta charset=utf-8><script type=module src=./define.js></script>
        <form method=post action=./sent.html><fieldset><label for=story>稿</label><yao-dian id=story name=story loading=eager required></yao-dian></fieldset><button>送出</button></form>`,
    }),
  );
  await page.goto(`${host.url}form.html`);
  await page.evaluate(() => customElements.whenDefined('yao-dian'));
}

test('a form sends the digest, and not without one where it is required', async () => {
  const opened = await openPage(host.browser, 'about:blank');
  const { page } = opened;
  await openFormPage(page);
  /** @type {string[]} */
  const sent = [];
  await page.route('**/sent.html', (route) => {
    sent.push(route.request().postData() ?? '');
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>收到</title>' });
  });
  await page.click('button');
  const refused = await page.evaluate(() => {
    const view = /** @type {any} */ (document.querySelector('yao-dian'));
    const { valueMissing, valid } = view.validity;
    return { valueMissing, valid, message: view.validationMessage, form: view.form === document.forms[0], named: view.labels[0].textContent, checked: view.checkValidity(), name: view.name };
  });
  assert.deepEqual(refused, { valueMissing: true, valid: false, message: '这里需要一篇新闻。', form: true, named: '稿', checked: false, name: 'story' });
  assert.deepEqual(sent, []);
  const digest = await analysisAfter(page, () => page.evaluate((text) => void Object.assign(/** @type {any} */ (document.querySelector('yao-dian')), { text }), ARTICLE));
  await Promise.all([page.waitForURL('**/sent.html'), page.click('button')]);
  assert.deepEqual(JSON.parse(new URLSearchParams(sent[0]).get('story') ?? ''), digest);
  assert.deepEqual(opened.faults, []);
  await opened.context.close();
});

test('as a field it is reset, disabled, restored, and refuses what is too long', async () => {
  const opened = await openPage(host.browser, 'about:blank');
  const { page } = opened;
  await openFormPage(page);
  const seen = await page.evaluate(async (article) => {
    const view = /** @type {any} */ (document.querySelector('yao-dian'));
    const after = (/** @type {string} */ type) => new Promise((resolve) => view.addEventListener(type, resolve, { once: true }));
    const entries = () => [...new FormData(document.forms[0]).keys()];
    view.text = article;
    await after('analysis');
    const full = [entries(), view.validity.valid];
    const fieldset = /** @type {HTMLFieldSetElement} */ (document.querySelector('fieldset'));
    fieldset.disabled = true;
    const disabled = [entries(), view.shadowRoot.querySelector('.content').inert, view.willValidate];
    fieldset.disabled = false;
    document.forms[0].reset();
    await new Promise((resolve) => setTimeout(resolve));
    const reset = [entries(), view.text, view.digest];
    view.formStateRestoreCallback(article, 'restore');
    await after('analysis');
    const restored = [view.text === article, entries()];
    view.text = '字'.repeat(20_000_001);
    await after('analysis-error');
    return { full, disabled, reset, restored, tooLong: [view.validity.tooLong, entries()] };
  }, ARTICLE);
  assert.deepEqual(seen, {
    full: [['story'], true],
    disabled: [[], true, false],
    reset: [[], '', null],
    restored: [true, ['story']],
    tooLong: [true, []],
  });
  assert.deepEqual(opened.faults, []);
  await opened.context.close();
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
