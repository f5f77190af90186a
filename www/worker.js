/** The worker of a browser, see `answer.js`. */

import { answerer } from './answer.js';

const answer = answerer((message) => postMessage(message));

addEventListener('message', ({ data }) => answer(data));
