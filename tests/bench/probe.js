/** Times one engine where it stands, in Node or in a page: from nothing to its first result, then warm. */

/** Warm calls are timed in groups of at least this long, as a page's clock is coarse; the median is of so many groups. */
const GROUP_MS = 10;
const GROUPS = 25;
/** No group is begun after this long: the slowest takes seconds for a call. */
const ENOUGH_MS = 3000;

/**
 * @typedef {(text: string) => unknown} Call One analysis of a text, on the calling thread.
 * @typedef {{ call: Call, memory: WebAssembly.Memory | null }} Loaded
 * @typedef {{ load: number, ready: number, first: number, cold: number, memory: number | null, warm: (number | null)[] }} Times
 *   Milliseconds: until the module is compiled, from there through a call on one character (it makes the dictionary),
 *   from there through the first article, and the three together; bytes of wasm memory; medians of warm calls, null where one takes too long.
 */

/**
 * @param {() => Promise<Loaded>} load
 * @param {string} article
 * @param {string[]} texts Warm calls are timed on each of these.
 * @returns {Promise<Times>}
 */
export async function probe(load, article, texts) {
  const began = performance.now();
  const { call, memory } = await load();
  const loaded = performance.now();
  call('一');
  const ready = performance.now();
  call(article);
  const done = performance.now();
  return {
    load: loaded - began,
    ready: ready - loaded,
    first: done - ready,
    cold: done - began,
    memory: memory && memory.buffer.byteLength,
    // After a first article of seconds nobody waits for the long text.
    warm: texts.map((text) => (done - ready > ENOUGH_MS / 3 && text.length > 2 * article.length ? null : median(durations(call, text)))),
  };
}

/**
 * @param {Call} call
 * @param {string} text
 * @returns {number[]} Milliseconds a call, one number a group.
 */
function durations(call, text) {
  const all = [];
  const end = performance.now() + ENOUGH_MS;
  do {
    const began = performance.now();
    let calls = 0;
    let elapsed = 0;
    while (elapsed < GROUP_MS) {
      call(text);
      calls += 1;
      elapsed = performance.now() - began;
    }
    all.push(elapsed / calls);
  } while (all.length < GROUPS && performance.now() < end);
  return all;
}

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}
