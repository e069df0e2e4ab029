import type * as Effects from './effects.js';
import type * as Mounts from './mounts.js';

/** What the bench drives from outside. */
export interface Kit {
  mounts(): Promise<typeof Mounts>;
  effects(): Promise<typeof Effects>;
}

declare global {
  interface Window {
    kit: Kit;
  }
}
window.kit = {
  mounts: () => import('./mounts.js'), // without the log of renders, which takes time
  async effects() {
    await import('./renderLog.js'); // React looks for it once, when it is loaded
    return import('./effects.js');
  },
};
