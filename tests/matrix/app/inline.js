import * as yaodian from 'yaodian/inline';
import { report } from './report.js';

globalThis.outcome = report(yaodian);
