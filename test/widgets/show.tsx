import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { PhoneProvider, type PhoneState } from '../../src/index.js';
import { fakePhone } from '../../src/testing/fakePhone.js';

/** Shows a widget in a browser as a page does it: nothing waits for React, and events are those of the browser. */
export function show(widget: ReactElement, state: Partial<PhoneState> = {}) {
  const phone = fakePhone(state);
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  root.render(<PhoneProvider phone={phone}>{widget}</PhoneProvider>);
  onTestFinished(() => {
    root.unmount();
    container.remove();
  });
  return { phone, container };
}
