/** Cards, tables, charts, people, keywords, dates. */

export const ITEMS = `
.cards { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.125rem 1.25rem; }
@container (max-width: 30rem) { .cards { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
.cards li { container-type: inline-size; }
.card { display: grid; align-content: start; gap: 0.125rem; inline-size: 100%; min-block-size: 100%; padding: 0.125rem 0; }
.card:hover .number, .card:hover .unit { color: var(--accent); }
.written { --size: min(var(--value-size), max(1.25rem, 21.5cqi)); font: 600 var(--size)/1.1 var(--text-font); margin-block-end: 0.25rem; }
.amount, .number, .unit { display: inline-block; }
.number { font-variant-numeric: lining-nums tabular-nums; letter-spacing: -0.01em; }
.broad .number { font-size: min(var(--value-size), max(1.25rem, 17cqi)); }
.long .number { font-size: calc(0.75 * var(--size)); }
.written .unit { font: 400 0.9375rem/1.2 var(--font); margin-inline: 0.15em; }
.amount > .unit:first-child { margin-inline-start: 0; }
.property { font-size: 0.875rem; line-height: 1.45; }
.whose { color: var(--muted); font-size: 0.8125rem; line-height: 1.45; }
.change { font-size: 0.8125rem; color: var(--muted); }
.change[data-change] { color: var(--accent); }
.tag.doubt { border-color: var(--accent); color: var(--accent); }
.tag { justify-self: start; padding: 0 0.4em; border: 1px solid var(--rule); border-radius: var(--radius); color: var(--muted); font-size: 0.75rem; }
.tags { display: flex; flex-wrap: wrap; gap: 0.25rem; }
.all-figures { margin-block-start: 1.25rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; font-size: 0.8125rem; line-height: 1.5; }
.scroll table { min-inline-size: 80rem; }
.scroll tbody th, .scroll thead th:first-child { position: sticky; inset-inline-start: 0; background: var(--ground); }
th, td { padding: 0.5rem 0.75rem 0.5rem 0; text-align: start; vertical-align: top; border-block-end: 1px solid var(--rule); font-weight: 400; }
thead th { color: var(--muted); white-space: nowrap; }
.sort { min-block-size: 1.5rem; }
.sort:hover { color: var(--ink); }
.sort::after { content: "↕"; margin-inline-start: 0.25em; opacity: 0.5; }
[aria-sort="ascending"] .sort::after { content: "↑"; opacity: 1; color: var(--accent); }
[aria-sort="descending"] .sort::after { content: "↓"; opacity: 1; color: var(--accent); }
.table-tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; margin-block: 0.5rem; }
.filter { flex: 0 1 14rem; min-inline-size: 0; min-block-size: 2rem; padding: 0 0.625rem; border: 1px solid var(--rule); border-radius: var(--radius); background: var(--field); color: var(--ink); font: 0.8125rem/1.5 var(--font); }
.filter::placeholder { color: var(--muted); opacity: 1; }
.copy-table { margin-inline-start: auto; min-block-size: 1.5rem; font-size: 0.8125rem; color: var(--muted); text-decoration: underline 1px var(--rule); text-underline-offset: 0.3em; }
.copy-table:hover { color: var(--accent); }
tbody th .row { font-weight: 600; white-space: nowrap; }
.row, .total, .term { min-block-size: 1.5rem; }
.row:hover, .total:hover, .term:hover { color: var(--accent); text-decoration: underline; text-underline-offset: 0.25em; }
td { min-inline-size: 7em; }
td.value { white-space: nowrap; font-variant-numeric: tabular-nums; }
.scroll td:not(.sentence) { word-break: keep-all; overflow-wrap: break-word; }
td.sentence { min-inline-size: 30rem; color: var(--muted); }
.paragraph-number { display: none; }
td.sentence b { color: var(--ink); font-weight: 600; }
.chart + .chart { margin-block-start: 1.5rem; }
.chart figcaption { display: flex; justify-content: space-between; gap: 1rem; font-size: 0.875rem; margin-block-end: 0.5rem; }
.total { color: var(--muted); }
.bars th, .bars td { border: 0; min-inline-size: 0; padding-block: 0.25rem; vertical-align: middle; }
.bars th { inline-size: 1%; max-inline-size: min(13em, 38cqi); padding-inline-end: 0.875rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.bars .bar-value { inline-size: 1%; padding-inline: 0.875rem 0; text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
.bar { display: block; inline-size: 100%; overflow: visible; fill: var(--bar); }
.bar .positive { opacity: 0.8; }
.bar .negative { opacity: 0.35; }
.line { display: block; inline-size: 100%; max-block-size: 9rem; margin-block-end: 0.5rem; fill: var(--accent); }
.line .zero { stroke: var(--rule); vector-effect: non-scaling-stroke; }
.line polyline { fill: none; stroke: var(--accent); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.check-list { display: grid; gap: 0.875rem; }
.check-list li { display: grid; grid-template-columns: minmax(3.25rem, auto) minmax(0, 1fr); gap: 0.125rem 0.75rem; align-items: baseline; }
.verdict { grid-row: 1 / span 4; justify-self: start; font-size: 0.75rem; padding: 0.0625rem 0.5em; border: 1px solid var(--rule); border-radius: var(--radius); color: var(--muted); }
.holds .verdict { color: var(--good); }
.broken .verdict { border-color: var(--accent); color: var(--accent); font-weight: 600; }
.check-kind { color: var(--muted); font-size: 0.8125rem; }
.arithmetic { grid-column: 2; font: 600 1.125rem/1.5 var(--text-font); font-variant-numeric: tabular-nums; }
.apart { grid-column: 2; color: var(--accent); font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.terms { grid-column: 2; display: flex; flex-wrap: wrap; gap: 0 0.875rem; color: var(--muted); font-size: 0.8125rem; }
.person-list { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); gap: 1.5rem 2rem; }
.name { display: flex; align-items: baseline; gap: 0.5rem; }
.person-name { font: 600 1.1875rem/1.5 var(--text-font); }
.name:hover .person-name { color: var(--accent); }
.post { color: var(--muted); font-size: 0.8125rem; line-height: 1.5; }
.person blockquote { margin-block-start: 0.5rem; font: 0.9375rem/1.7 var(--text-font); }
.quote:hover { background: var(--sentence); }
.person > blockquote .quote { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 6; line-clamp: 6; overflow: hidden; }
.indirect { color: var(--muted); }
.person summary { padding-block: 0.25rem 0; font-size: 0.8125rem; }
.makers { margin-block-start: 1.25rem; color: var(--muted); font-size: 0.8125rem; }
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
.inferred::before { background: var(--ground) !important; border: 1px dashed var(--accent); }
.date .tag { border: 0; padding: 0; margin-inline-start: 0.5rem; }
.date time { word-break: keep-all; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
.date:hover time { color: var(--accent); }
.event { color: var(--muted); font-size: 0.8125rem; line-height: 1.5; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-clamp: 2; overflow: hidden; }
`;
