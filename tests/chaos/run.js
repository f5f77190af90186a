/** A thousand requests at once, one in twenty of them poison, against a quiet run. The same in Node and in a page. */

const REQUESTS = 1000;
const POISON_EVERY = 20;

/** How often each kind comes in turn; a spin takes two deadlines. */
const POISONS = Object.entries({ trap: 8, overflow: 6, clone: 5, memory: 5, spin: 1 }).flatMap(([name, times]) => Array(times).fill(name));

/**
 * @typedef {object} Outcome
 * @property {number} settled
 * @property {number} equal Good ones that equal the quiet run's.
 * @property {Record<string, number>} codes Of the poison, by poison and code.
 * @property {string} mode
 * @property {boolean} after Whether the engine still answers.
 */

/**
 * @param {typeof import('../../www/index.js').createEngine} createEngine
 * @param {() => unknown} startPoisoned
 * @param {string[]} articles
 * @returns {Promise<Outcome>}
 */
export async function chaos(createEngine, startPoisoned, articles) {
  const quiet = createEngine();
  const expected = await Promise.all(articles.map(async (article) => JSON.stringify(await quiet.digest(article))));
  quiet.dispose();

  const engine = createEngine({ worker: startPoisoned });
  /** @type {Outcome} */
  const outcome = { settled: 0, equal: 0, codes: {}, mode: '', after: false };
  const good = async (/** @type {number} */ index) => {
    const digest = await engine.digest(articles[index % articles.length]);
    if (JSON.stringify(digest) === expected[index % articles.length]) outcome.equal += 1;
  };
  const bad = async (/** @type {string} */ name) => {
    const options = name === 'clone' ? /** @type {any} */ ({ words: [() => {}] }) : {};
    const code = await engine.digest(`☠${name} 松原湾市`, options).then(() => 'no error', (/** @type {any} */ error) => error.code);
    outcome.codes[`${name} ${code}`] = (outcome.codes[`${name} ${code}`] ?? 0) + 1;
  };
  const requests = Array.from({ length: REQUESTS }, (_, index) =>
    index % POISON_EVERY === POISON_EVERY - 1 ? bad(POISONS[((index + 1) / POISON_EVERY - 1) % POISONS.length]) : good(index),
  );
  for (const request of requests) request.finally(() => (outcome.settled += 1)).catch(() => {});
  await Promise.all(requests);
  outcome.mode = engine.mode;
  outcome.after = JSON.stringify(await engine.digest(articles[0])) === expected[0];
  engine.dispose();
  return outcome;
}
