/** The page without a network: a built site is kept by a service worker, and a new version waits to be asked for. */

import { byId } from './dom.js';

const WORKER_URL = new URL('./sw.js', document.baseURI).href;

/** Only a built site names its version; files that are being worked on are not kept. */
export async function registerOffline() {
  if (!document.documentElement.dataset.version || !navigator.serviceWorker) return;
  const registration = await navigator.serviceWorker.register(workerUrl()).catch(() => null);
  if (!registration) return;
  const offer = () => {
    byId('update', HTMLElement).hidden = !(registration.waiting && navigator.serviceWorker.controller);
  };
  offer();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
  byId('reload', HTMLButtonElement).addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting?.postMessage('take over');
  });
}

/** @returns {any} The one address this policy makes. */
function workerUrl() {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (!trustedTypes) return WORKER_URL;
  const policy = trustedTypes.createPolicy('yaodian-offline', {
    /** @param {string} url */
    createScriptURL(url) {
      if (url !== WORKER_URL) throw new TypeError('the yaodian-offline policy makes only the address of its worker');
      return url;
    },
  });
  return policy.createScriptURL(WORKER_URL);
}
