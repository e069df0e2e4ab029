import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { type Phone, PhoneProvider, type PhoneState } from '../../src/index.js';
import { fakePhone } from '../../src/testing/fakePhone.js';

/** Shows a widget with a phone that is only a state. Verbs given as spies tell what the widget asked for. */
export function mount(
  widget: ReactElement,
  state: Partial<PhoneState> = {},
  verbs: Partial<Omit<Phone, 'store'>> = {},
) {
  const phone = fakePhone(state, verbs);
  const view = render(<PhoneProvider phone={phone}>{widget}</PhoneProvider>);
  return { phone, view, user: userEvent.setup({ delay: null }) };
}
