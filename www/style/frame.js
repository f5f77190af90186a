/** Where the parts stand, and what stands where there is no digest. */

export const FRAME = `
.digest, .outline { display: grid; align-items: start; grid-template-columns: minmax(0, 1fr); gap: var(--gap); }
.column { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--gap); align-content: start; min-inline-size: 0; }
.column:empty { display: none; }
.heading {
  display: flex; align-items: baseline; flex-wrap: wrap; gap: 0 0.75em; margin-block-end: 0.875rem; padding-block-start: 0.625rem;
  border-block-start: 1px solid var(--rule); font-size: var(--heading-size); font-weight: 600; letter-spacing: 0.12em; color: var(--accent);
}
.head .headline { max-inline-size: 30em; font: 700 clamp(1.375rem, 0.9rem + 1.8cqi, 2.25rem)/1.35 var(--text-font); text-wrap: balance; }
.head .untitled { font-size: 1.25rem; }
.digest .untitled { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-clamp: 2; overflow: hidden; }
.outline .head .untitled { color: var(--muted); font-weight: 400; line-height: calc(1.35 * clamp(1.375rem, 0.9rem + 1.8cqi, 2.25rem)); }
.phrase { display: inline-block; white-space: pre-wrap; }
.head { margin-block-end: -0.75rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0.125rem 1.125rem; margin-block-start: 0.625rem; color: var(--muted); font-size: 0.8125rem; }
.to-check { min-block-size: 1.5rem; color: var(--accent); font-weight: 600; text-decoration: underline 1px; text-underline-offset: 0.3em; }
.notices { margin-block-start: 0.875rem; padding-inline-start: 0.75rem; border-inline-start: 2px solid var(--rule); color: var(--muted); font-size: 0.8125rem; }
.points { display: grid; gap: 0.875rem; max-inline-size: 40em; counter-reset: point; }
.points li { counter-increment: point; display: grid; grid-template-columns: 1.5rem minmax(0, 1fr); align-items: baseline; }
.points li::before { content: counter(point); color: var(--accent); font: 600 0.9375rem/1 var(--text-font); }
.point { font: 1.0625rem/1.75 var(--text-font); text-wrap: pretty; }
.unbroken { white-space: nowrap; }
.point:hover, .point:focus-visible { background: var(--sentence); }
.summary .note { margin-block-start: 0.75rem; padding-inline-start: 1.5rem; }
.return {
  position: sticky; inset-block-end: 1rem; justify-self: end; z-index: 1; padding: 0.5rem 1rem; border-radius: 2rem;
  background: var(--ink); color: var(--inverse); font-size: 0.875rem; box-shadow: 0 2px 10px rgb(0 0 0 / 0.2);
}
.state { padding: 2rem 0; color: var(--muted); max-inline-size: 34em; text-wrap: pretty; }
.state-title { font: 600 1.25rem/1.5 var(--text-font); color: var(--ink); margin-block-end: 0.5rem; }
.retry { margin-block: 0.75rem; padding: 0.375rem 1rem; border: 1px solid var(--rule); color: var(--ink); }
.retry:hover { color: var(--accent); border-color: currentcolor; }
.state .code { margin-block-start: 0.5rem; font-size: 0.75rem; }
.parts { margin: 1rem 0 0; border-block-start: 1px solid var(--rule); }
.parts div { display: grid; grid-template-columns: 6em minmax(0, 1fr); gap: 1rem; padding-block: 0.75rem; border-block-end: 1px solid var(--rule); align-items: baseline; }
.parts dt { color: var(--accent); font-size: 0.875rem; font-weight: 600; letter-spacing: 0.08em; }
.parts dd { margin: 0; color: var(--ink); font-family: var(--text-font); text-wrap: balance; }
.ghosts { display: grid; gap: 0.875rem; }
.ghosts + .ghosts { margin-block-start: 1.75rem; }
.facts .ghost { inline-size: 16em; margin-block: 0.25rem; }
.ghosts.values { grid-template-columns: repeat(3, minmax(0, 1fr)); }
@container (max-width: 30rem) { .ghosts.values { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
.ghost { block-size: 0.875rem; border-radius: 2px; background: var(--surface); }
.values .ghost { block-size: 3.5rem; }
.lines .ghost:last-child { inline-size: 60%; }
.jumps { margin-block: -0.75rem calc(0.75rem - var(--gap)); display: flex; gap: 0.25rem; position: sticky; inset-block-start: 0; z-index: 2; margin-inline: -0.25rem; padding-block: 0.25rem; background: var(--yaodian-ground, color-mix(in srgb, Canvas 60%, transparent)); backdrop-filter: blur(0.75rem); border-block-end: 1px solid var(--rule); overflow-x: auto; scrollbar-width: none; }
.jumps button { flex: 1 0 auto; padding: 0.25rem 0.5rem; min-block-size: 2.25rem; text-align: center; font-size: 0.875rem; color: var(--muted); white-space: nowrap; }
.jumps button:hover { color: var(--accent); }
.jumps:empty { min-block-size: 2.75rem; }
.heading { scroll-margin-block-start: 3.5rem; }
.heading .whose { font-weight: 400; letter-spacing: 0; }
.story > :first-child > .heading { border: 0; }
.tip {
  position: fixed; inset: auto; margin: 0; max-inline-size: min(20rem, calc(100vw - 1rem)); padding: 0.625rem 0.75rem; border: 1px solid var(--rule); border-radius: var(--radius);
  background: var(--tip); color: var(--ink); font: 0.8125rem/1.6 var(--font); text-align: start; white-space: normal; box-shadow: 0 4px 16px rgb(0 0 0 / 0.12);
  font-variant-numeric: tabular-nums; text-autospace: normal;
}
.tip-name { color: var(--muted); margin-inline-end: 0.375em; }
@container (min-width: 46rem) {
  .empty { max-inline-size: none; }
  .parts { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 0 2.5rem; border: 0; }
  .parts div { display: block; border-block: 0; border-block-start: 1px solid var(--rule); }
}
/* As wide as 28 characters of the article beside its digest. */
@container (min-width: 56rem) {
  .jumps { display: none; }
  .heading { scroll-margin-block-start: 0; }
  .story > :first-child > .heading { border-block-start: 1px solid var(--rule); }
  .digest, .outline { grid-template: auto auto auto 1fr / minmax(0, 4fr) minmax(0, 5fr); column-gap: clamp(2rem, 3cqi, 3.5rem); }
  .head, .return { grid-column: 1 / -1; }
  .story { grid-area: 2 / 1; }
  .hosted > .story { grid-row-end: span 3; }
  .people, .index { grid-column: 1; }
  .hosted > .people, .hosted > .index { grid-column: 2; }
  .article { grid-area: 2 / 2 / span 3; }
}
@container (min-width: 72rem) {
  .digest, .outline { grid-template: auto auto 1fr / minmax(0, 23fr) minmax(0, 31fr) minmax(0, 14fr); }
  .story { grid-row-end: span 2; }
  .people, .index { grid-column: 3; }
  .hosted { grid-template-columns: minmax(0, 5fr) minmax(0, 4fr); }
  .reading:not(:has(> .people, > .index > *)) { grid-template-columns: minmax(0, 4fr) minmax(0, 5fr); }
  .person-list { gap: 1.25rem; }
  .article { grid-row-end: span 2; position: sticky; inset-block-start: 0; align-self: start; }
  .article .text { max-block-size: var(--yaodian-article-height, none); overflow-y: auto; overscroll-behavior: auto; margin-inline-start: -0.25rem; padding-inline: 0.25rem 1rem; scrollbar-width: thin; scrollbar-color: var(--rule) transparent; }
}
`;
