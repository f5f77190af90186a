/** The host's end of the frame edition: greets the frame until it answers, gives it the text, and keeps its height. */

const PROTOCOL = 1;
/** A frame that has not loaded yet hears nothing: the greeting is repeated. */
const GREETING_MS = 200;

/**
 * @param {HTMLIFrameElement} frame With `embed.html` as its source.
 * @param {{ text?: string, html?: string, lang?: string, theme?: 'light' | 'dark', sentences?: number, characters?: number, keywords?: number }} wishes
 * @param {(digest: import('./digest.js').Digest) => void} [read] Told of the digest.
 * @returns {() => void} Ends the connection.
 */
export function connectFrame(frame, wishes, read) {
  const say = (/** @type {object} */ message) => frame.contentWindow?.postMessage({ yaodian: PROTOCOL, ...message }, '*');
  const greeting = setInterval(() => say({ type: 'hello' }), GREETING_MS);
  const hear = (/** @type {MessageEvent} */ { source, data }) => {
    if (source !== frame.contentWindow || data?.yaodian !== PROTOCOL) return;
    if (data.type === 'ready') {
      clearInterval(greeting);
      say({ type: 'read', ...wishes });
    } else if (data.type === 'height' && Number.isFinite(data.pixels)) frame.height = String(data.pixels);
    else if (data.type === 'analysis') read?.(data.detail);
  };
  addEventListener('message', hear);
  say({ type: 'hello' });
  return () => {
    clearInterval(greeting);
    removeEventListener('message', hear);
  };
}
