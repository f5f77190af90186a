/** Colours, fonts and the ground of everything; the custom properties that a host may set. */

export const THEME = `
:host {
  display: block; container-type: inline-size; contain-intrinsic-inline-size: 40rem; color-scheme: inherit; min-inline-size: 0;
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
  --ground: var(--yaodian-ground, Canvas);
  --field: var(--yaodian-field, light-dark(#fff, #201d1a));
  --tip: var(--yaodian-tip, light-dark(#fffdf8, #2b2722));
  --good: var(--yaodian-good, light-dark(#35693f, #8cc79a));
  --bar: var(--yaodian-bar, var(--accent));
  --heading-size: var(--yaodian-heading-size, 0.875rem);
  --value-size: var(--yaodian-value-size, 1.75rem);
  --leading: var(--yaodian-leading, 1.85);
  --measure: var(--yaodian-measure, 36em);
  --inverse: light-dark(#fff, #1a1815);
  --radius: var(--yaodian-radius, 3px);
  --gap: var(--yaodian-gap, 2.25rem);
}
[lang="zh-Hant"] { --text-font: var(--yaodian-text-font, "Source Han Serif TC", "Noto Serif CJK TC", "Noto Serif TC", "Songti TC", PMingLiU, serif); }
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
summary { cursor: pointer; color: var(--muted); font-size: 0.8125rem; padding-block: 0.25rem; }
summary:hover { color: var(--ink); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
:focus:not(:focus-visible) { outline: none; }
.none, .note { color: var(--muted); font-size: 0.8125rem; }
.count { color: var(--muted); font-size: 0.75rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
`;
