/** The page as a reader uses it: paste, type, drop, samples, there and back, and nothing that should not happen. */

import assert from 'node:assert/strict';
import { mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ARTICLE, analysisAfter, dropFile, openBrowser, openPage, paste } from './browser.js';

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let host;

before(async () => {
  host = await openBrowser();
});

after(() => host.close());

/** 松原湾市 in GB18030, which Node does not write: '松原湾市今年新建公园十八个，投资九亿元。' */
const GB18030 = Buffer.from('cbc9d4adcde5cad0bdf1c4ead0c2bda8b9abd4b0caaeb0cbb8f6a3accdb6d7cabec5d2dad4aaa1a3', 'hex');

/** Nor Big5: '渡輪航線今年將於四月復航，單程票價一百二十元。' */
const BIG5 = Buffer.from('b4e7bdfcafe8bd75a4b5a67eb14ea9f3a57ca4ebb45fafe8a141b3e6b57bb2bcbbf9a440a6caa447a451a4b8a143', 'hex');

test('a paste gives a digest, without a request and without a report', async () => {
  const { page, context, faults, requests } = await openPage(host.browser, host.url);
  await page.waitForLoadState('networkidle');
  const loaded = requests.length;
  const digest = await analysisAfter(page, () => paste(page, ARTICLE));
  assert.ok(digest.summary.sentences.length > 0, 'should summarise');
  assert.ok(digest.figures.length > 0, 'should find figures');
  await page.locator('yao-dian .summary .point').first().waitFor();
  await page.locator('yao-dian .cards .card').first().waitFor();
  for (const point of await page.locator('yao-dian .summary .point').allTextContents()) {
    assert.ok(ARTICLE.includes(point), `each point should stand in the text: ${point}`);
  }
  const status = `已提取 ${digest.summary.sentences.length} 句摘要、${digest.figures.length} 个数字、${digest.people.length} 位人物`;
  await page.locator('yao-dian').getByRole('status').filter({ hasText: status }).waitFor({ state: 'attached' });
  assert.deepEqual(requests.slice(loaded), [], 'should ask nothing of the network');
  assert.deepEqual(faults, []);
  await context.close();
});

test('the text stands whole in the article, clutter folded', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  const digest = await analysisAfter(page, () => paste(page, ARTICLE));
  const shown = await page.locator('yao-dian .text .block').evaluateAll((blocks) => blocks.map((block) => block.textContent));
  const blocks = digest.document.blocks.map((block) => ARTICLE.slice(block.start, block.end).trimStart());
  assert.deepEqual(shown, blocks);
  const related = page.locator('yao-dian .clutter .block').first();
  assert.equal(await related.isVisible(), false);
  await page.locator('yao-dian .clutter > summary').first().click();
  assert.equal(await related.isVisible(), true);
  await context.close();
});

test('as one types, the latest text is read', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url);
  const [first, second] = [ARTICLE.slice(0, 120), `${ARTICLE.slice(0, 120)}\n宁溪县另有5个公园动工。`];
  await analysisAfter(page, () => page.locator('#source').fill(first));
  await analysisAfter(page, async () => {
    await page.locator('#source').press('End');
    await page.keyboard.press('ControlOrMeta+End');
    for (const character of second.slice(first.length)) {
      if (character === '\n') await page.keyboard.press('Enter');
      else await page.keyboard.insertText(character);
    }
  });
  await page.waitForFunction((text) => {
    const view = /** @type {any} */ (document.querySelector('yao-dian'));
    const shown = view.shadowRoot.querySelector('.text')?.textContent ?? '';
    return view.text === text && shown.includes('宁溪县另有5个公园动工。');
  }, second);
  assert.deepEqual(faults, []);
  await context.close();
});

test('an earlier, slower text never replaces a later one', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  const digests = await page.evaluate(async (article) => {
    const view = /** @type {any} */ (document.querySelector('yao-dian'));
    /** @type {number[]} */
    const seen = [];
    view.addEventListener('analysis', (/** @type {CustomEvent} */ event) => seen.push(event.detail.document.blocks.length));
    view.text = article.repeat(200);
    await new Promise((resolve) => view.addEventListener('analysis-start', resolve, { once: true }));
    const last = new Promise((resolve) => view.addEventListener('analysis', resolve, { once: true }));
    view.text = '松原湾市新建公园18个。';
    await last;
    return { seen, text: view.shadowRoot.querySelector('.text').textContent };
  }, ARTICLE);
  assert.deepEqual(digests, { seen: [1], text: '松原湾市新建公园18个。' });
  await context.close();
});

test('during composition nothing is read', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  const started = await page.evaluate(async () => {
    const source = /** @type {HTMLTextAreaElement} */ (document.querySelector('#source'));
    let starts = 0;
    document.addEventListener('analysis-start', () => (starts += 1));
    source.value = 'songyuan';
    source.dispatchEvent(new InputEvent('input', { isComposing: true, inputType: 'insertCompositionText' }));
    const reading = new Promise((resolve) => document.addEventListener('analysis', resolve, { once: true }));
    // A pause longer than the page's own, kept by a clock that began after the page's would have.
    await new Promise((resolve) => setTimeout(resolve, 400));
    const during = starts;
    source.value = '松原湾市新建公园18个。';
    source.dispatchEvent(new CompositionEvent('compositionend', { data: '松原湾市' }));
    await reading;
    return { during, after: starts };
  });
  assert.deepEqual(started, { during: 0, after: 1 });
  await context.close();
});

const ENCODINGS = [
  { label: 'UTF-8', bytes: Buffer.from(ARTICLE), text: ARTICLE },
  { label: 'UTF-8', bytes: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(ARTICLE)]), text: ARTICLE },
  { label: 'UTF-16LE', bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(ARTICLE, 'utf16le')]), text: ARTICLE },
  { label: 'UTF-16LE', bytes: Buffer.from(ARTICLE, 'utf16le'), text: ARTICLE },
  { label: 'UTF-16BE', bytes: Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(ARTICLE, 'utf16le').swap16()]), text: ARTICLE },
  { label: 'GB18030', bytes: GB18030, text: '松原湾市今年新建公园十八个，投资九亿元。' },
  { label: 'BIG5', bytes: BIG5, text: '渡輪航線今年將於四月復航，單程票價一百二十元。' },
];

test('a dropped .txt is read in the encoding it has', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url);
  for (const [index, { label, bytes, text }] of ENCODINGS.entries()) {
    await analysisAfter(page, async () => {
      await page.evaluate(() => {
        /** @type {any} */ (document.querySelector('yao-dian')).text = '';
      });
      await dropFile(page, `文稿${index}.txt`, bytes);
    });
    assert.equal(await page.locator('#source').inputValue(), text, `should read case ${index}, ${label}`);
    assert.match((await page.locator('#message').textContent()) ?? '', new RegExp(`文稿${index}.txt（${label}，`));
  }
  assert.deepEqual(faults, []);
  await context.close();
});

test('a picked .txt is read', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => page.locator('#file').setInputFiles({ name: '稿.txt', mimeType: 'text/plain', buffer: GB18030 }));
  assert.equal(await page.locator('#source').inputValue(), '松原湾市今年新建公园十八个，投资九亿元。');
  await context.close();
});

for (const sample of ['signing', 'quarter']) {
  test(`the sample ${sample} is one click away`, async () => {
    const { page, context, faults } = await openPage(host.browser, host.url);
    const digest = await analysisAfter(page, () => page.click(`[data-sample="${sample}"]`));
    assert.equal(await page.locator('#source').inputValue(), await readFile(new URL(`../www/samples/${sample}.txt`, import.meta.url), 'utf8'));
    assert.equal(digest.summary.points.length, 3);
    assert.ok(digest.figures.length >= 10, `should find the figures, found ${digest.figures.length}`);
    assert.ok(digest.people.length >= 2, `should find the people, found ${digest.people.length}`);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test('each kind of item leads to its place and back', async () => {
  const { page, context, faults } = await openPage(host.browser, host.url, { reducedMotion: 'reduce', viewport: { width: 1360, height: 900 } });
  await analysisAfter(page, () => page.click('[data-sample="signing"]'));
  for (const selector of ['.summary .point', '.cards .card', '.person .name', '.keywords .keyword', '.chips .chip']) {
    const item = page.locator(`yao-dian ${selector}`).first();
    const key = await item.getAttribute('data-item');
    await item.click();
    const place = page.locator('yao-dian .article [data-current]');
    await place.waitFor();
    assert.ok((await place.getAttribute('data-starts'))?.split(' ').includes(key ?? ''), `${selector} should lead to ${key}`);
    assert.ok(await inView(place), `${selector}: the place should be in view`);
    assert.ok(await focused(place), `${selector}: the place should have focus`);
    await page.keyboard.press('Escape');
    assert.ok(await focused(item), `${selector}: Escape should return to the item`);
    assert.ok(await inView(item), `${selector}: the item should be in view again`);
  }
  assert.deepEqual(faults, []);
  await context.close();
});

test('a marked figure leads to its card, and the button returns', async () => {
  const { page, context } = await openPage(host.browser, host.url, { reducedMotion: 'reduce' });
  await analysisAfter(page, () => page.click('[data-sample="signing"]'));
  const card = page.locator('yao-dian .cards .card').first();
  const key = await card.getAttribute('data-item');
  await page.locator(`yao-dian .article [data-starts~="${key}"]`).first().click();
  assert.ok(await focused(card));
  await card.click();
  await page.locator('yao-dian .return').click();
  assert.ok(await focused(card));
  assert.equal(await page.locator('yao-dian .return').isVisible(), false);
  await context.close();
});

test('a second use of an item leads to its next mention', async () => {
  const { page, context } = await openPage(host.browser, host.url, { reducedMotion: 'reduce' });
  const digest = await analysisAfter(page, () => page.click('[data-sample="signing"]'));
  const index = digest.people.findIndex((person) => person.mentions.length > 1);
  const item = page.locator(`yao-dian [data-item="person-${index}"]`).first();
  const place = page.locator('yao-dian .article [data-current]');
  await item.click();
  const first = await place.evaluateHandle((mark) => mark);
  await item.click();
  assert.equal(await place.evaluate((mark, before) => mark !== before, first), true);
  await context.close();
});

/** @param {import('playwright-core').Locator} locator */
function focused(locator) {
  return locator.evaluate((element) => /** @type {ShadowRoot} */ (element.getRootNode()).activeElement === element);
}

/** @param {import('playwright-core').Locator} locator */
function inView(locator) {
  return locator.evaluate((element) => {
    const box = element.getClientRects()[0];
    return box.bottom > 0 && box.top < innerHeight;
  });
}

const HOSTILE = [
  '<img src=x onerror="globalThis.ran = true">',
  '<script>globalThis.ran = true</script>',
  '<svg onload="globalThis.ran = true"><iframe srcdoc="<script>parent.ran = true</script>">',
  '"><a href="javascript:globalThis.ran = true">点此</a>',
  '{{constructor.constructor("globalThis.ran = true")()}}',
];

test('hostile text is text', async () => {
  const { page, context, faults, requests } = await openPage(host.browser, host.url);
  await page.waitForLoadState('networkidle');
  const loaded = requests.length;
  for (const payload of HOSTILE) {
    const text = `${payload}松原湾市公园开放\n${ARTICLE}\n记者${payload}报道，${payload}公司投资${payload}18亿元。`;
    await analysisAfter(page, () => paste(page, text));
    const shown = await page.locator('yao-dian .text').evaluate((article) => article.textContent ?? '');
    assert.ok(shown.split(payload).length - 1 >= 3, `should show ${payload} as text`);
    const made = await page.locator('yao-dian').evaluate((view) => view.shadowRoot?.querySelectorAll('img, script, iframe, a, [onerror], [onload], .text svg').length);
    assert.equal(made, 0, `should make no element of ${payload}`);
  }
  assert.equal(await page.evaluate(() => 'ran' in globalThis), false, 'should run nothing');
  assert.deepEqual(requests.slice(loaded), [], 'should ask nothing of the network');
  assert.deepEqual(faults, []);
  await context.close();
});

test('the page answers while 300 kB are read', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => page.locator('#source').fill(ARTICLE));
  const text = ARTICLE.repeat(Math.ceil(300_000 / Buffer.byteLength(ARTICLE)));
  assert.ok(Buffer.byteLength(text) >= 300_000);
  const frames = await page.evaluate(async (article) => {
    const view = /** @type {any} */ (document.querySelector('yao-dian'));
    let counted = 0;
    let running = true;
    const count = () => {
      counted += 1;
      if (running) requestAnimationFrame(count);
    };
    const [started, read] = ['analysis-start', 'analysis'].map((type) => new Promise((resolve) => view.addEventListener(type, resolve, { once: true })));
    view.text = article;
    await started;
    requestAnimationFrame(count);
    await read;
    running = false;
    return counted;
  }, text);
  assert.ok(frames >= 2, `frames should be drawn while the worker reads, ${frames} were`);
  await context.close();
});

test('clearing empties the box and the digest', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => page.click('[data-sample="quarter"]'));
  await page.click('#clear');
  await page.locator('yao-dian .empty').waitFor();
  assert.equal(await page.locator('#source').inputValue(), '');
  assert.equal(await page.locator('#copy').isDisabled(), true);
  await context.close();
});

test('the length of the summary can be chosen', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => page.click('[data-sample="signing"]'));
  const five = await analysisAfter(page, () => page.locator('#length').fill('5'));
  assert.equal(five.summary.sentences.length, 5);
  const extent = (await page.locator('#extent').textContent()) ?? '';
  assert.match(extent, /^5 句，约 \d+ 字，占原文 \d+%$/);
  assert.equal(await page.locator('#length').getAttribute('aria-valuetext'), extent);
  let shorter = new Set();
  for (const budget of [50, 140, 200, 300]) {
    const { summary } = await analysisAfter(page, () => page.click(`[data-characters="${budget}"]`));
    const characters = summary.points.reduce((sum, point) => sum + point.text.length, 0);
    assert.ok(characters <= budget || summary.points.length === 1, `should keep to ${budget}, has ${characters}`);
    const longer = new Set(summary.sentences);
    assert.ok([...shorter].every((sentence) => longer.has(sentence)), `${budget} should hold all that is shorter`);
    shorter = longer;
  }
  const share = await analysisAfter(page, () => page.selectOption('#unit', 'share'));
  assert.ok(share.summary.points.length >= 1);
  await page.reload();
  assert.equal(await page.locator('#unit').inputValue(), 'share', 'should be remembered');
  await context.close();
});

test('nothing overflows sideways from 320 px to a wide screen', async () => {
  const { page, context } = await openPage(host.browser, host.url);
  await analysisAfter(page, () => page.click('[data-sample="signing"]'));
  for (const width of [320, 360, 768, 1024, 1360, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(overflow, 0, `should fit ${width} px`);
  }
  await context.close();
});

test('the page can be seen', async (context_) => {
  const folder = await mkdtemp(join(tmpdir(), 'yaodian-'));
  for (const [name, width, height, colorScheme] of /** @type {const} */ ([['phone', 360, 740, 'light'], ['desktop', 1360, 900, 'light'], ['dark', 1360, 900, 'dark']])) {
    const { page, context } = await openPage(host.browser, host.url, { viewport: { width, height }, colorScheme });
    await analysisAfter(page, () => page.click('[data-sample="signing"]'));
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path, fullPage: true });
    assert.ok((await stat(path)).size > 20_000, `${name} should not be blank`);
    context_.diagnostic(path);
    await context.close();
  }
});
