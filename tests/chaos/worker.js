/** The browser's worker, poisoned. */
import { poison } from './poison.js';
import '../../www/worker.js';

poison();
