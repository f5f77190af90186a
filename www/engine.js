/** The engine of a browser: one for the page and the element, more for those who want their own. */

import { api } from './api.js';
import { web } from './host/web.js';

export const { sharedEngine, createEngine, digest, markdown } = api(web);
