import type { Mark, YaoDianElement, YaoDianEventMap } from './element.js';

/** What a template may write on the element. */
export interface YaoDianProps {
  text?: string;
  html?: string;
  marks?: Mark[];
  sentences?: number | string;
  characters?: number | string;
  keywords?: number | string;
  'src-selector'?: string;
  loading?: 'eager' | 'lazy';
  lang?: string;
  name?: string;
  required?: boolean;
  strings?: Record<string, unknown>;
  [other: string]: unknown;
}

/** The same with its events, as JSX (`onanalysis`) and Svelte (`on:analysis`) name them. */
export type YaoDianTemplate = YaoDianProps & {
  [Type in keyof YaoDianEventMap as `on${Type}` | `on:${Type}`]?: (event: YaoDianEventMap[Type]) => void;
};

declare global {
  interface HTMLElementTagNameMap {
    'yao-dian': YaoDianElement;
  }
  namespace JSX {
    interface IntrinsicElements {
      'yao-dian': YaoDianTemplate;
    }
  }
  namespace svelteHTML {
    interface IntrinsicElements {
      'yao-dian': YaoDianTemplate;
    }
  }
}
