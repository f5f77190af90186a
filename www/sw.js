/** The service worker of a built site: keeps its files, checked by their hashes, and answers from them. */

/** Filled in by the build: the site's version, and its files with the SHA-256 of each. */
const VERSION = '';
/** @type {[path: string, sha256: string][]} */
const FILES = [];

const CACHE = `yaodian-${VERSION}`;
const scope = /** @type {any} */ (globalThis);

/** @param {string} path @param {string} sha256 */
async function fetchChecked(path, sha256) {
  const request = new Request(new URL(path, scope.registration.scope), { cache: 'no-cache', integrity: `sha256-${sha256}` });
  const response = await fetch(request);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return { request, response };
}

async function install() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    FILES.map(async ([path, sha256]) => {
      const { request, response } = await fetchChecked(path, sha256);
      await cache.put(request.url, response);
    }),
  );
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('yaodian-') && name !== CACHE).map((name) => caches.delete(name)));
  await scope.clients.claim();
}

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(CACHE);
  const url = new URL(request.url);
  if (url.pathname.endsWith('/')) url.pathname += 'index.html';
  return (await cache.match(url, { ignoreSearch: true })) ?? fetch(request);
}

addEventListener('install', (/** @type {any} */ event) => event.waitUntil(install()));
addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(activate()));
addEventListener('message', ({ data }) => {
  if (data === 'take over') scope.skipWaiting();
});
addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(scope.registration.scope)) event.respondWith(answer(request));
});
