/** The digest as one HTML file that needs nothing else: no script, no request, to be read and printed anywhere. */

import { figureCells, figuresInOrder } from '../view/figure-cells.js';
import { articleTag } from '../view/language.js';
import { escapeHtml as escape, tableHtml } from '../view/markup.js';
import { runningWords } from '../view/running.js';
import { phrasesOf, title } from '../view/title.js';
import { imprint } from './imprint.js';

/**
 * @typedef {import('../digest.js').Digest} Digest
 * @typedef {import('../view/language.js').Language} Language
 */

const STYLE = `
body { max-width: 56em; margin: 2em auto; padding: 0 1em; font: 17px/1.85 "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; color: #1f1d1a; background: #fcfaf6; }
:lang(zh-Hant) { font-family: "Source Han Serif TC", "Noto Serif CJK TC", "Songti TC", PMingLiU, serif; }
h1 { font-size: 1.6em; line-height: 1.4; text-wrap: balance; } h1, ol, ul, .body { max-width: 38em; } h2 { margin-top: 2em; padding-top: .5em; border-top: 1px solid #dfd9cd; font-size: 1em; color: #a4301f; letter-spacing: .1em; }
table { display: block; overflow-x: auto; border-collapse: collapse; font-size: .8em; line-height: 1.6; } th, td { padding: .4em .6em .4em 0; border-bottom: 1px solid #dfd9cd; text-align: left; vertical-align: top; min-width: 4.5em; } td:nth-child(-n + 2) { white-space: nowrap; } td:last-child { min-width: 20em; } td:not(:last-child) { word-break: keep-all; }
@media (width < 40em) { td:last-child { min-width: 36em; } }
h1 span { display: inline-block; white-space: pre-wrap; } ol li + li { margin-top: .6em; }
small, .facts { color: #6a645b; font-size: .8em; } mark { background: #fbefc4; color: inherit; } .body p { text-indent: 2em; text-align: justify; }`;

/**
 * @param {string} text The text the digest points into.
 * @param {Digest} digest
 * @param {Language} language
 */
export function standalonePage(text, digest, language) {
  return `<!doctype html>
<html lang="${language.locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title(digest, language))}</title>
<style>${STYLE}</style>
<body lang="${articleTag(digest)}">
${digestHtml(text, digest, language)}
<h2 lang="${language.locale}">${language.article}</h2>
<div class="body">
${body(text, digest)}
</div>
</html>
`;
}

/**
 * The digest without the article, to be pasted into a document.
 *
 * @param {string} text The text the digest points into.
 * @param {Digest} digest
 * @param {Language} language
 */
export function digestHtml(text, digest, language) {
  const words = phrasesOf(title(digest, language));
  return `<h1>${words.length > 1 ? words.map((phrase) => `<span>${escape(phrase)}</span>`).join('') : escape(words[0])}</h1>
<p class="facts">${escape(facts(digest, language).join(' · '))}</p>
<h2 lang="${language.locale}">${language.summary}</h2>
<ol>
${digest.summary.points.map((point) => `<li>${escape(point.text)}</li>`).join('\n')}
</ol>
<p><small lang="${language.locale}">${language.extractive}</small></p>
${figures(text, digest, language)}
${people(digest, language)}
<h2 lang="${language.locale}">${language.keywords}</h2>
<p>${escape(digest.keywords.map((keyword) => keyword.text).join('、'))}</p>`;
}

/**
 * @param {Digest} digest
 * @param {Language} language
 */
function facts({ document: article }, language) {
  const names = article.bylines.map(({ name }) => name);
  return [imprint(article, language), [...new Set(names)].join('、')].filter(Boolean);
}

/**
 * @param {string} text
 * @param {Digest} digest
 * @param {Language} language
 */
function figures(text, digest, language) {
  if (digest.figures.length === 0) return '';
  const rows = figuresInOrder(digest).map((figure) => figureCells(text, figure, digest, language));
  return `<h2 lang="${language.locale}">${language.figures}</h2>\n${tableHtml(language.figureColumns, rows)}`;
}

/**
 * @param {Digest} digest
 * @param {Language} language
 */
function people({ people: all, quotes }, language) {
  if (all.length === 0) return '';
  const items = all.map((person) => {
    const post = [person.organization, person.titles[0]].filter(Boolean).join(' ');
    const said = person.quotes.flatMap((index) => quotes[index]?.text ?? []);
    return `<li><b>${escape(person.name)}</b> ${escape(post)}${said.map((words) => `<br>${escape(words)}`).join('')}</li>`;
  });
  return `<h2 lang="${language.locale}">${language.people}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
}

/**
 * The body's paragraphs, the sentences of the summary marked.
 *
 * @param {string} text
 * @param {Digest} digest
 */
function body(text, { document: article, sentences, summary }) {
  const chosen = summary.sentences.map((index) => sentences[index]).sort((a, b) => a.start - b.start);
  return article.blocks
    .filter((block) => block.body)
    .map((block) => {
      let html = '';
      let at = block.start;
      for (const { start, end } of chosen.filter((sentence) => sentence.start < block.end && sentence.end > block.start)) {
        html += `${escape(runningWords(text, at, Math.max(at, start)))}<mark>${escape(runningWords(text, Math.max(at, start), Math.min(end, block.end)))}</mark>`;
        at = Math.min(end, block.end);
      }
      return `<p>${(html + escape(runningWords(text, at, block.end))).trim()}</p>`;
    })
    .join('\n');
}
