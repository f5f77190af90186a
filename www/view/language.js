/** The words of the interface. The digest's own words are the article's and are never translated. */

const zhHans = {
  locale: 'zh-Hans',
  emptyTitle: '这里是要点',
  emptyText: '贴入一篇中文新闻，即可读到：',
  emptyParts: [
    ['摘要', '抽取式，句句是原文'],
    ['关键数字', '数值、指标、主体；分项与合计是否相符'],
    ['人物', '谁，什么身份，说了什么'],
    ['原文', '出处一一标明，点按即到，再点返回'],
  ],
  loading: '正在读取…',
  stale: '更新中',
  errorTitle: '没有读成',
  untitled: '未识别出标题',
  minutes: (/** @type {number} */ n) => `约 ${n} 分钟读完`,
  characters: (/** @type {number} */ n) => `${n.toLocaleString('zh-Hans')} 字`,
  summary: '摘要',
  summaryNote: '抽取式：每句都是原文，点按可到出处。',
  noSummary: '正文太短，不足以摘出句子。',
  figures: '关键数字',
  noFigures: '文中没有可列的数字。',
  allFigures: (/** @type {number} */ n) => `全部 ${n} 个数字`,
  figureColumns: ['原文', '数值', '指标', '主体', '变化', '所在句'],
  change: { up: '上升', down: '下降', to_up: '升至', to_down: '降至' },
  basis: { yoy: '同比', mom: '环比' },
  status: { fact: '', forecast: '预计', target: '目标', limit: '限额', history: '前值' },
  repaired: '粘贴中数字受损，已修复读取',
  series: '对比',
  seriesTotal: '合计',
  checks: '核对',
  check: {
    sum: '合计', difference: '差额', ratio: '比率', growth: '增幅', average: '平均', share: '占比', conflict: '前后不一',
  },
  holds: '相符',
  broken: '不符',
  people: '人物',
  peopleUnnamed: '未具头衔',
  organizations: '机构',
  places: '地点',
  more: (/** @type {number} */ n) => `另有 ${n} 个`,
  keywords: '关键词',
  timeline: '时间线',
  article: '原文',
  clutter: (/** @type {number} */ n) => `已折叠 ${n} 行与正文无关的内容`,
  mentions: (/** @type {number} */ n) => `${n} 处`,
  goBack: '返回条目',
  done: (/** @type {[number, number, number]} */ ...[sentences, figures, people]) =>
    `已提取 ${sentences} 句摘要、${figures} 个数字、${people} 位人物`,
};

/** @typedef {typeof zhHans} Language */

/** @type {Language} */
const en = {
  locale: 'en',
  emptyTitle: 'The digest appears here',
  emptyText: 'Paste a Chinese news article to read:',
  emptyParts: [
    ['Summary', 'extractive: whole sentences of the article'],
    ['Key figures', 'value, measure and owner; whether parts add up'],
    ['People', 'who they are and what they said'],
    ['Article', 'every item marked at its place, there and back'],
  ],
  loading: 'Reading…',
  stale: 'Updating',
  errorTitle: 'Could not read the text',
  untitled: 'No headline found',
  minutes: (n) => `${n} min read`,
  characters: (n) => `${n.toLocaleString('en')} characters`,
  summary: 'Summary',
  summaryNote: 'Extractive: each sentence is the article’s own. Select one to see its place.',
  noSummary: 'The body is too short to take sentences from.',
  figures: 'Key figures',
  noFigures: 'The text has no figures to list.',
  allFigures: (n) => `All ${n} figures`,
  figureColumns: ['As written', 'Value', 'Measure', 'Whose', 'Change', 'Sentence'],
  change: { up: 'up', down: 'down', to_up: 'up to', to_down: 'down to' },
  basis: { yoy: 'year on year', mom: 'on the previous period' },
  status: { fact: '', forecast: 'forecast', target: 'target', limit: 'limit', history: 'earlier' },
  repaired: 'The digits were damaged in the paste and read with a repair',
  series: 'Compared',
  seriesTotal: 'Total',
  checks: 'Checks',
  check: {
    sum: 'Sum', difference: 'Difference', ratio: 'Ratio', growth: 'Growth', average: 'Average', share: 'Share', conflict: 'Conflict',
  },
  holds: 'holds',
  broken: 'does not hold',
  people: 'People',
  peopleUnnamed: 'no title given',
  organizations: 'Organisations',
  places: 'Places',
  more: (n) => `${n} more`,
  keywords: 'Keywords',
  timeline: 'Timeline',
  article: 'Article',
  clutter: (n) => `${n} lines that are not the article`,
  mentions: (n) => (n === 1 ? '1 place' : `${n} places`),
  goBack: 'Back to the item',
  done: (sentences, figures, people) =>
    `Found ${sentences} summary sentences, ${figures} figures and ${people} people`,
};

/**
 * @param {string | null | undefined} tag A BCP 47 tag; English for en, simplified Chinese for all others.
 * @returns {Language}
 */
export function language(tag) {
  return /^en\b/i.test(tag ?? '') ? en : zhHans;
}
