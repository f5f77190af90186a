/** Node's worker, poisoned. */
import { poison } from './poison.js';
import '../../www/worker.node.js';

poison();
