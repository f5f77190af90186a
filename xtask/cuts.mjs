// What each size of word list costs and gains: `node xtask/cuts.mjs DATA` prints a table for src/lexicon/README.md.
//
// DATA holds seg.dev.jsonl ({ source, text, words }) and ner.dev.jsonl ({ source, text, entities: [{ start, end, type }] }).
// For each cut the list is packed, and the command that is built with it reads the data. The list in use is
// packed again at the end. What the command holds is told by GNU time.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

// Frequency from which entries are packed, and set phrases, and texts of the news that rarer ones must stand in.
const CUTS = [[10, 10, 2], [20, 20, 2], [30, 30, 3], [40, 40, 3], [40, 120, 3], [50, 50, 3]];
const COMMAND = 'target/release/yaodian';
const SEGMENTED = ['pku', 'msr', 'ud_gsdsimp', 'as', 'cityu', 'ud_pud'];
const NAMED = [['msra_test', 'people'], ['msra_test', 'places'], ['msra_test', 'organizations'], ['cluener_dev', 'people']];
const TYPES = { people: 'PER', places: 'LOC', organizations: 'ORG' };
const TEXT = '两地签约51亿元。';

const [data] = process.argv.slice(2);
const rows = (name) => readFileSync(join(data, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const sentences = rows('seg.dev.jsonl');
const named = rows('ner.dev.jsonl').filter((row) => NAMED.some(([source]) => source === row.source));

const columns = ['words', 'Brotli', 'load', 'held', ...SEGMENTED, ...NAMED.map((of) => of.join(' '))];
console.log(`| frequency, of phrases, texts | ${columns.join(' | ')} |`);
console.log(`| ---: |${' ---: |'.repeat(columns.length)}`);
try {
  for (const cut of CUTS) console.log(`| ${[cut.join(', '), ...measured(cut)].join(' | ')} |`);
} finally {
  run('cargo', ['xtask', 'lexicon']);
}

/** The columns of the list of one cut. */
function measured(cut) {
  run('cargo', ['xtask', 'lexicon', ...cut.map(String)]);
  run('cargo', ['build', '--release', '--bin', 'yaodian']);
  const packed = readFileSync('src/lexicon/words.bin');
  const words = /chosen \| (\d+)/u.exec(readFileSync('src/lexicon/words.md', 'utf8'))[1];
  const load = quickest(['-'], TEXT) - quickest(['--version']);
  const size = `${Math.round(brotliCompressSync(packed).length / 1000)} kB`;
  return [words, size, `${load.toFixed(1)} ms`, `${held().toFixed(1)} MiB`, ...segmentation(), ...names()];
}

function run(command, args, input) {
  const done = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}\n${done.stderr}`);
  return done.stdout;
}

/** Milliseconds of the quickest of fifteen runs: of a short text less those of none, what it takes to load the lexicon. */
function quickest(args, input) {
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    run(COMMAND, args, input);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** MiB that the command holds at most while it reads a short text, its own code included, by GNU time. */
function held() {
  const done = spawnSync('/usr/bin/time', ['-f', '%M', COMMAND, '-'], { input: TEXT, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  return Number(done.stderr) / 1024;
}

function digests(list, options) {
  const lines = list.map((row, id) => JSON.stringify({ id: String(id), text: row.text, options }));
  return run(COMMAND, ['--jsonl'], lines.join('\n')).trim().split('\n').map((line) => JSON.parse(line).digest);
}

/** Agreement on words with each annotated source. */
function segmentation() {
  const found = digests(sentences, { tokens: true });
  return SEGMENTED.map((source) =>
    agreement(sentences.flatMap((row, i) => (row.source === source ? [[gold(row), found[i].tokens]] : []))),
  );
}

/** Where the words of an annotated sentence stand. */
function gold(row) {
  let at = 0;
  return row.words.map((word) => {
    const start = row.text.indexOf(word, at);
    at = start + word.length;
    return { start, end: at };
  });
}

/** Agreement on the mentions of names with each annotated source. */
function names() {
  const found = digests(named, {});
  const mentions = (i, key) => found[i][key].flatMap((name) => name.mentions);
  return NAMED.map(([source, key]) =>
    agreement(
      named.flatMap((row, i) =>
        row.source === source ? [[row.entities.filter((entity) => entity.type === TYPES[key]), mentions(i, key)]] : [],
      ),
    ),
  );
}

/** The harmonic mean of precision and recall, in percent, of what is found against what is annotated, text by text. */
function agreement(texts) {
  const places = (spans) => new Set(spans.map(({ start, end }) => `${start} ${end}`));
  let both = 0;
  let all = 0;
  for (const [gold, found] of texts.map((pair) => pair.map(places))) {
    both += [...found].filter((place) => gold.has(place)).length;
    all += gold.size + found.size;
  }
  return ((200 * both) / all).toFixed(1);
}
