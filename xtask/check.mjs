/** Formatting, lints and types, of the Rust and of the JavaScript. All of them run, even if one fails. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const CHECKS = [
  'cargo fmt --all --check',
  'cargo clippy --quiet --locked --workspace --all-targets -- -D warnings',
  'cargo clippy --quiet --locked --lib --target wasm32-unknown-unknown -- -D warnings',
  'node node_modules/typescript/bin/tsc --project tsconfig.json',
  'node node_modules/eslint/bin/eslint.js --max-warnings 0 .',
];

const failed = CHECKS.filter((check) => {
  console.log(check);
  const [command, ...args] = check.split(' ');
  return spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] }).status !== 0;
});

for (const check of failed) console.error(`failed: ${check}`);
process.exitCode = failed.length > 0 ? 1 : 0;
