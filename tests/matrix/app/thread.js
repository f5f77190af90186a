/** The same from within one of Node's own workers. */

import { Worker, isMainThread } from 'node:worker_threads';

if (isMainThread) new Worker(new URL(import.meta.url));
else await import('./print.js');
