/** The article as Chinese is set, its marks, and what the reader does to it. */

/** The head of a column of numbers stands above their ends. */
const HEADS = [2, 3, 4, 5, 6, 7].map((column) => `.rows:has(td:nth-child(${column}).number-cell) th:nth-child(${column}) { text-align: end; }`).join('\n');

export const TEXT = `
.text { max-inline-size: var(--measure); font: var(--text-size)/var(--leading) var(--text-font); text-align: justify; hanging-punctuation: allow-end; }
.text:not(:lang(zh)) { text-align: start; }
.unprinted { display: none; color: var(--muted); font: 0.8125rem/1.6 var(--font); }
.text > :first-child { margin-block-start: 0; }
.text .block { margin-block-end: 0.75em; white-space: pre-line; text-wrap: pretty; }
.text.long > .block { content-visibility: auto; contain-intrinsic-block-size: auto 7em; }
.text .paragraph { text-indent: 2em; }
.text .headline { font-size: 1.25em; font-weight: 700; line-height: 1.5; text-align: start; text-wrap: pretty; }
.text .headline .mark-keyword { white-space: nowrap; }
.text .subheading { font-weight: 700; margin-block-start: 1.5em; text-align: start; }
.text .listItem { padding-inline-start: 2em; }
.text .table { font: 0.875rem/1.7 var(--font); white-space: pre-wrap; text-align: start; }
.rows { inline-size: auto; margin-block: 0.75em 1.25em; }
.rows :is(th, td) { min-inline-size: 0; padding: 0.25rem 1.25rem 0.25rem 0; white-space: normal; }
.rows th { color: var(--muted); }
.rows td:first-child { min-inline-size: 4.5em; }
${HEADS}
.rows .number-cell { text-align: end; font-variant-numeric: tabular-nums; }
.text .byline, .text .dateline, .text .timestamp, .text .source, .text .caption { margin-block-end: 0.25em; font: 0.8125rem/1.6 var(--font); color: var(--muted); text-align: start; }
.text :is(.byline, .dateline, .timestamp, .source) + .paragraph { margin-block-start: 0.75em; }
.clutter { margin-block: 0.75em; padding-inline: 0.875rem; border-inline-start: 2px solid var(--rule); font: 0.8125rem/1.6 var(--font); color: var(--muted); text-align: start; }
.clutter .block, .clutter .block.paragraph { margin-block-end: 0.25em; text-indent: 0; font: inherit; }
.tidy { display: flex; flex-wrap: wrap; gap: 0 1em; align-items: baseline; justify-content: flex-end; margin: -2.375rem 0 0.75rem; font-size: 0.8125rem; }
.tidy .note { inline-size: 100%; order: 2; }
.tidy button, .tidy-tools button { min-block-size: 1.5rem; padding-inline: 0.5em; border: 1px solid var(--rule); color: var(--muted); font: 0.75rem/1.5 var(--font); }
.tidy [aria-pressed="false"]:hover, .tidy-tools [aria-pressed="false"]:hover { color: var(--accent); border-color: currentcolor; }
.tidy [aria-pressed="true"], .tidy-tools [aria-pressed="true"] { background: var(--ink); border-color: var(--ink); color: var(--inverse); }
.tidy-tools { display: flex; gap: 0.25rem; margin-block: 0.75em 0.25em; text-indent: 0; }
.mark { cursor: pointer; border-radius: 1px; }
.mark-sentence { background: var(--sentence); color: inherit; padding-block: 0.125em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.mark-figure { color: var(--figure); font-weight: 600; white-space: nowrap; font-variant-numeric: lining-nums; }
.parted { white-space: normal; }
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
  .bar, .line, .keyword .bar { forced-color-adjust: none; fill: CanvasText; }
}
@container (max-width: 30rem) { .text { text-align: start; } .rows :is(th, td) { padding-inline-end: 0.625rem; } }
@media (pointer: coarse) { .chip, summary, .row, .total, .term, .name, .keyword, .jumps button, .to-check, .sort, .tidy button, .tidy-tools button, .copy-table, .filter, .retry, .quote { min-block-size: 2.75rem; } .chip { padding-block: 0.625rem; } }
@media print {
  .return, .all-figures > summary, .person summary, .clutter, .jumps, .tidy, .tip, .table-tools, .retry, .stale, .leaf:empty { display: none; }
  .digest, .column { display: block; }
  .head { margin-block-end: 1rem; }
  .all-figures::details-content, .person details::details-content { content-visibility: visible; block-size: auto; }
  .scroll { overflow: visible; }
  .scroll table, td, td.sentence { min-inline-size: 0; }
  .scroll table { table-layout: fixed; font-size: 0.75rem; }
  .scroll tbody th, .scroll thead th:is(th, :first-child) { position: static; white-space: normal; }
  .scroll :is(th, td) { padding-block: 0.1875rem; }
  .scroll :is(td.value, .row) { white-space: normal; }
  .scroll th:nth-child(2) { inline-size: 19%; }
  .scroll th:nth-child(3) { inline-size: 15%; }
  .scroll th:nth-child(5) { inline-size: 17%; }
  .scroll th:nth-child(7) { inline-size: 8%; }
  /* Chromium repeats words at the head of every page, but no buttons. */
  .sort { display: none; }
  [data-title]::before { content: attr(data-title); }
  .unprinted { display: block; }
  .article .text { padding-inline-start: 2.5em; }
  [data-paragraph] { position: relative; }
  [data-paragraph]::before { content: attr(data-paragraph); position: absolute; inset-inline-start: -3em; color: var(--muted); font: 0.75rem/2.6 var(--font); text-indent: 0; }
  .paragraph-number { display: inline; white-space: nowrap; }
  .evidence { display: none; }
  .article .text { max-block-size: none; overflow: visible; }
  section { margin-block-end: 1.5rem; break-inside: auto; }
  .card, .person, .chart, .check-list > li, tr, thead, .headline { break-inside: avoid; }
  .heading, figcaption, .headline, .subheading { break-after: avoid; }
  .ranked { columns: 2; column-gap: 2rem; }
  .ranked li { break-inside: avoid; }
  .person > blockquote .quote { display: inline; }
  .mark-sentence { background: none; text-decoration: underline; }
}
`;
