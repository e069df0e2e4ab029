import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PhoneProvider, Softphone } from 'hookswitch';
import { createWire } from 'hookswitch/testing';

test('a customer calls and is answered', async () => {
  const wire = createWire();
  for (const user of ['alice', 'bob']) {
    render(
      <PhoneProvider phone={wire.phone(user)}>
        <Softphone aria-label={user} />
      </PhoneProvider>,
    );
  }
  const alice = within(screen.getByRole('region', { name: 'alice' }));
  const bob = within(screen.getByRole('region', { name: 'bob' }));
  for (const phone of [alice, bob]) await phone.findByText('Ready');

  await userEvent.type(alice.getByRole('textbox', { name: 'Number or address' }), 'bob{Enter}');
  await userEvent.click(await bob.findByRole('button', { name: 'Answer' }));
  await alice.findByRole('timer');
});
