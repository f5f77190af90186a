/** The worker of Node, see `runtime/answer.js`. */

import { parentPort } from 'node:worker_threads';
import { answerer } from './pkg/runtime.js';

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);

port.on('message', answerer((message) => port.postMessage(message)));
