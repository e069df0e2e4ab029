import { act, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { PhoneProvider } from '../../src/hooks/index.js';
import { PhoneParts } from '../../src/parts/index.js';
import { fakePhone } from '../../src/testing/fakePhone.js';

it('takes over a page from the server, though the phone has moved on since', async () => {
  const phone = fakePhone({ transport: 'disconnected', registration: 'unregistered' });
  const page = (
    <StrictMode>
      <PhoneProvider phone={phone}>
        <PhoneParts.Status />
      </PhoneProvider>
    </StrictMode>
  );
  const container = document.body.appendChild(document.createElement('div'));
  container.innerHTML = renderToString(page);
  expect(screen.getByRole('status')).toHaveAttribute('data-status', 'offline');

  phone.store.setState({ transport: 'connected', registration: 'registered' });
  const root = await act(async () => hydrateRoot(container, page));
  expect(screen.getByRole('status')).toHaveAttribute('data-status', 'ready');
  act(() => root.unmount());
  container.remove();
});
