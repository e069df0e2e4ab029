import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IncomingCallToast, PhoneProvider, Softphone } from '../../src/index.js';
import { fakeCall, fakePhone } from '../../src/testing/fakePhone.js';

it('reaches a call that rings in sight, past a phone that is in a closed drawer', async () => {
  const phone = fakePhone({ calls: [fakeCall({ direction: 'inbound', state: 'ringing' })] });
  render(
    <PhoneProvider phone={phone}>
      <div style={{ display: 'none' }}>
        <Softphone />
      </div>
      <IncomingCallToast />
    </PhoneProvider>,
  );
  await userEvent.keyboard('{F8}');
  expect(screen.getByRole('button', { name: 'Answer' })).toHaveFocus();
});
