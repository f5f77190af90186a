/** What the parts of a digest say and leave out, read from the HTML a server writes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../www/index.node.js';
import { summaryExtent } from '../www/element/length.js';
import { renderToString } from '../www/server.js';
import { figureCells, figuresInOrder } from '../www/view/figure-cells.js';
import { language } from '../www/view/language.js';
import { runningWords } from '../www/view/running.js';
import { unbrokenParts, writtenAmounts } from '../www/view/value.js';

const engine = createEngine({ deadline: 60_000, worker: false });

/** @param {string} text */
async function read(text) {
  const digest = await engine.digest(text, { figures: 200 });
  const html = renderToString(text, digest);
  return { digest, all: (/** @type {RegExp} */ pattern) => [...html.matchAll(pattern)].map(([, found]) => found) };
}

test('the timeline goes by the calendar, and every date tells its own clause', async () => {
  const { all } = await read(
    '岚江市公布上半年数据\n2025年10月20日\n2025年10月20日，岚江市统计局公布数据。2025年一季度全市投资51亿元，二季度投资62亿元。2025年下半年全市计划投资1,200万元，2024年为180万元。',
  );
  assert.deepEqual(all(/<time datetime="(2\d{3}[^"]*)"/g).slice(1), ['2024', '2025-Q1', '2025-Q2', '2025-H2', '2025-10-20']);
  const [, first, second, half] = all(/class="event"[^>]*>([^<]*)/g);
  assert.equal(first, '2025年一季度全市投资51亿元，二季度投资62亿元。');
  assert.equal(second, '…二季度投资62亿元。');
  assert.equal(half, '2025年下半年全市计划投资1,200万元，2024年为180万元。');
});

test('the owner of all cards is said once', async () => {
  const body = '云泽锂能股份有限公司上半年营业收入186.4亿元，净利润23.7亿元，研发投入11.3亿元。';
  const one = await read(`云泽锂能公布半年报\n2025-08-22\n${body}`);
  const heading = /id="heading-figures"[^>]*>(.*?)<\/h3>/g;
  assert.match(one.all(heading)[0], /关键数字<span class="whose"[^>]*>云泽锂能股份有限公司/);
  assert.doesNotMatch(one.all(/class="cards"(.*?)<\/ul>/gs)[0], /whose/);
  const two = await read(`两家公司公布半年报\n2025-08-22\n${body}\n青禾证券股份有限公司上半年营业收入58亿元。`);
  assert.doesNotMatch(two.all(heading)[0], /whose/);
  assert.match(two.all(/class="cards"(.*?)<\/ul>/gs)[0], /whose">青禾证券股份有限公司/);
});

test('bars that are all the same are not drawn', async () => {
  const { digest, all } = await read('三区签约项目\n2025-03-01\n全市新签约项目18个，其中东城区6个、西城区6个、高新区6个；总投资170亿元，其中东城区51亿元、西城区62亿元、高新区57亿元。');
  assert.equal(digest.series.length, 2);
  assert.deepEqual(all(/class="chart-title">([^<]*)/g), ['总投资']);
});

test('a text without a headline is headed by its first point', async () => {
  const { digest, all } = await read('海州市前三季度新签约项目18个，总投资170亿元，其中东城区51亿元、西城区62亿元。签约项目涉及汽车、集成电路等领域。');
  assert.equal(digest.document.headline, null);
  const heads = all(/<h2 class="headline untitled"[^>]*>(.*?)<\/h2>/g);
  assert.deepEqual(heads.map((head) => head.replace(/<[^>]*>/g, '')), [digest.summary.points[0].text]);
  for (const whole of ['18个', '170亿元']) assert.ok(heads[0].includes(`<span class="unbroken">${whole}</span>`), whole);
  assert.deepEqual(all(/class="no-headline"[^>]*>([^<]*)/g), ['未识别出标题']);
});

test('direct speech stands in the marks of its script', async () => {
  const cases = [
    ['镇长周映之表示：“只要有一丝希望就不会放弃。”', '“只要有一丝希望就不会放弃。”'],
    ['縣長周映之表示：「只要有一絲希望就不會放棄。」', '「只要有一絲希望就不會放棄。」'],
  ];
  for (const [body, said] of cases) {
    const { all } = await read(`視察\n2024-09-14\n${body}`);
    assert.deepEqual(all(/<blockquote[^>]*><button[^>]*>([^<]*)/g), [said]);
  }
});

test('a row has the time of its figure, and says what is inferred', async () => {
  const text = `澜海集团公布年报
2025-03-20
2024年澜海集团营业收入300亿元，比2023年增长12%；净利润40亿元。
毛利率为21%。
截至去年6月末，澜海集团总资产为742亿元，良品率从去年的93%提高到了96%。`;
  const digest = await engine.digest(text);
  const cells = new Map(figuresInOrder(digest).map((figure) => [figure.text, figureCells(text, figure, digest, language('zh-Hans'))]));
  const times = [...cells].map(([figure, [, , , , time]]) => [figure, time]);
  assert.deepEqual(times, [
    ['300亿元', '2024年'],
    ['12%', '2024年'],
    ['40亿元', ''],
    ['21%', ''],
    ['742亿元', '2024年6月30日 · 推断'],
    ['93%', '2024年 · 推断'],
    ['96%', ''],
  ]);
  assert.equal(cells.get('300亿元')?.[3], '澜海集团');
  assert.equal(cells.get('21%')?.[3], '澜海集团 · 推断');
});

test('a number keeps its unit on its line, and the words stay as they are', async () => {
  const { digest, all } = await read('鹭湾县降雨\n2024-09-14\n鹭湾县全县累计雨量最大为石矶乡的486毫米，其次为白沙乡412毫米、云岭乡367毫米。县长周映之表示：“全县已撤离12,460人，目前收容3,215人。”');
  const points = all(/class="item point"[^>]*>(.*?)<\/button>/gs);
  assert.match(points[0], /<span class="unbroken">486毫米<\/span>，其次/);
  assert.deepEqual(points.map((point) => point.replace(/<[^>]*>/g, '')), digest.summary.points.map(({ text }) => text));
  assert.match(all(/(<blockquote.*?<\/blockquote>)/gs)[0], /“全县已撤离<span class="unbroken">12,460人<\/span>/);
});

test('what is to be checked is said at the head, and few values by date are bars alone', async () => {
  const body = '岚江港集团公布，2021年货物吞吐量为2860万吨，2022年货物吞吐量为3015万吨，2023年货物吞吐量为3190万吨。全年总投资51亿元，其中码头30亿元，航道12亿元，仓库10亿元。';
  const { digest, all } = await read(`岚江港吞吐量\n2025-02-10\n${body}`);
  assert.deepEqual(all(/data-jump="checks"[^>]*>([^<]*)/g), ['1 处请核对']);
  assert.ok(digest.series.some(({ axis }) => axis === 'time'));
  assert.equal(all(/(class="line")/g).length, 0);
  const sound = await read(`岚江港投资\n2025-02-10\n全年总投资52亿元，其中码头30亿元，航道12亿元，仓库10亿元。`);
  assert.deepEqual(sound.all(/(data-jump="checks")/g), []);
});

test('a figure is cut into its numbers with their units', () => {
  const cases = [
    ['47.83亿元', ['|47.83|亿元']],
    ['新臺幣61億2,000萬元', ['新臺幣|61|億', '|2,000|萬元']],
    ['7.8亿元至24.6亿元', ['|7.8|亿元至', '|24.6|亿元']],
    ['-4.1%', ['|-4.1|%']],
    ['3億4500萬元', ['|3|億', '|4500|萬元']],
    ['92比85', ['|92比85|']],
    ['92∶85', ['|92∶85|']],
    ['第41次', ['第|41|次']],
    ['三成', ['|三成|']],
    ['30—50毫米', ['|30—50|毫米']],
    ['两个季度', ['|两个季度|']],
  ];
  for (const [text, amounts] of /** @type {[string, string[]][]} */ (cases)) {
    assert.deepEqual(writtenAmounts(text).map(({ before, number, unit }) => `${before}|${number}|${unit}`), amounts);
    assert.equal(unbrokenParts(text).join(''), text);
  }
});

test('lengths are counted alike, and names in a headline stay whole', async () => {
  const headline = '云泽省促进银发经济发展';
  const body = '云泽省2025年新增床位3,200张，2026年再增1,800张。';
  const { digest, all } = await read(`${headline}\n2025-11-20 10:00\n${body}`);
  assert.deepEqual(all(/(\d+) 字</g), [String(body.length)]);
  assert.equal(summaryExtent(`${headline}\n2025-11-20 10:00\n${body}`, digest).share, 100);
  assert.match(all(/<h2[^>]*>(.*?)<\/h2>/g)[0], /<span class="unbroken">云泽省<\/span>/);
});

test('lines that print broke within a sentence are shown unbroken', async () => {
  assert.equal(runningWords('全面统\n计，机收损失率降至 \r\n　　1% 以下，Open\nHarbor 与 Green-\nPark'), '全面统计，机收损失率降至1% 以下，Open Harbor 与 Green-Park');
  const lines = ['云泽省统计局公布，全省夏粮播种面积为2653.4 千公', '顷，夏粮单位面积产量稳步提高，其中小麦的单产增幅', '居全省各类粮食作物之首。云泽省统计局局长万疏影认', '为，夏粮再获丰收的基础依然稳固，秋粮面积也有所扩', '大，全年粮食产量有望再创新高，请市民放心。'];
  const { all } = await read(`云泽省公布夏粮产量\n2025-07-10 10:00\n${lines.join('\n')}`);
  assert.deepEqual(all(/(千公\s*顷)/g).filter((words) => words !== '千公顷'), []);
  assert.ok(all(/(局长万疏影认为，)/g).length > 0);
});

test('rows of cells are a table, with its heads and with units from them', async () => {
  const table = ['区域\t产量（万吨）\t占比（%）', '海州区\t388.1\t56.2', '松岭区\t302.4\t43.8'].join('\n');
  const { all } = await read(`海州公布产量\n2025-10-10 10:00\n海州市统计局20日公布数据，全市各项指标稳步增长，结构持续优化，各区进展不一。\n${table}`);
  assert.equal(all(/(<table class="rows">)/g).length, 1);
  assert.deepEqual(all(/<th scope="col"[^>]*>([^<]*)/g).slice(-3), ['区域', '产量（万吨）', '占比（%）']);
  assert.equal(all(/(<tr class="block table")/g).length, 3);
  assert.equal(all(/(<td class="number-cell">)/g).length, 4);
  assert.ok(all(/class="number">56\.2<\/span><span class="unit">(%)/g).length > 0);
  assert.ok(all(/class="number">388\.1<\/span><span class="unit">(万吨)/g).length > 0);
  assert.deepEqual(all(/class="item row"[^>]*>(388\.1[^<]*)/g), ['388.1']);
});

test('a change stands under what it is a change of, in its unit or a share', async () => {
  const { all } = await read('松原湾市新建公园18个\n松原湾市今年新建公园18个，总投资9.6亿元，比去年增加6个，全部免费对外开放。');
  assert.deepEqual(all(/class="change"[^>]*>([^<]*6个)/g), []);
});

test('a card that stands for a figure of a broken sum says so', async () => {
  const { all } = await read('岚江港一季度投资51亿元\n2026年4月8日 10:20\n岚江港集团4月8日公布，一季度投资51亿元，其中码头30亿元，航道12亿元，仓库10亿元。');
  const cards = all(/(class="item card".*?)<\/button>/gs);
  assert.deepEqual(cards.map((card) => [/class="number">(\d+)/.exec(card)?.[1], card.includes('不符')]), [['51', true], ['30', true], ['12', true], ['10', true]]);
});

test('a maker with two tasks is named once, and a figure of the headline is placed there', async () => {
  const { all } = await read('岚江港一季度投资51亿元\n2026年4月8日 10:20 来源：岚江晚报 作者：沈若溪\n岚江晚报4月8日讯（记者 沈若溪）岚江港集团8日公布，一季度完成投资，各码头全部完工。');
  assert.deepEqual(all(/class="makers"[^>]*>([^<]*)/g), ['采编：沈若溪（作者、记者）']);
  assert.deepEqual(all(/class="evidence">(.*?)<\/span>/g).map((words) => words.replace(/<[^>]*>/g, '')), ['岚江港一季度投资51亿元']);
});
