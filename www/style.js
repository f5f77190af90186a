/**
 * The element's style, one constructable sheet for all instances.
 *
 * Custom properties a host may set: --yaodian-ink, -muted, -paper, -surface, -rule, -accent, -sentence, -figure,
 * -person, -entity, -flash, -font, -text-font, -text-size, -radius, -gap.
 */

const THEME = `
:host {
  display: block; container-type: inline-size; color-scheme: inherit; min-inline-size: 0;
  --ink: var(--yaodian-ink, light-dark(#1f1d1a, #e8e4dc));
  --muted: var(--yaodian-muted, light-dark(#6a645b, #a39b8f));
  --paper: var(--yaodian-paper, transparent);
  --surface: var(--yaodian-surface, light-dark(#f4f1ea, #24211d));
  --rule: var(--yaodian-rule, light-dark(#dfd9cd, #3a362f));
  --accent: var(--yaodian-accent, light-dark(#a4301f, #f0917f));
  --sentence: var(--yaodian-sentence, light-dark(#fbefc4, #4a3c12));
  --figure: var(--yaodian-figure, light-dark(#a4301f, #f0917f));
  --person: var(--yaodian-person, light-dark(#1f5a72, #86c3dc));
  --entity: var(--yaodian-entity, light-dark(#7d7566, #8f8778));
  --flash: var(--yaodian-flash, light-dark(#f6d98a, #7a6014));
  --font: var(--yaodian-font, system-ui, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif);
  --text-font: var(--yaodian-text-font, "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", SimSun, serif);
  --text-size: var(--yaodian-text-size, 1.0625rem);
  --radius: var(--yaodian-radius, 3px);
  --gap: var(--yaodian-gap, 2.25rem);
}
:host([hidden]) { display: none; }
[hidden] { display: none !important; }
* { box-sizing: border-box; }
.content {
  color: var(--ink); background: var(--paper); font: 0.9375rem/1.65 var(--font);
  text-autospace: normal; text-spacing-trim: trim-start; line-break: strict; overflow-wrap: anywhere;
}
.content[aria-busy="true"] .digest { opacity: 0.6; }
.stale {
  position: sticky; inset-block-start: 0.5rem; z-index: 1; inline-size: fit-content; margin: 0 0 -1.5rem auto; padding: 0 0.6em;
  border-radius: var(--radius); background: var(--surface); color: var(--muted); font: 0.75rem/1.5rem var(--font);
}
.status { position: absolute; inline-size: 1px; block-size: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h2, h3, h4, p, ul, ol, figure, blockquote { margin: 0; padding: 0; font-weight: inherit; }
ul, ol { list-style: none; }
button { font: inherit; color: inherit; text-align: start; background: none; border: 0; padding: 0; margin: 0; cursor: pointer; border-radius: var(--radius); }
summary { cursor: pointer; color: var(--muted); font-size: 0.875rem; padding-block: 0.375rem; }
summary:hover { color: var(--ink); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
:focus:not(:focus-visible) { outline: none; }
.none, .note { color: var(--muted); font-size: 0.8125rem; }
.count { color: var(--muted); font-size: 0.75rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
`;

const FRAME = `
.digest { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--gap); }
.column { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--gap); align-content: start; min-inline-size: 0; }
.column:empty { display: none; }
.heading {
  display: flex; align-items: baseline; gap: 0.75em; margin-block-end: 0.875rem; padding-block-start: 0.625rem;
  border-block-start: 1px solid var(--rule); font-size: 0.875rem; font-weight: 600; letter-spacing: 0.12em; color: var(--accent);
}
.head .headline { font: 700 clamp(1.375rem, 0.9rem + 2.2cqi, 2rem)/1.4 var(--text-font); text-wrap: balance; word-break: keep-all; }
.facts { display: flex; flex-wrap: wrap; gap: 0.125rem 1.125rem; margin-block-start: 0.625rem; color: var(--muted); font-size: 0.8125rem; }
.notices { margin-block-start: 0.875rem; padding-inline-start: 0.75rem; border-inline-start: 2px solid var(--rule); color: var(--muted); font-size: 0.8125rem; }
.points { display: grid; gap: 0.875rem; counter-reset: point; }
.points li { counter-increment: point; display: grid; grid-template-columns: 1.5rem minmax(0, 1fr); align-items: baseline; }
.points li::before { content: counter(point); color: var(--accent); font: 600 0.9375rem/1 var(--text-font); }
.point { font: 1.125rem/1.8 var(--text-font); text-align: justify; }
.point:hover, .point:focus-visible { background: var(--sentence); }
.summary .note { margin-block-start: 0.75rem; padding-inline-start: 1.5rem; }
.return {
  position: sticky; inset-block-end: 1rem; justify-self: end; z-index: 1; padding: 0.5rem 1rem; border-radius: 2rem;
  background: var(--ink); color: light-dark(#fff, #1a1815); font-size: 0.875rem; box-shadow: 0 2px 10px rgb(0 0 0 / 0.2);
}
.state { padding: 2rem 0; color: var(--muted); max-inline-size: 34em; }
.state-title { font: 600 1.25rem/1.5 var(--text-font); color: var(--ink); margin-block-end: 0.5rem; }
.state .code { font-size: 0.75rem; }
.parts { margin: 1rem 0 0; border-block-start: 1px solid var(--rule); }
.parts div { display: grid; grid-template-columns: 6em minmax(0, 1fr); gap: 1rem; padding-block: 0.75rem; border-block-end: 1px solid var(--rule); align-items: baseline; }
.parts dt { color: var(--accent); font-size: 0.875rem; font-weight: 600; letter-spacing: 0.08em; }
.parts dd { margin: 0; color: var(--ink); font-family: var(--text-font); }
.line-ghost { display: block; block-size: 0.875rem; margin-block-start: 0.875rem; border-radius: 2px; background: var(--surface); }
.line-ghost:last-child { inline-size: 60%; }
@container (min-width: 46rem) {
  .digest { grid-template-columns: minmax(0, 1fr) 15rem; column-gap: 3rem; }
  .head, .return { grid-column: 1 / -1; }
  .article { grid-column: 1; }
  .index { grid-column: 2; grid-row: 2 / span 2; }
  .story { grid-column: 1; grid-row: 2; }
}
`;

const ITEMS = `
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 8.75rem), 1fr)); gap: 1.25rem 1.5rem; }
.card { display: grid; align-content: start; gap: 0.125rem; inline-size: 100%; min-block-size: 100%; padding: 0.125rem 0; }
.card:hover .number, .card:hover .unit { color: var(--accent); }
.written { white-space: nowrap; line-height: 1.2; margin-block-end: 0.25rem; overflow-wrap: normal; }
.number { font: 600 2rem/1.1 var(--text-font); font-variant-numeric: lining-nums tabular-nums; letter-spacing: -0.01em; }
.written .unit { font-size: 0.9375rem; margin-inline: 0.125em; }
.property { font-size: 0.875rem; line-height: 1.45; }
.whose { color: var(--muted); font-size: 0.8125rem; line-height: 1.45; }
.change { font-size: 0.8125rem; color: var(--muted); }
.change[data-change] { color: var(--accent); }
.tag { justify-self: start; padding: 0 0.4em; border: 1px solid var(--rule); border-radius: var(--radius); color: var(--muted); font-size: 0.75rem; }
.all-figures { margin-block-start: 1.25rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; font-size: 0.8125rem; line-height: 1.5; }
.scroll table { min-inline-size: 35rem; }
th, td { padding: 0.5rem 0.75rem 0.5rem 0; text-align: start; vertical-align: top; border-block-end: 1px solid var(--rule); font-weight: 400; }
thead th { color: var(--muted); white-space: nowrap; }
tbody th .row { font-weight: 600; white-space: nowrap; }
.row:hover, .total:hover, .term:hover { color: var(--accent); text-decoration: underline; text-underline-offset: 0.25em; }
td { min-inline-size: 4.5em; }
td.value { white-space: nowrap; font-variant-numeric: tabular-nums; }
td.sentence { min-inline-size: 13rem; color: var(--muted); }
td.sentence b { color: var(--ink); font-weight: 600; }
.chart + .chart { margin-block-start: 1.5rem; }
.chart figcaption { display: flex; justify-content: space-between; gap: 1rem; font-size: 0.875rem; margin-block-end: 0.5rem; }
.total { color: var(--muted); }
.bars th, .bars td { border: 0; min-inline-size: 0; padding-block: 0.25rem; vertical-align: middle; }
.bars th { inline-size: 1%; max-inline-size: 9em; padding-inline-end: 0.875rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.bars .bar-value { inline-size: 1%; padding-inline: 0.875rem 0; text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
.bar { display: block; inline-size: 100%; overflow: visible; fill: var(--accent); }
.bar .positive { opacity: 0.8; }
.bar .negative { opacity: 0.35; }
.line { display: block; inline-size: 100%; max-block-size: 9rem; margin-block-end: 0.5rem; fill: var(--accent); }
.line polyline { fill: none; stroke: var(--accent); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.check-list { display: grid; gap: 0.875rem; }
.check-list li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.125rem 0.75rem; align-items: baseline; }
.verdict { grid-row: 1 / span 3; font-size: 0.75rem; padding: 0.0625rem 0.5em; border: 1px solid var(--rule); border-radius: var(--radius); color: var(--muted); }
.broken .verdict { border-color: var(--accent); color: var(--accent); font-weight: 600; }
.check-kind { color: var(--muted); font-size: 0.8125rem; }
.arithmetic { grid-column: 2; font: 600 1.125rem/1.5 var(--text-font); font-variant-numeric: tabular-nums; }
.terms { grid-column: 2; display: flex; flex-wrap: wrap; gap: 0 0.875rem; color: var(--muted); font-size: 0.8125rem; }
.person-list { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); gap: 1.5rem 2rem; }
.name { display: flex; align-items: baseline; gap: 0.5rem; }
.person-name { font: 600 1.1875rem/1.5 var(--text-font); }
.name:hover .person-name { color: var(--accent); }
.post { color: var(--muted); font-size: 0.8125rem; line-height: 1.5; }
.person blockquote {
  margin-block-start: 0.5rem; font: 0.9375rem/1.7 var(--text-font);
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 5; line-clamp: 5; overflow: hidden;
}
.person blockquote.direct { text-indent: -0.5em; padding-inline-start: 0.5em; }
.ranked { display: grid; gap: 0.5rem; }
.keyword { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.125rem 0.5rem; inline-size: 100%; align-items: baseline; }
.keyword .bar { grid-column: 1 / -1; block-size: 4px; overflow: hidden; fill: var(--entity); }
.keyword:hover .keyword-text { color: var(--accent); }
.keyword:hover .bar { fill: var(--accent); }
.chips { display: flex; flex-wrap: wrap; gap: 0.375rem; }
.chip { padding: 0.1875rem 0.625rem; background: var(--surface); font-size: 0.8125rem; line-height: 1.5; }
.chip .count { margin-inline-start: 0.4em; }
.chip:hover { color: var(--accent); }
.dates { border-inline-start: 1px solid var(--rule); padding-inline-start: 0.875rem; display: grid; gap: 0.75rem; }
.dates li { position: relative; }
.dates li::before { content: ""; position: absolute; inset-inline-start: calc(-0.875rem - 3.5px); inset-block-start: 0.6em; inline-size: 6px; block-size: 6px; border-radius: 50%; background: var(--accent); }
.date { display: grid; }
.date time { font-size: 0.875rem; font-variant-numeric: tabular-nums; }
.date:hover time { color: var(--accent); }
.event { color: var(--muted); font-size: 0.8125rem; line-height: 1.5; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-clamp: 2; overflow: hidden; }
`;

const TEXT = `
.text { max-inline-size: 36em; font: var(--text-size)/1.9 var(--text-font); text-align: justify; hanging-punctuation: allow-end; }
.text .block { margin-block-end: 0.75em; white-space: pre-line; }
.text.long > .block { content-visibility: auto; contain-intrinsic-block-size: auto 7em; }
.text .paragraph { text-indent: 2em; }
.text .headline { font-size: 1.25em; font-weight: 700; line-height: 1.5; text-align: start; }
.text .subheading { font-weight: 700; margin-block-start: 1.5em; text-align: start; }
.text .listItem { padding-inline-start: 2em; }
.text .table { font: 0.875rem/1.7 var(--font); white-space: pre-wrap; text-align: start; }
.text .byline, .text .dateline, .text .timestamp, .text .source, .text .caption { font: 0.8125rem/1.6 var(--font); color: var(--muted); text-align: start; }
.clutter { margin-block: 1em; padding-inline: 0.875rem; border-inline-start: 2px solid var(--rule); font: 0.8125rem/1.6 var(--font); color: var(--muted); text-align: start; }
.clutter .block, .clutter .block.paragraph { margin-block-end: 0.25em; text-indent: 0; font: inherit; }
.mark { cursor: pointer; border-radius: 1px; }
.mark-sentence { background: var(--sentence); color: inherit; padding-block: 0.125em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.mark-figure { color: var(--figure); font-weight: 600; white-space: nowrap; font-variant-numeric: lining-nums; }
.mark-person { color: var(--person); text-decoration: underline 1px; text-underline-offset: 0.3em; }
.mark-organization, .mark-place { text-decoration: underline dotted 1px var(--entity); text-underline-offset: 0.3em; }
.mark-keyword, .mark-time { cursor: auto; }
.mark:hover:not(.mark-sentence) { background: var(--flash); }
[data-companion]:not([data-current]) { background: var(--sentence); box-shadow: 0 1px 0 var(--accent); }
[data-current] { background: var(--flash); animation: flash 1.6s ease-out; }
button[data-current] { background: none; animation: flash-item 1.6s ease-out; }
@keyframes flash { 0%, 30% { box-shadow: 0 0 0 4px var(--flash); } }
@keyframes flash-item { 0%, 40% { background: var(--flash); box-shadow: 0 0 0 6px var(--flash); } }
@media (prefers-reduced-motion: reduce) { [data-current] { animation: none; outline: 2px solid var(--accent); outline-offset: 2px; } }
@media (forced-colors: active) {
  .mark-sentence { background: Mark; color: MarkText; }
  .mark-figure { color: LinkText; }
  .bar, .line { forced-color-adjust: none; fill: CanvasText; }
}
@media (pointer: coarse) { .chip, summary, .row, .term { min-block-size: 2.75rem; } .chip { padding-block: 0.625rem; } }
@media print {
  .return, .all-figures > summary { display: none; }
  .mark-sentence { background: none; text-decoration: underline; }
}
`;

/** @type {CSSStyleSheet | null} */
let sheet = null;

export function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(THEME + FRAME + ITEMS + TEXT);
  }
  return sheet;
}
