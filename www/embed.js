/**
 * The element in a frame that needs `sandbox="allow-scripts"` alone, spoken to by messages; `frame.js` is the other end.
 *
 * In: `{ yaodian: 1, type: 'hello' }`, which fixes the one window and origin that is heard and may be repeated, then
 * `{ yaodian: 1, type: 'read', text?, html?, lang?, theme?, sentences?, characters?, keywords? }`. Out: `ready` for every
 * hello, `height` with its `pixels` whenever it changes, and `analysis` or `analysis-error` with their `detail`.
 */

import './define.js';

const PROTOCOL = 1;
const THEMES = new Set(['light', 'dark']);
const SETTINGS = /** @type {const} */ (['sentences', 'characters', 'keywords']);

const view = /** @type {import('./element.js').YaoDianElement} */ (document.querySelector('yao-dian'));
/** Who said hello first. @type {{ source: Window, origin: string } | null} */
let host = null;

/**
 * @param {string} type
 * @param {object} [more]
 */
function tell(type, more) {
  // An opaque origin, as of a file or a sandboxed page, cannot be named.
  host?.source.postMessage({ yaodian: PROTOCOL, type, ...more }, host.origin === 'null' ? '*' : host.origin);
}

addEventListener('message', ({ data, source, origin }) => {
  if (data?.yaodian !== PROTOCOL || !source) return;
  if (data.type === 'hello') {
    host ??= { source: /** @type {Window} */ (source), origin };
    if (host.source === source && host.origin === origin) tell('ready');
  } else if (data.type === 'read' && host?.source === source && host.origin === origin) read(data);
});

/** @param {any} wishes */
function read(wishes) {
  if (typeof wishes.lang === 'string') view.lang = wishes.lang;
  if (THEMES.has(wishes.theme)) document.body.dataset.theme = wishes.theme;
  for (const name of SETTINGS) if (typeof wishes[name] === 'number') view.setAttribute(name, String(wishes[name]));
  if (typeof wishes.html === 'string') view.html = wishes.html;
  else if (typeof wishes.text === 'string') view.text = wishes.text;
}

view.addEventListener('analysis', ({ detail }) => tell('analysis', { detail }));
view.addEventListener('analysis-error', ({ detail }) => tell('analysis-error', { detail }));
new ResizeObserver(() => tell('height', { pixels: Math.ceil(document.body.getBoundingClientRect().height) })).observe(document.body);
