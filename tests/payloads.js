/**
 * Payloads that try to run or to fetch, of our own making: every kind of carrier with every kind of trigger. Each calls
 * `canary` or asks for /canary, both of which are counted.
 */

const CALL = 'canary()';
const ADDRESS = '/canary';

/** What an attribute or a script can hold. */
const TRIGGERS = [CALL, `this.${CALL}`, `window['canary']()`, `setTimeout('${CALL}')`, `parent.${CALL}`, `eval('${CALL}')`, `fetch('${ADDRESS}')`, `new Image().src='${ADDRESS}'`];

/** Elements that load or run when they are made. @type {((trigger: string) => string)[]} */
const CARRIERS = [
  (trigger) => `<img src=x onerror="${trigger}">`,
  (trigger) => `<img src="${ADDRESS}" onload='${trigger}'>`,
  (trigger) => `<svg onload="${trigger}"></svg>`,
  (trigger) => `<svg><script>${trigger}</script></svg>`,
  (trigger) => `<svg><animate onbegin="${trigger}" attributeName=x dur=1s>`,
  (trigger) => `<svg><foreignObject><iframe onload="${trigger}"></iframe></foreignObject></svg>`,
  (trigger) => `<math><mtext><table><mglyph><style><img src=x onerror="${trigger}"></style></mglyph></table></mtext></math>`,
  (trigger) => `<script>${trigger}</script>`,
  (trigger) => `<scr<script>ipt>${trigger}</scr</script>ipt>`,
  (trigger) => `<iframe srcdoc="<script>parent.${trigger}</script>"></iframe>`,
  (trigger) => `<iframe src="javascript:${trigger}"></iframe>`,
  (trigger) => `<object data="javascript:${trigger}"></object>`,
  (trigger) => `<embed src="data:text/html,<script>${trigger}</script>">`,
  (trigger) => `<a href="javascript:${trigger}" autofocus onfocus="${trigger}">点此</a>`,
  (trigger) => `<a href="java\tscript:${trigger}">点此</a>`,
  (trigger) => `<form action="javascript:${trigger}"><button autofocus onfocus="${trigger}">交</button></form>`,
  (trigger) => `<input autofocus onfocus="${trigger}">`,
  (trigger) => `<details open ontoggle="${trigger}"><summary>展开</summary></details>`,
  (trigger) => `<video src=x onerror="${trigger}"></video>`,
  (trigger) => `<audio autoplay src="${ADDRESS}" onerror="${trigger}"></audio>`,
  (trigger) => `<body onload="${trigger}">`,
  (trigger) => `<style>@import '${ADDRESS}'; body { background: url(${ADDRESS}) }</style><b onclick="${trigger}">字</b>`,
  (trigger) => `<link rel=stylesheet href="${ADDRESS}" onload="${trigger}">`,
  (trigger) => `<meta http-equiv=refresh content="0;url=javascript:${trigger}">`,
  (trigger) => `<base href="${ADDRESS}/"><script src=x>${trigger}</script>`,
  (trigger) => `<template><script>${trigger}</script></template>`,
  (trigger) => `<noscript><p title="</noscript><img src=x onerror=${trigger}>">`,
  (trigger) => `<textarea><img title="</textarea><img src=x onerror=${trigger}>"></textarea>`,
  (trigger) => `<!--><img src=x onerror="${trigger}">-->`,
  (trigger) => `<![CDATA[<img src=x onerror="${trigger}">]]>`,
  (trigger) => `"><img src=x onerror="${trigger}"><x y="`,
  (trigger) => `'-${trigger}-'`,
  (trigger) => `{{constructor.constructor("${trigger}")()}}`,
  (trigger) => '${' + trigger + '}',
  (trigger) => `&lt;img src=x onerror="${trigger}"&gt;`,
  (trigger) => `&#60;script&#62;${trigger}&#60;/script&#62;`,
  (trigger) => `\\u003cimg src=x onerror="${trigger}"\\u003e`,
  (trigger) => `<x style="background:url(${ADDRESS});width:expression(${trigger})" onpointerover="${trigger}">字</x>`,
];

/** Names that hide a page's own, and depths that exhaust a parser. */
const SHAPES = [
  ...['source', 'message', 'getElementById', 'body', 'cookie', 'attributes', 'shadowRoot', 'digest', '__proto__', 'constructor'].map((name) => `<form id=${name} name=${name}><input name=${name}></form>`),
  '<div>'.repeat(100_000),
  '<b><i>'.repeat(50_000),
  '<table><tr><td>'.repeat(30_000),
  '<svg><g>'.repeat(50_000),
  `${'('.repeat(5_000)}`,
  `${'《'.repeat(5_000)}`,
  `&${'a'.repeat(100_000)};`,
  `<a ${'x=1 '.repeat(50_000)}>`,
  `<!--${'-'.repeat(100_000)}`,
  '\u202e\u2066甲\u2069\u202c'.repeat(1000),
];

export const PAYLOADS = [...CARRIERS.flatMap((carrier) => TRIGGERS.map(carrier)), ...SHAPES];
