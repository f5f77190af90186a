/** Registers `<yao-dian>`: the only module here that changes anything by being imported. */

import { YaoDianElement } from './element.js';

YaoDianElement.define();
