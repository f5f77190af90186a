/**
 * Every state a reader can meet, each with its words, each to be seen in light and dark, on a phone and a wide screen:
 * the pictures go to the folder YAODIAN_PICTURES, else to one of their own.
 */

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ARTICLE, analysisAfter, dropFile, openBrowser, openPage } from './browser.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;
/** @type {string} */
let folder;

before(async () => {
  host = await openBrowser();
  folder = process.env.YAODIAN_PICTURES ?? (await mkdtemp(join(tmpdir(), 'yaodian-states-')));
  await mkdir(folder, { recursive: true });
});

after(() => host.close());

/** @typedef {import('playwright-core').Page} Page */

/** @param {string} text */
function reading(text) {
  return async (/** @type {Page} */ page) => {
    await analysisAfter(page, () => page.locator('#source').fill(text));
  };
}

/** A worker that is ready, and dies of every text. */
const DYING_WORKER = "addEventListener('message', ({ data }) => { if (data.module) postMessage({ ready: true }); else throw new Error('out of memory'); });";

/** @param {Page} page */
function breakWorker(page) {
  return page.route('**/worker.js', (route) => route.fulfill({ contentType: 'text/javascript', body: DYING_WORKER }));
}

/**
 * Reads an article until the page says that the worker was replaced; the next worker is whole.
 *
 * @param {Page} page
 */
async function outliveWorker(page) {
  await page.locator('#source').fill(ARTICLE);
  await page.getByText('已换上新的引擎').waitFor();
  await page.unroute('**/worker.js');
}

/** A network that has brought half a megabyte of the engine and is not done. @param {Page} page */
async function arriveSlowly(page) {
  const wasm = await readFile(new URL('../www/pkg/yaodian_bg.wasm', import.meta.url));
  const server = createServer((_, response) => {
    setTimeout(() => response.writeHead(200, { 'Content-Type': 'application/wasm' }).write(wasm.subarray(0, 2 ** 19)), 100);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  page.on('close', () => server.close().closeAllConnections());
  await page.route('**/*.wasm', (route) => route.continue({ url: `http://127.0.0.1:${port}/` }));
}

/** As long as a book, and no paragraph like another. */
const PARKS = Array.from({ length: 1200 }, (_, i) => `第${i + 1}号公园位于东城区第${(i % 40) + 1}街区，占地${(i % 90) + 5}公顷，投资${i + 300}万元，由园林局第${(i % 7) + 1}分队施工，工期${(i % 20) + 6}个月。`).join('\n');

/** @type {{ name: string, act: (page: Page) => Promise<unknown>, says: string, before?: (page: Page) => Promise<unknown> }[]} */
const STATES = [
  { name: 'empty', act: async () => {}, says: '贴入一篇中文新闻，即可读到' },
  { name: 'filled', act: reading(ARTICLE), says: '关键数字' },
  { name: 'too short', act: reading('松原湾市新建公园。'), says: '正文太短' },
  { name: 'not Chinese', act: reading('Nothing here is written in Chinese. It is a plain English sentence about parks.'), says: '不是中文' },
  { name: 'mixed scripts', act: reading(`${ARTICLE}\n松原灣市園林局表示，新建公園全部免費開放，Green Park Alliance 參與設計，總投資9.6億元。`), says: '摘要' },
  { name: 'no figures', act: reading('松原湾市公园对外开放\n松原湾市园林局局长叶望舒表示，希望市民出门就能走进绿地。市民白露认为，绿地应当向所有人开放，也应当有人长期养护。'), says: '文中没有可列的数字' },
  { name: 'no people', act: reading('松原湾市新建公园18个\n松原湾市今年新建公园18个，总投资9.6亿元，比去年增加6个，全部免费对外开放。'), says: '关键词' },
  { name: 'doubtful', act: reading('岚江港一季度投资51亿元\n2026年4月8日 10:20\n岚江港集团4月8日公布，一季度投资51亿元，其中码头30亿元，航道12亿元，仓库10亿元。\n岚江港集团4月10日（星期二）开会，总经理秦海岳表示，港口今年吞吐量目标为3200万吨。总经理秦海悦还说，将新增航线五条。'), says: '日期与星期对不上' },
  { name: 'very long', act: reading(`${ARTICLE}\n${PARKS}`), says: '第1200号公园' },
  { name: 'damaged file', act: (page) => dropFile(page, '坏.docx', Buffer.from('PK')), says: '文件已损坏' },
  {
    name: 'reading',
    before: (page) => page.route('**/*.wasm', async (route) => setTimeout(() => route.continue().catch(() => {}), 20_000)),
    act: (page) => page.locator('#source').fill(ARTICLE),
    says: '正在读取',
  },
  {
    name: 'engine arriving',
    before: arriveSlowly,
    act: (page) => page.locator('#source').fill(ARTICLE),
    says: '正在取回分析引擎，已到 0.5 MB',
  },
  {
    name: 'engine not fetched',
    before: (page) => page.context().route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'gone' })),
    act: (page) => page.locator('#source').fill(ARTICLE),
    says: '分析引擎没有取到',
  },
  {
    name: 'engine restarted',
    before: breakWorker,
    act: outliveWorker,
    says: '再试一次',
  },
  {
    name: 'engine working again',
    before: breakWorker,
    act: async (page) => {
      await outliveWorker(page);
      await analysisAfter(page, () => page.click('yao-dian .retry'));
    },
    says: '关键数字',
  },
  {
    name: 'WebAssembly forbidden',
    before: (page) =>
      page.context().route(/\/(worker\.js)?$/, async (route) => {
        const response = await route.fetch();
        const policy = response.headers()['content-security-policy'].replace(" 'wasm-unsafe-eval'", '');
        await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
      }),
    act: (page) => page.locator('#source').fill(ARTICLE),
    says: '不许运行 WebAssembly',
  },
  {
    name: 'offline',
    act: async (page) => {
      await reading(ARTICLE)(page);
      await page.context().setOffline(true);
    },
    says: '没有网络，照常可用',
  },
  {
    name: 'storage full',
    act: async (page) => {
      await page.evaluate(() => {
        localStorage.setItem('yaodian.history', 'on');
        IDBObjectStore.prototype.add = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      });
      await reading(ARTICLE)(page);
    },
    says: '存储空间已满',
  },
  {
    name: 'old browser',
    before: (page) =>
      page.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'DecompressionStream');
      }),
    act: async () => {},
    says: '这个浏览器太旧，缺少 DecompressionStream',
  },
  { name: 'damaged link', act: (page) => page.evaluate(() => (location.hash = '#y1.AAAA')), says: '分享链接已损坏' },
  {
    name: 'updating',
    act: async (page) => {
      await reading(ARTICLE)(page);
      // The worker is never asked, so that the state lasts until it is pictured.
      await page.evaluate((text) => {
        Worker.prototype.postMessage = () => {};
        /** @type {any} */ (document.querySelector('yao-dian')).text = text;
      }, ARTICLE.repeat(2));
    },
    says: '更新中',
  },
];

const WIDTHS = [1280, 768, 360];
const SCHEMES = /** @type {const} */ (['light', 'dark']);

for (const { name, before: prepare, act, says } of STATES) {
  test(`${name}`, async (context_) => {
    const opened = await openPage(host.browser, 'about:blank', { viewport: { width: 1280, height: 800 } });
    await prepare?.(opened.page);
    await opened.page.goto(host.url);
    await act(opened.page);
    const words = opened.page.getByText(says).filter({ visible: true }).first();
    await words.waitFor({ timeout: 20_000 });
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) {
        await opened.page.setViewportSize({ width, height: 800 });
        await opened.page.emulateMedia({ colorScheme });
        const path = join(folder, `${name.replaceAll(' ', '-')}-${width}-${colorScheme}.png`);
        await opened.page.screenshot({ path });
        assert.ok((await stat(path)).size > 10_000);
        assert.ok(await opened.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'a page as wide as its window');
      }
    }
    assert.ok(await words.isVisible(), 'the state that was meant, in every picture');
    context_.diagnostic(folder);
    await opened.context.close();
  });
}
