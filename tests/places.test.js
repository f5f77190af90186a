/** Where the element may stand: in dialogs and popovers, in shadow trees, in other documents, moved and come back to. */

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
 * A page that says nothing of its language, with one element that has read.
 *
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
async function openPlain(options) {
  const opened = await openPage(host.browser, 'about:blank', options);
  const { page } = opened;
  await page.route('**/plain.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><meta charset=utf-8><link rel=icon href=data:><script type=module src=./define.js></script><body>' }),
  );
  await page.goto(`${host.url}plain.html`);
  await page.evaluate(async (article) => {
    await customElements.whenDefined('yao-dian');
    /** @type {any} */ (globalThis).put = async (/** @type {ParentNode} */ parent) => {
      const view = /** @type {any} */ (document.createElement('yao-dian'));
      Object.assign(view, { loading: 'eager', text: article });
      parent.append(view);
      await new Promise((resolve) => view.addEventListener('analysis', resolve, { once: true }));
      return view;
    };
  }, ARTICLE);
  return opened;
}

test('where the width comes from the content it has one', async () => {
  const { page, context, faults } = await openPlain({ viewport: { width: 1000, height: 700 } });
  const widths = await page.evaluate(async () => {
    const view = await /** @type {any} */ (globalThis).put(document.body);
    const width = () => Math.round(view.shadowRoot.querySelector('.points').getBoundingClientRect().width);
    const dialog = document.createElement('dialog');
    const popover = Object.assign(document.createElement('div'), { popover: 'auto' });
    const floating = document.createElement('div');
    floating.style.float = 'left';
    const flex = document.createElement('div');
    flex.style.display = 'flex';
    document.body.append(dialog, popover, floating, flex);
    const seen = [];
    for (const place of [dialog, popover, floating, flex]) {
      place.append(view);
      if (place === dialog) dialog.showModal();
      if (place === popover) popover.showPopover();
      seen.push(width());
      dialog.close();
    }
    return seen;
  });
  for (const width of widths) assert.ok(width > 400 && width < 1000, String(widths));
  assert.deepEqual(faults, []);
  await context.close();
});

test('moved within a page it keeps what is shown and the focus; in another document, its style', async () => {
  const { page, context, faults } = await openPlain({ reducedMotion: 'reduce' });
  const seen = await page.evaluate(async () => {
    const view = await /** @type {any} */ (globalThis).put(document.body);
    const digest = view.shadowRoot.querySelector('.digest');
    view.shadowRoot.querySelector('.card').click();
    const focused = view.shadowRoot.activeElement;
    const section = document.createElement('section');
    document.body.append(section);
    /** @type {any} */ (section).moveBefore(view, null);
    const kept = [view.shadowRoot.querySelector('.digest') === digest, view.shadowRoot.activeElement === focused];
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentDocument?.body.append(view);
    await new Promise((resolve) => view.addEventListener('analysis', resolve, { once: true }));
    const styled = frame.contentWindow?.getComputedStyle(view.shadowRoot.querySelector('.digest')).display;
    document.body.append(view);
    return { kept, styled, back: getComputedStyle(view.shadowRoot.querySelector('.digest')).display };
  });
  assert.deepEqual(seen, { kept: [true, true], styled: 'grid', back: 'grid' });
  assert.deepEqual(faults, []);
  await context.close();
});

test('it speaks the language around it, also over shadow trees, else that of the browser', async () => {
  for (const [locale, own] of [['en-GB', 'Key figures'], ['zh-TW', '關鍵數字'], ['fr-FR', '关键数字']]) {
    const { page, context } = await openPlain({ locale });
    const titles = await page.evaluate(async () => {
      const title = async (/** @type {ParentNode} */ parent) => (await /** @type {any} */ (globalThis).put(parent)).shadowRoot.querySelector('.figures .heading').firstChild.data;
      const outer = document.createElement('div');
      document.body.append(outer);
      const alone = await title(document.body);
      outer.lang = 'zh-Hant';
      return [alone, await title(outer.attachShadow({ mode: 'open' }))];
    });
    assert.deepEqual(titles, [own, '關鍵數字']);
    await context.close();
  }
});

test('what the host wrote on it stays', async () => {
  const { page, context } = await openPlain();
  const written = { tabindex: '3', role: 'region', class: 'mine', 'aria-label': '稿', title: '稿' };
  const left = await page.evaluate(async (attributes) => {
    const view = document.createElement('yao-dian');
    for (const [name, value] of Object.entries(attributes)) view.setAttribute(name, value);
    Object.assign(view, { loading: 'eager', text: '宁溪县投资3亿元建设水库，工期两年。' });
    const read = new Promise((resolve) => view.addEventListener('analysis', resolve, { once: true }));
    document.body.append(view);
    await read;
    return Object.fromEntries(view.getAttributeNames().map((name) => [name, view.getAttribute(name)]));
  }, written);
  assert.deepEqual(left, { ...written, loading: 'eager' });
  await context.close();
});

test('it leaves no name but the key of the shared engine, and nothing stored in its host', async () => {
  const { page, context } = await openPlain();
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  const left = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const own = new Set(Reflect.ownKeys(/** @type {object} */ (frame.contentWindow)));
    frame.remove();
    await /** @type {any} */ (globalThis).put(document.body);
    const added = Reflect.ownKeys(globalThis).filter((key) => !own.has(key)).map(String);
    return { added: added.filter((key) => !/^(put|reportViolation|__p.*|\d+)$/.test(key)), stored: localStorage.length + sessionStorage.length, cookies: document.cookie };
  });
  assert.deepEqual(left, { added: [`Symbol(yaodian ${version})`], stored: 0, cookies: '' });
  await context.close();
});

test('the live region says the latest, once a second', async () => {
  const { page, context } = await openPlain();
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.evaluate(async () => {
    const view = await /** @type {any} */ (globalThis).put(document.body);
    const said = /** @type {string[]} */ ([]);
    const region = view.shadowRoot.querySelector('.status');
    new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true });
    Object.assign(globalThis, { view, said });
  });
  const read = (/** @type {string[]} */ texts) =>
    page.evaluate(async (all) => {
      const { view } = /** @type {any} */ (globalThis);
      for (const text of all) {
        const done = new Promise((resolve) => view.addEventListener('analysis', resolve, { once: true }));
        view.text = text;
        await done;
      }
    }, texts);
  const said = () => page.evaluate(() => /** @type {any} */ (globalThis).said.length);
  await page.clock.runFor(10);
  assert.equal(await said(), 1, 'should say what was read at once');
  await read(['宁溪县投资3亿元。', '宁溪县投资3亿元建设水库，工期两年。', `${ARTICLE}\n其余2个。`]);
  await page.clock.runFor(900);
  assert.equal(await said(), 1, 'should wait');
  await page.clock.runFor(200);
  assert.equal(await said(), 2, 'should say the latest alone');
  await context.close();
});

test('an item has a fragment that leads to its words in the host page', async () => {
  const { page, context } = await openPage(host.browser, 'about:blank', { reducedMotion: 'reduce' });
  const paragraphs = ARTICLE.trim().split('\n').map((line) => `<p>${line}</p>`).join('');
  await page.route('**/story.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang=zh-Hans><meta charset=utf-8><link rel=icon href=data:><script type=module src=./define.js></script><body><yao-dian loading=eager src-selector=article></yao-dian><p style="height:9000px"></p><article>${paragraphs}</article>`,
    }),
  );
  await page.goto(`${host.url}story.html`);
  await page.locator('yao-dian .points').waitFor();
  const fragments = await page.locator('yao-dian').evaluate((view) => {
    /** @type {string[]} */
    const seen = [];
    view.addEventListener('span-activate', (event) => seen.push(/** @type {CustomEvent} */ (event).detail.fragment));
    for (const one of ['.point', '.card', '.quote']) /** @type {HTMLElement} */ (view.shadowRoot?.querySelector(one)).click();
    return seen;
  });
  assert.equal(fragments.length, 3);
  for (const fragment of fragments) {
    await page.goto('about:blank');
    await page.goto(`${host.url}story.html#${fragment}`);
    await page.waitForFunction(() => scrollY > 8000, null, { timeout: 10_000 });
  }
  await context.close();
});

test('the attribute `text` is read, as frameworks write it that know no properties, and the property goes before it', async () => {
  const { page, context, faults } = await openPlain();
  const texts = await page.evaluate(async () => {
    const view = /** @type {any} */ (document.createElement('yao-dian'));
    view.setAttribute('loading', 'eager');
    view.setAttribute('text', '宁溪县投资3亿元建设水库，工期两年。');
    view.append('桐溪县投资5亿元。');
    const after = () => new Promise((resolve) => view.addEventListener('analysis', () => resolve(view.text), { once: true }));
    document.body.append(view);
    const seen = [await after()];
    view.setAttribute('text', '宁溪县投资4亿元。');
    seen.push(await after());
    view.text = '岚江市投资6亿元。';
    seen.push(await after());
    view.text = null;
    seen.push(await after());
    view.removeAttribute('text');
    seen.push(await after());
    return seen;
  });
  assert.deepEqual(texts, ['宁溪县投资3亿元建设水库，工期两年。', '宁溪县投资4亿元。', '岚江市投资6亿元。', '宁溪县投资4亿元。', '桐溪县投资5亿元。']);
  assert.deepEqual(faults, []);
  await context.close();
});

test('in a page of another encoding it reads and speaks as ever', async () => {
  const { page, context, faults } = await openPage(host.browser, 'about:blank');
  const body = '<!doctype html><html lang=zh-Hans><meta charset=gbk><link rel=icon href=data:><script type=module src=./define.js></script><body><yao-dian loading=eager></yao-dian>';
  await page.route('**/gbk.html', (route) => route.fulfill({ contentType: 'text/html; charset=gbk', body: Buffer.from(body, 'latin1') }));
  await page.goto(`${host.url}gbk.html`);
  await page.evaluate((text) => void Object.assign(/** @type {Element} */ (document.querySelector('yao-dian')), { text }), ARTICLE);
  await page.locator('yao-dian .points').waitFor();
  assert.equal(await page.evaluate(() => document.characterSet), 'GBK');
  assert.equal(await page.locator('yao-dian .summary .heading').textContent(), '摘要');
  assert.match((await page.locator('yao-dian .text').textContent()) ?? '', /松原湾市今年新建公园18个/);
  assert.deepEqual(faults, []);
  await context.close();
});
