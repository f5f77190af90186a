/** A plain server of a folder, open to other origins, as a file host is. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.wasm': 'application/wasm' };

/**
 * @param {string} folder
 * @param {(html: string) => string} rewrite Of pages.
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function serveFolder(folder, rewrite) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const content = await readFile(join(folder, path)).catch(() => null);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(content ? 200 : 404, { 'Content-Type': content ? type : 'text/html', 'Access-Control-Allow-Origin': '*' });
    response.end(content && type.startsWith('text/html') ? rewrite(content.toString()) : (content ?? '<!doctype html><title>404</title>'));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
