import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** Somewhere in the page to render to, as wide as a phone. */
export function makePlace() {
  const container = document.body.appendChild(document.createElement('div'));
  container.style.inlineSize = '320px';
  const root = createRoot(container);
  return {
    container,
    /** Renders with all effects. */
    show: (element: ReactElement) => flushSync(() => root.render(element)),
    remove() {
      root.unmount();
      container.remove();
    },
  };
}

export function mount(element: ReactElement) {
  const place = makePlace();
  place.show(element);
  return place;
}
