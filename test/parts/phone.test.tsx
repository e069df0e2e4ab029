import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PhoneParts } from '../../src/parts/index.js';
import { spyPhone } from '../support/spyPhone.js';
import { withPhone } from '../support/withPhone.js';

function mount(state: Parameters<typeof spyPhone>[0]) {
  const phone = spyPhone(state);
  render(
    <PhoneParts.Root aria-label="Phone">
      <PhoneParts.Status>Ready</PhoneParts.Status>
      <PhoneParts.Alert>
        No microphone. Plug one in.
        <PhoneParts.DismissError>Dismiss</PhoneParts.DismissError>
      </PhoneParts.Alert>
      <PhoneParts.TurnOnSound>Turn on sound</PhoneParts.TurnOnSound>
    </PhoneParts.Root>,
    { wrapper: withPhone(phone) },
  );
  return phone;
}

describe('a phone', () => {
  it('is a region with a status, and quiet while all is well', () => {
    mount({});
    expect(screen.getByRole('region', { name: 'Phone' })).toHaveAttribute('data-status', 'ready');
    expect(screen.getByRole('status')).toHaveTextContent('Ready');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says what went wrong, until it is dismissed', async () => {
    const phone = mount({ lastError: { code: 'device-missing', callId: null, at: 0 } });
    expect(screen.getByRole('alert')).toHaveTextContent('No microphone');
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(phone.dismissError).toHaveBeenCalledOnce();
    act(() => phone.store.setState({ lastError: null }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('offers to turn on the sound while the browser holds it back', async () => {
    const phone = mount({ sound: 'blocked' });
    await userEvent.click(screen.getByRole('button', { name: 'Turn on sound' }));
    expect(phone.turnOnSound).toHaveBeenCalledOnce();
    act(() => phone.store.setState({ sound: 'ready' }));
    expect(screen.queryByRole('button')).toBeNull();
  });
});
