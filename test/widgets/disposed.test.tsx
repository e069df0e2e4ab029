import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PhoneProvider, Softphone } from '../../src/index.js';
import { createWire } from '../../src/testing/index.js';
import { register, talk } from '../support/calls.js';

it('a softphone whose phone is disposed of under it is offline, and nothing in it throws', async () => {
  // Real phones change their state whenever the other end says something.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  const wire = createWire();
  const [alice, bob] = [wire.phone('alice'), wire.phone('bob')];
  const view = render(
    <PhoneProvider phone={alice}>
      <Softphone />
    </PhoneProvider>,
  );
  await register(alice, bob);
  await talk(alice, bob, 'bob');
  await screen.findByRole('timer');

  await alice.dispose();
  await waitFor(() => expect(screen.getByText('Offline')).toHaveRole('status'));
  await screen.findByText('Call ended');
  for (const name of ['Sound', 'Test speaker', 'Dismiss']) {
    await userEvent.click(screen.getByRole('button', { name }));
  }
  await waitFor(() => expect(screen.queryByText('Call ended')).toBeNull());
  view.unmount();
  await bob.dispose();
});
