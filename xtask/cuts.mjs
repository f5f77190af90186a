// What each size of word list costs and gains: `node xtask/cuts.mjs DATA` prints a table for src/lexicon/README.md.
//
// DATA holds seg.dev.jsonl ({ source, text, words }) and ner.dev.jsonl ({ source, text, entities: [{ start, end, type }] }).
// For each least frequency the list is packed, and the command that is built with it reads the data.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const LEAST = [4, 6, 8, 10, 13, 16, 20, 30, 50];
const COMMAND = 'target/release/yaodian';
const [data] = process.argv.slice(2);
const rows = (name) => readFileSync(join(data, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const sentences = rows('seg.dev.jsonl').filter((row) => ['pku', 'msr', 'ud_gsdsimp'].includes(row.source));
const named = rows('ner.dev.jsonl').filter((row) => row.source === 'msra_test');

console.log('| least frequency | words | pack | Brotli | load | pku | msr | ud_gsdsimp | people | places | organisations |');
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const least of LEAST) {
  run('cargo', ['xtask', 'lexicon', String(least)]);
  run('cargo', ['build', '--release', '--bin', 'yaodian']);
  const packed = readFileSync('src/lexicon/words.bin');
  const words = /chosen \| (\d+)/u.exec(readFileSync('src/lexicon/words.md', 'utf8'))[1];
  const size = (bytes) => `${Math.round(bytes / 1000)} kB`;
  const load = (quickest(['-'], '两地签约51亿元。') - quickest(['--version'])).toFixed(1);
  const cells = [least, words, size(packed.length), size(brotliCompressSync(packed).length), `${load} ms`, ...segmentation(), ...names()];
  console.log(`| ${cells.join(' | ')} |`);
}
run('cargo', ['xtask', 'lexicon']);

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

function digests(list, options) {
  const lines = list.map((row, id) => JSON.stringify({ id: String(id), text: row.text, options }));
  return run(COMMAND, ['--jsonl'], lines.join('\n')).trim().split('\n').map((line) => JSON.parse(line).digest);
}

function segmentation() {
  const found = digests(sentences, { tokens: true });
  return ['pku', 'msr', 'ud_gsdsimp'].map((source) => {
    const score = new Score();
    sentences.forEach((row, i) => {
      if (row.source !== source) return;
      let at = 0;
      const gold = row.words.map((word) => {
        at = row.text.indexOf(word, at);
        const place = `${at} ${at + word.length}`;
        at += word.length;
        return place;
      });
      score.add(gold, found[i].tokens.map((token) => `${token.start} ${token.end}`));
    });
    return score.f();
  });
}

function names() {
  const found = digests(named, {});
  return [['PER', 'people'], ['LOC', 'places'], ['ORG', 'organizations']].map(([type, key]) => {
    const score = new Score();
    named.forEach((row, i) => {
      const gold = row.entities.filter((entity) => entity.type === type).map(({ start, end }) => `${start} ${end}`);
      score.add(gold, found[i][key].flatMap((name) => name.mentions.map(({ start, end }) => `${start} ${end}`)));
    });
    return score.f();
  });
}

/** Agreement of two sets of places. */
class Score {
  #both = 0;
  #gold = 0;
  #found = 0;

  add(gold, found) {
    const places = new Set(gold);
    this.#both += new Set(found.filter((place) => places.has(place))).size;
    this.#gold += places.size;
    this.#found += new Set(found).size;
  }

  /** The harmonic mean of precision and recall, in percent. */
  f() {
    return ((200 * this.#both) / (this.#gold + this.#found)).toFixed(1);
  }
}
