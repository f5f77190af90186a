/** Text that attacks: pasted, dropped, in documents, in links, in attributes. Nothing runs, nothing is asked for. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ARTICLE, dropFile, openBrowser, openPage } from './browser.js';
import { wordXml, zipOf } from './docx.js';
import { PAYLOADS } from './payloads.js';
import { openFirefox, openFirefoxPage } from './firefox.js';
import { shareFragment } from '../www/page/share.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;

before(async () => {
  host = await openBrowser();
});

after(() => host.close());

test('there are three hundred payloads and more, no two alike', () => {
  assert.ok(PAYLOADS.length >= 300, `${PAYLOADS.length}`);
  assert.equal(new Set(PAYLOADS).size, PAYLOADS.length);
});

/** @param {string} payload */
function articleWith(payload) {
  return `${payload}松原湾市公园开放\n${ARTICLE}\n记者${payload}报道，${payload}公司投资18亿元。`;
}

/** Counts calls of `canary`, wherever they come from. */
async function watched() {
  const opened = await openPage(host.browser, host.url);
  await opened.page.evaluate(() => {
    const scope = /** @type {any} */ (globalThis);
    scope.executions = 0;
    scope.canary = () => (scope.executions += 1);
    scope.read = (/** @type {() => void} */ action) =>
      new Promise((resolve) => {
        for (const type of ['analysis', 'analysis-error']) document.addEventListener(type, resolve, { once: true });
        action();
      });
  });
  await opened.page.waitForLoadState('networkidle');
  const loaded = opened.requests.length;
  return {
    ...opened,
    async finish() {
      await opened.page.waitForTimeout(300);
      const elements = await opened.page.evaluate(() => {
        const roots = [document, /** @type {any} */ (document.querySelector('yao-dian')).shadowRoot];
        return roots.flatMap((root) => [...root.querySelectorAll('img, iframe, object, embed, video, audio, form, base, math, template, [onerror], [onload], [onfocus]')]).length;
      });
      assert.equal(await opened.page.evaluate(() => /** @type {any} */ (globalThis).executions), 0, 'nothing should run');
      // The browser itself asks for the icon again when the fragment changes.
      const asked = opened.requests.slice(loaded).filter((url) => !url.endsWith('/icon.svg'));
      assert.deepEqual(asked, [], 'nothing should be asked for');
      assert.equal(elements, 0, 'no element should come of a text');
      assert.deepEqual(opened.faults, [], 'no report of the policy, no exception');
      await opened.context.close();
    },
  };
}

test('pasted as text', async () => {
  const { page, finish } = await watched();
  await page.evaluate(async (texts) => {
    const view = /** @type {any} */ (document.querySelector('yao-dian'));
    for (const text of texts) await /** @type {any} */ (globalThis).read(() => (view.text = text));
  }, PAYLOADS.map(articleWith));
  await finish();
});

test('pasted as HTML', async () => {
  const { page, finish } = await watched();
  await page.evaluate(async (texts) => {
    const source = /** @type {Element} */ (document.querySelector('#source'));
    for (const text of texts) {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', text);
      clipboardData.setData('text/plain', 'x');
      await /** @type {any} */ (globalThis).read(() => {
        /** @type {any} */ (source).select();
        source.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      });
    }
  }, PAYLOADS.map((payload) => `<div>${payload}</div><h1>${payload}松原湾市公园开放</h1><p>${ARTICLE}</p><p>${payload}</p>`));
  await finish();
});

test('dropped as files of every kind', async () => {
  const { page, finish } = await watched();
  for (const [index, payload] of PAYLOADS.filter((_, at) => at % 8 === 0 && PAYLOADS[at].length < 1000).entries()) {
    const text = articleWith(payload);
    const files = [
      ['稿.txt', Buffer.from(text)],
      ['稿.html', Buffer.from(`<p>${text}</p>`)],
      ['稿.md', Buffer.from(text)],
      ['稿.docx', zipOf('word/document.xml', wordXml(text.split('\n')))],
      ['稿.docx', zipOf('word/document.xml', `<w:document><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:document>`)],
    ];
    const [name, bytes] = files[index % files.length];
    // One after the other, as below; a file that cannot be read starts no work.
    const read = page.evaluate(() => /** @type {any} */ (globalThis).read(() => {}));
    await dropFile(page, `${payload.slice(0, 20).replaceAll('/', ' ')}${name}`, /** @type {Buffer} */ (bytes));
    await Promise.race([read, page.waitForTimeout(2000)]);
  }
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('yao-dian')).digest !== null);
  await finish();
});

test('opened from links', async () => {
  const { page, finish } = await watched();
  const fragments = await Promise.all(PAYLOADS.filter((_, at) => at % 6 === 0).map((payload) => shareFragment(articleWith(payload))));
  const short = PAYLOADS.filter((payload) => payload.length < 200);
  const damaged = short.flatMap((payload) => [`#y1.${payload}`, `#${payload}`]);
  await page.evaluate(async ([sound, broken]) => {
    // One after the other: work that is abandoned may cost the worker, whose file is then fetched anew.
    for (const hash of sound) await /** @type {any} */ (globalThis).read(() => (location.hash = hash));
    for (const hash of broken) {
      location.hash = hash;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }, [fragments, damaged]);
  await finish();
});

test('in attributes of the element', async () => {
  const { page, finish } = await watched();
  await page.evaluate((payloads) => {
    const view = /** @type {Element} */ (document.querySelector('yao-dian'));
    for (const payload of payloads) {
      for (const name of ['text', 'sentences', 'characters', 'keywords', 'loading', 'lang', 'src-selector']) view.setAttribute(name, payload);
    }
  }, PAYLOADS.filter((payload) => payload.length < 1000));
  await finish();
});

test('copied and exported, then opened', async () => {
  const { page, finish } = await watched();
  for (const payload of PAYLOADS.filter((_, at) => at % 40 === 0)) {
    await page.evaluate((text) => /** @type {any} */ (globalThis).read(() => (/** @type {any} */ (document.querySelector('yao-dian')).text = text)), articleWith(payload));
    await page.evaluate(() => document.body.classList.add('filled'));
    await page.click('#export > summary');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-export="html"]')]);
    const saved = await page.context().newPage();
    await saved.goto(`file://${await file.path()}`);
    assert.equal(await saved.locator('script, img, iframe, a, form, svg').count(), 0, payload);
    await saved.close();
  }
  await finish().catch((error) => {
    // The saved file itself was opened, which is a request of ours.
    if (!/file:/.test(JSON.stringify(error.actual))) throw error;
  });
});

test('in Firefox as in Chromium: from paste to export nothing is asked for, nothing runs', async () => {
  const firefox = await openFirefox();
  try {
    const { page, faults, requests } = await openFirefoxPage(firefox.browser, firefox.url);
    await page.waitForNetworkIdle();
    const loaded = requests.length;
    const result = await page.evaluate(async (texts) => {
      const scope = /** @type {any} */ (globalThis);
      scope.executions = 0;
      scope.canary = () => (scope.executions += 1);
      const view = /** @type {any} */ (document.querySelector('yao-dian'));
      for (const [index, text] of texts.entries()) {
        await new Promise((resolve) => {
          view.addEventListener('analysis', resolve, { once: true });
          if (index % 2 === 0) view.text = text;
          else view.html = text;
        });
      }
      /** @type {HTMLElement} */ (document.querySelector('[data-export="csv"]')).click();
      await view.markdown();
      return { executions: scope.executions, violations: scope.violations };
    }, [...PAYLOADS.map(articleWith), ARTICLE]);
    assert.deepEqual(result, { executions: 0, violations: [] });
    // What Firefox draws signs of its own with is a font in a data: address, of its own.
    assert.deepEqual(requests.slice(loaded).filter((url) => !/^(blob|data):/.test(url)), []);
    assert.deepEqual(faults, []);
  } finally {
    await firefox.close();
  }
});
