/** The engine of a browser: one for the page and the element, more for those who want their own. */

import { api } from '../pkg/runtime.js';
import { web } from '../platform/web.js';

export const { sharedEngine, createEngine, digest, markdown } = api(web);
