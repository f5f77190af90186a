import * as yaodian from 'yaodian';
import { report } from './report.js';

globalThis.outcome = report(yaodian);
