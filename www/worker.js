/** The worker of a browser, see `runtime/answer.js`. */

import { answerer } from './pkg/runtime.js';

const answer = answerer((message) => postMessage(message));

addEventListener('message', ({ data }) => answer(data));
