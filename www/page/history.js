/**
 * Texts read before, kept on this device alone, and only after the reader asked for it.
 *
 * They are in IndexedDB and not in the origin's private file system: fifty texts with a title each are records, which one
 * transaction adds and trims together; two windows may do so at once; and every browser of the last ten years has it.
 */

const NAME = 'yaodian';
const STORE = 'texts';
const MOST = 50;
/** Set while the reader wants texts kept. It says nothing of the texts. */
const WISH = 'yaodian.history';

/** @typedef {{ id: number, title: string, text: string }} Kept */

/** Whether texts are kept: not before the reader says so. */
export function isKept() {
  return localStorage.getItem(WISH) === 'on';
}

/** @param {boolean} wanted False wipes what was kept. */
export async function setKept(wanted) {
  if (wanted) localStorage.setItem(WISH, 'on');
  else {
    localStorage.removeItem(WISH);
    await wipe();
  }
}

/**
 * Keeps a text as the latest; the same text is kept once, and the oldest make room.
 *
 * @param {string} title
 * @param {string} text
 */
export async function keep(title, text) {
  const all = await list();
  const store = await open('readwrite');
  for (const same of all.filter((kept) => kept.text === text)) store.delete(same.id);
  for (const old of all.filter((kept) => kept.text !== text).slice(MOST - 1)) store.delete(old.id);
  await done(store.add({ title, text }));
}

/** @returns {Promise<Kept[]>} The latest first. */
export async function list() {
  const store = await open('readonly');
  const all = /** @type {Kept[]} */ (await done(store.getAll()));
  return all.sort((a, b) => b.id - a.id);
}

export async function wipe() {
  await done((await open('readwrite')).clear());
}

/** @param {IDBTransactionMode} mode */
async function open(mode) {
  const opening = indexedDB.open(NAME, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE, { keyPath: 'id', autoIncrement: true }));
  const base = await done(opening);
  const change = base.transaction(STORE, mode);
  change.addEventListener('complete', () => base.close());
  change.addEventListener('abort', () => base.close());
  return change.objectStore(STORE);
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function done(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
