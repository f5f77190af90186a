/** For runtimes without a page: prints the outcomes of the entries named. */

import { report } from './report.js';

const outcomes = {};
for (const entry of ['yaodian', 'yaodian/inline']) outcomes[entry] = await report(await import(entry));
console.log(JSON.stringify(outcomes));
