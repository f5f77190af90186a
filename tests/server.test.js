/** The element as a server writes it: read without a script, taken over without a change. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ARTICLE, openBrowser, openPage } from './browser.js';
import { createEngine } from '../www/index.node.js';
import { renderToString, styleText } from '../www/server.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;
/** @type {import('../www/digest.js').Digest} */
let digest;
const TEXT = ARTICLE.trim();

before(async () => {
  host = await openBrowser();
  const engine = createEngine({ deadline: 60_000 });
  digest = await engine.digest(TEXT, { figures: 200 });
  engine.dispose();
});

after(() => host.close());

/**
 * @param {string} body
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
async function openServed(body, options) {
  const opened = await openPage(host.browser, 'about:blank', { viewport: { width: 1280, height: 900 }, ...options });
  await opened.page.route('**/served.html', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><body>${body}` }),
  );
  await opened.page.route('**/yaodian.css', (route) => route.fulfill({ contentType: 'text/css', body: styleText }));
  await opened.page.goto(`${host.url}served.html`);
  return opened;
}

test('without a script the digest is read', async () => {
  const { page, context } = await openServed(renderToString(TEXT, digest, { stylesheet: './yaodian.css' }), { javaScriptEnabled: false });
  assert.deepEqual(await page.locator('yao-dian .point').allTextContents(), digest.summary.points.map(({ text }) => text));
  assert.equal(await page.locator('yao-dian .card').first().isVisible(), true);
  assert.equal(await page.locator('yao-dian > p').first().isVisible(), false, 'the article stands in the digest, once');
  await context.close();
});

test('the element takes it over and shows the same', async () => {
  const { page, context, faults } = await openServed(renderToString(TEXT, digest));
  const seen = await page.evaluate(async () => {
    let moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved += /** @type {any} */ (entry).value;
    }).observe({ type: 'layout-shift', buffered: true });
    const view = /** @type {any} */ (document.querySelector('yao-dian'));
    const before = view.shadowRoot.querySelector('.content').cloneNode(true);
    const height = view.getBoundingClientRect().height;
    const read = new Promise((resolve) => view.addEventListener('analysis', resolve, { once: true }));
    const states = /** @type {string[]} */ ([]);
    view.addEventListener('analysis-start', () => states.push(view.shadowRoot.querySelector('.state') ? 'outline' : 'digest'));
    await import(new URL('./define.js', location.href).href);
    await read;
    const content = view.shadowRoot.querySelector('.content').cloneNode(true);
    // The one mark that Tab reaches is the element's to choose.
    for (const root of [before, content]) {
      root.querySelector('[data-starts]').setAttribute('tabindex', '-1');
      root.normalize();
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
    return { same: before.isEqualNode(content), contents: view.shadowRoot.querySelectorAll('.content').length, height: view.getBoundingClientRect().height - height, moved, states };
  });
  assert.deepEqual(seen, { same: true, contents: 1, height: 0, moved: 0, states: ['digest'] });
  assert.deepEqual(faults, []);
  await context.close();
});

test('a hostile text is text', () => {
  const text = '松原湾市公园开放\n</template><script>alert(1)</script><img src=x onerror="alert(1)">记者报道。';
  const html = renderToString(text, { ...digest, sentences: [], summary: { ...digest.summary, sentences: [], points: [{ sentence: 0, kept: [], text }] } }, { lang: '"><script>', stylesheet: '"><script>' });
  assert.equal(html.split('</template>').length, 2);
  assert.doesNotMatch(html, /<script|<img/);
});
