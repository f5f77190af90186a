/**
 * Runs every check and every test, shows what they print, and ends with the one line `N passed, N failed`. With `--matrix`
 * the package is also tried in every bundler and runtime.
 *
 * A step that fails without naming a failed test counts as one failure, and so does a suite that ran no test.
 */

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** How a runner's closing lines count its tests. @type {Record<string, Record<string, RegExp>>} */
const COUNTS = {
  cargo: {
    passed: /^test result: \w+\. (\d+) passed/gm,
    failed: /^test result: .* (\d+) failed/gm,
    skipped: /^test result: .* (\d+) ignored/gm,
  },
  node: {
    passed: /^(?:ℹ|#) pass (\d+)$/gm,
    failed: /^(?:ℹ|#) (?:fail|cancelled) (\d+)$/gm,
    skipped: /^(?:ℹ|#) (?:skipped|todo) (\d+)$/gm,
  },
  matrix: {
    passed: /^(\d+) passed, \d+ failed$/gm,
    failed: /^\d+ passed, (\d+) failed$/gm,
    skipped: /^\d+ passed, \d+ failed, (\d+) skipped$/gm,
  },
};

const JS_TESTS = readdirSync(new URL('../tests', import.meta.url)).filter((name) => name.endsWith('.test.js'));
const CARGO_TEST = ['test', '--quiet', '--locked', '--no-fail-fast'];

/** In order; a step with a `runner` is a suite. */
const STEPS = [
  { name: 'install', command: ['node', 'xtask/prepare.mjs', 'browser'], needed: true },
  { name: 'build', command: ['cargo', 'xtask', 'wasm'], needed: true },
  { name: 'check', command: ['node', 'xtask/check.mjs'] },
  { name: 'unit tests', command: ['cargo', ...CARGO_TEST, '--workspace', '--lib', '--bins'], runner: 'cargo' },
  { name: 'crate tests', command: ['cargo', ...CARGO_TEST, '--test', 'it'], runner: 'cargo' },
  { name: 'examples in the docs', command: ['cargo', ...CARGO_TEST, '--doc'], runner: 'cargo' },
  {
    name: 'package and page tests',
    command: ['node', '--test', '--test-reporter=spec', '--test-timeout=300000', ...JS_TESTS.map((name) => `tests/${name}`)],
    runner: 'node',
  },
];
if (process.argv.includes('--matrix')) STEPS.push({ name: 'matrix', command: ['node', 'tests/matrix/run.mjs'], runner: 'matrix' });

/**
 * @param {string[]} command
 * @returns {Promise<{ succeeded: boolean, output: string }>} Its standard output, which was shown meanwhile.
 */
function run([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout.on('data', (chunk) => {
      chunks.push(chunk);
      process.stdout.write(chunk);
    });
    child.on('error', (error) => resolve({ succeeded: false, output: String(error) }));
    child.on('close', (code) => resolve({ succeeded: code === 0, output: Buffer.concat(chunks).toString() }));
  });
}

/**
 * @param {{ runner?: string }} step
 * @param {{ succeeded: boolean, output: string }} result
 */
function count({ runner }, { succeeded, output }) {
  const lines = stripVTControlCharacters(output);
  const sum = (/** @type {RegExp} */ pattern) => [...lines.matchAll(pattern)].reduce((total, [, n]) => total + Number(n), 0);
  const counted = { passed: 0, failed: 0, skipped: 0 };
  if (runner) for (const [outcome, pattern] of Object.entries(COUNTS[runner])) counted[outcome] = sum(pattern);
  const ranNone = runner !== undefined && counted.passed + counted.failed === 0;
  if (counted.failed === 0 && (!succeeded || ranNone)) counted.failed = 1;
  return counted;
}

const total = { passed: 0, failed: 0, skipped: 0 };
const summary = [];
for (const step of STEPS) {
  console.log(`\n== ${step.name}: ${step.command.join(' ')}`);
  const began = performance.now();
  const result = await run(step.command);
  const counted = count(step, result);
  const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s`;
  summary.push({ step: step.name, time: seconds, ...counted });
  for (const outcome of Object.keys(total)) total[outcome] += counted[outcome];
  if (step.needed && !result.succeeded) break;
}

console.log();
for (const { step, time, passed, failed } of summary) {
  console.log(`${step.padEnd(24)}${time.padStart(9)}  ${String(passed).padStart(5)} passed  ${String(failed).padStart(3)} failed`);
}
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
