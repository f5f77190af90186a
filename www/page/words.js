/** The words of the page around the digest: simplified, traditional, English. */

/** @type {Record<string, [hans: string, hant: string, en: string]>} */
const WORDS = {
  tagline: ['贴入一篇中文新闻，读它的要点', '貼入一篇中文新聞，讀它的要點', 'Paste a Chinese news article, read its digest'],
  tools: ['工具', '工具', 'Tools'],
  desk: ['原稿', '原稿', 'Source text'],
  source: ['新闻全文', '新聞全文', 'The article'],
  placeholder: [
    '在此粘贴整页文字，标题、署名、相关新闻不必删去。也可以把 .txt、.html、.md、.docx 拖到这一页。',
    '在此貼上整頁文字，標題、署名、相關新聞不必刪去。也可以把 .txt、.html、.md、.docx 拖到這一頁。',
    'Paste the whole page here, clutter and all. Or drop a .txt, .html, .md or .docx anywhere.',
  ],
  samples: ['没有稿件在手？读一篇样例', '沒有稿件在手？讀一篇樣例', 'No article at hand? Read a sample'],
  'sample-signing': ['招商签约', '招商簽約', 'Signing ceremony'],
  'sample-signing-has': ['片区对比、企业与官员的说法', '片區對比、企業與官員的說法', 'Districts compared, officials and firms quoted'],
  'sample-quarter': ['季度经济', '季度經濟', 'Quarterly economy'],
  'sample-quarter-has': ['三十个数字，各有同比与环比', '三十個數字，各有同比與環比', 'Thirty figures, each with its change'],
  'sample-ferry': ['渡轮复航', '渡輪復航', 'Ferry returns'],
  'sample-ferry-has': ['繁体稿，票价、班次与日期', '繁體稿，票價、班次與日期', 'In traditional characters: fares, trips, dates'],
  characters: ['字', '字', 'characters'],
  privacy: ['全文只在本机处理，不上传，不保存。', '全文只在本機處理，不上傳，不保存。', 'The text stays on this device: not sent, not stored.'],
  verify: ['如何验证', '如何驗證', 'How to check'],
  verifyText: [
    '本页的内容安全策略只许连接本站（connect-src ‘self’）；打开浏览器开发者工具的“网络”一栏，从粘贴到导出，不会有任何请求。断开网络，照样能用。',
    '本頁的內容安全策略只許連接本站（connect-src ‘self’）；打開瀏覽器開發者工具的「網路」一欄，從貼上到匯出，不會有任何請求。斷開網路，照樣能用。',
    'The policy of this page allows connections to its own site alone (connect-src ‘self’). Open the network panel: from paste to export nothing is asked for. It works with the network off.',
  ],
  paste: ['粘贴', '貼上', 'Paste'],
  open: ['打开文件', '打開檔案', 'Open file'],
  clear: ['清空', '清空', 'Clear'],
  undo: ['撤销', '撤銷', 'Undo'],
  redo: ['重做', '重做', 'Redo'],
  encoding: ['编码', '編碼', 'Encoding'],
  length: ['摘要长度', '摘要長度', 'Summary length'],
  bySentences: ['按句数', '按句數', 'Sentences'],
  byCharacters: ['按字数', '按字數', 'Characters'],
  byShare: ['按比例', '按比例', 'Percent'],
  copy: ['复制要点', '複製要點', 'Copy digest'],
  export: ['导出', '匯出', 'Export'],
  'export-png': ['图片卡 PNG', '圖片卡 PNG', 'Picture card PNG'],
  'export-html': ['单页 HTML', '單頁 HTML', 'HTML page'],
  'export-csv': ['数字表 CSV', '數字表 CSV', 'Figures CSV'],
  share: ['分享', '分享', 'Share'],
  shareAll: ['链接，含全文', '連結，含全文', 'Link with the article'],
  shareEssence: ['链接，只含标题与摘要', '連結，只含標題與摘要', 'Link with headline and summary'],
  history: ['历史', '歷史', 'History'],
  historyAsk: [
    '历史默认不保存。打开后，最近 50 篇只存在这台设备上。',
    '歷史預設不保存。打開後，最近 50 篇只存在這台裝置上。',
    'History is off. When on, the last 50 texts are kept on this device alone.',
  ],
  historyKeep: ['在本机保存历史', '在本機保存歷史', 'Keep history on this device'],
  historyWipe: ['全部清除', '全部清除', 'Wipe all'],
  historyEmpty: ['还没有保存的稿件。', '還沒有保存的稿件。', 'Nothing is kept yet.'],
  shortcuts: ['快捷键', '快捷鍵', 'Shortcuts'],
  shortcutsOn: ['使用快捷键', '使用快捷鍵', 'Use shortcuts'],
  keyUndo: ['撤销与重做（不在输入框里时）', '撤銷與重做（不在輸入框裡時）', 'Undo and redo (outside the box)'],
  keyPlain: ['粘贴为纯文本', '貼上為純文字', 'Paste as plain text'],
  keyPlaces: ['在原文标记间移动', '在原文標記間移動', 'Move between marks in the article'],
  keyMentions: ['同一条目的上一处、下一处', '同一條目的上一處、下一處', 'Previous and next place of the item'],
  keyBack: ['返回条目', '返回條目', 'Back to the item'],
  keyHelp: ['打开这张表', '打開這張表', 'Open this list'],
  close: ['关闭', '關閉', 'Close'],
  interface: ['界面语言', '介面語言', 'Language'],
  noscript: ['本页需要 JavaScript 与 WebAssembly：分析就在浏览器里进行。', '', ''],
  copied: ['已复制：贴进文档是排好的版式，贴进编辑器是 Markdown。', '已複製：貼進文件是排好的版式，貼進編輯器是 Markdown。', 'Copied: documents take it formatted, editors as Markdown.'],
  copyFailed: ['没有复制成：浏览器未允许写入剪贴板。', '沒有複製成：瀏覽器未允許寫入剪貼簿。', 'Not copied: the browser does not allow it.'],
  pasteFailed: ['浏览器未允许读取剪贴板，请用键盘粘贴。', '瀏覽器未允許讀取剪貼簿，請用鍵盤貼上。', 'The browser does not allow it; paste with the keyboard.'],
  linkCopied: ['链接已复制，内容全在链接里，不经服务器。', '連結已複製，內容全在連結裡，不經伺服器。', 'Link copied. All of it is in the link; no server sees it.'],
  linkLong: ['链接较长（{} 字符），有的软件会截断。', '連結較長（{} 字元），有的軟體會截斷。', 'The link is long ({} characters); some programs cut it.'],
  linkBad: ['这个分享链接已损坏，读不出内容。', '這個分享連結已損壞，讀不出內容。', 'This link is damaged and cannot be read.'],
  linkRead: ['已打开分享的稿件。', '已打開分享的稿件。', 'Opened the shared text.'],
  sampleNote: ['样例为自撰稿，人名、地名、机构均属虚构。', '樣例為自撰稿，人名、地名、機構均屬虛構。', 'The samples are invented, with all their people and places.'],
  sampleMissing: ['样例没有取到。', '樣例沒有取到。', 'The sample could not be fetched.'],
  opened: ['已读入 {}', '已讀入 {}', 'Opened {}'],
  units: ['{} 字', '{} 字', '{} characters'],
  fileLarge: ['文件太大：最多读 {} 字。请分成几份再打开。', '檔案太大：最多讀 {} 字。請分成幾份再打開。', 'The file is too large: at most {} characters are read. Open it in parts.'],
  fileBad: ['文件已损坏，或不是 .docx。', '檔案已損壞，或不是 .docx。', 'The file is damaged, or no .docx.'],
  textLarge: ['稿件有 {} 字，最多读 {} 字；请分段贴入。剪贴板里的内容没有变。', '稿件有 {} 字，最多讀 {} 字；請分段貼入。剪貼簿裡的內容沒有變。', 'The text has {} characters, at most {} are read. Paste it in parts; your clipboard is unchanged.'],
  long: ['已读入 {} 字。稿件很长，不放进输入框，以下是开头。', '已讀入 {} 字。稿件很長，不放進輸入框，以下是開頭。', 'Read {} characters. So long a text is not put in the box; here is its beginning.'],
  historyFull: ['存储空间已满，这一篇没有存入历史。', '儲存空間已滿，這一篇沒有存入歷史。', 'Storage is full; this text was not kept.'],
  offline: ['没有网络，照常可用。', '沒有網路，照常可用。', 'No network; everything still works.'],
  update: ['新版本已备好。', '新版本已備好。', 'A new version is ready.'],
  reload: ['换用新版', '換用新版', 'Use it'],
  unsupported: ['这个浏览器太旧，缺少 {}；请换用近两年的浏览器。', '這個瀏覽器太舊，缺少 {}；請換用近兩年的瀏覽器。', 'This browser is too old: it lacks {}.'],
};

const COLUMNS = new Map([['zh-Hans', 0], ['zh-Hant', 1], ['en', 2]]);
const WISH = 'yaodian.language';

export const LANGUAGES = [...COLUMNS.keys()];

/** The language chosen before on this device, else that of the browser. */
export function chosenLanguage() {
  const wish = localStorage.getItem(WISH);
  if (wish && COLUMNS.has(wish)) return wish;
  const [first] = navigator.languages.filter((tag) => /^(zh|en)\b/i.test(tag));
  if (/^zh-(hant|tw|hk|mo)/i.test(first ?? '')) return 'zh-Hant';
  return /^en/i.test(first ?? '') && !navigator.languages.some((tag) => /^zh/i.test(tag)) ? 'en' : 'zh-Hans';
}

/** @param {string} tag */
export function chooseLanguage(tag) {
  localStorage.setItem(WISH, tag);
  setWords(tag);
}

/**
 * Sets the words of everything that names its own: `data-word` its text, `data-label` its label.
 *
 * @param {string} tag One of LANGUAGES.
 */
export function setWords(tag) {
  document.documentElement.lang = tag;
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-word]'))) {
    element.textContent = word(element.dataset.word ?? '');
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-label]'))) {
    element.setAttribute('aria-label', word(element.dataset.label ?? ''));
  }
  document.querySelector('#source')?.setAttribute('placeholder', word('placeholder'));
}

/**
 * @param {string} name
 * @param {...(string | number)} values For the places marked {}.
 */
export function word(name, ...values) {
  const tag = document.documentElement.lang;
  const text = WORDS[name]?.[COLUMNS.get(tag) ?? 0] ?? name;
  let next = 0;
  return text.replace(/\{\}/g, () => {
    const value = values[next++];
    return typeof value === 'number' ? value.toLocaleString(tag) : String(value);
  });
}
