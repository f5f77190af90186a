import type { YaoDianElement } from './element.js';

declare global {
  interface HTMLElementTagNameMap {
    'yao-dian': YaoDianElement;
  }
}
