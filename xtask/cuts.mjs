// What each size of word list costs and gains: `node xtask/cuts.mjs DATA` prints a table for src/lexicon/README.md.
//
// DATA holds seg.dev.jsonl ({ source, text, words }) and ner.dev.jsonl ({ source, text, entities: [{ start, end, type }] }).
// For each least frequency the list is packed, the command and the wasm file are built, and both read the data.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const LEAST = [4, 6, 8, 10, 13, 16, 20, 30, 50];
const [data] = process.argv.slice(2);
const rows = (name) => readFileSync(join(data, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const sentences = rows('seg.dev.jsonl').filter((row) => ['pku', 'msr', 'ud_gsdsimp'].includes(row.source));
const named = rows('ner.dev.jsonl').filter((row) => row.source === 'msra_test');

console.log('| least frequency | words | Brotli | load | memory | pku | msr | ud_gsdsimp | people | places | organisations |');
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const least of LEAST) {
  run('cargo', ['xtask', 'lexicon', String(least)]);
  run('cargo', ['build', '--release', '--bin', 'yaodian']);
  run('cargo', ['xtask', 'wasm']);
  const packed = readFileSync('src/lexicon/words.bin');
  const words = /chosen \| (\d+)/u.exec(readFileSync('src/lexicon/words.md', 'utf8'))[1];
  const { load, memory } = loading();
  const cells = [least, words, `${Math.round(brotliCompressSync(packed).length / 1000)} kB`, `${load.toFixed(1)} ms`,
    `${(memory / 2 ** 20).toFixed(1)} MiB`, ...segmentation(), ...names()];
  console.log(`| ${cells.join(' | ')} |`);
}
run('cargo', ['xtask', 'lexicon']);

function run(command, args, input) {
  const done = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}\n${done.stderr}`);
  return done.stdout;
}

/** Milliseconds of the first digest of a short text, wasm compiled before; the least of seven. Bytes of wasm memory after it. */
function loading() {
  const script = `
    import { readFileSync } from 'node:fs';
    import * as wasm from ${JSON.stringify(join(process.cwd(), 'www/pkg/yaodian.js'))};
    const module = new WebAssembly.Module(readFileSync('www/pkg/yaodian_bg.wasm'));
    const start = performance.now();
    const { memory } = wasm.initSync({ module });
    wasm.digest('两地签约51亿元。', {});
    console.log(JSON.stringify({ load: performance.now() - start, memory: memory.buffer.byteLength }));`;
  const times = Array.from({ length: 7 }, () => JSON.parse(run('node', ['--input-type=module', '-e', script])));
  return times.reduce((best, time) => (time.load < best.load ? time : best));
}

function digests(list, options) {
  const lines = list.map((row, id) => JSON.stringify({ id: String(id), text: row.text, options }));
  return run('target/release/yaodian', ['--jsonl'], lines.join('\n')).trim().split('\n').map((line) => JSON.parse(line).digest);
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
