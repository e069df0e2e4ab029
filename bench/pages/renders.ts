import type { Settings } from './contender.js';
import { type RenderPath, rendered } from './renderLog.js';

/** What the bench drives from outside. */
export interface Renders {
  show(settings: Settings): void;
  /** What happened since it was asked last. */
  take(): { renders: RenderPath[]; writes: number; levels: number };
}

async function load(): Promise<Renders> {
  // Not before the log is there: React looks for it once, when it is loaded.
  const { show, counts } = await import('./softphone.js');
  return {
    show,
    take() {
      const taken = { renders: rendered.splice(0), ...counts };
      Object.assign(counts, { writes: 0, levels: 0 });
      return taken;
    },
  };
}

declare global {
  interface Window {
    renders: Promise<Renders>;
  }
}
window.renders = load();
