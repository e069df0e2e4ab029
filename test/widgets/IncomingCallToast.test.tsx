import { act, screen } from '@testing-library/react';
import { IncomingCallToast } from '../../src/index.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
import { mount } from './mount.js';

const ringing = (id: string, displayName: string) =>
  fakeCall({
    id,
    direction: 'inbound',
    state: 'ringing',
    remote: { uri: `sip:${id}@hookswitch.test`, displayName },
  });

const button = (name: string) => screen.getByRole('button', { name });

describe('<IncomingCallToast>', () => {
  it('says who is calling, in the page and in its title', () => {
    document.title = 'Desk';
    const { phone } = mount(<IncomingCallToast />, { calls: [ringing('grace', 'Grace Hopper')] });
    const dialog = screen.getByRole('alertdialog', { name: 'Incoming call' });
    expect(dialog).toHaveAccessibleDescription('Grace Hopper');
    expect(document.title).toBe('Grace Hopper is calling');
    act(() => phone.store.setState({ calls: [] }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(document.title).toBe('Desk');
  });

  it('shows every call that rings', () => {
    mount(<IncomingCallToast />, { calls: [ringing('grace', 'Grace'), ringing('ada', 'Ada')] });
    const names = screen.getAllByRole('alertdialog').map((dialog) => dialog.textContent);
    expect(names).toEqual([expect.stringContaining('Grace'), expect.stringContaining('Ada')]);
  });

  it.each([
    ['Answer', 'answer'],
    ['Decline', 'decline'],
  ] as const)('has a button "%s"', async (name, verb) => {
    const asked = vi.fn(async () => {});
    const { user } = mount(<IncomingCallToast />, { calls: [ringing('grace', 'Grace')] }, { [verb]: asked });
    await user.click(button(name));
    expect(asked).toHaveBeenCalledExactlyOnceWith('grace');
  });

  it('puts the running call on hold before it answers another', async () => {
    const order: string[] = [];
    const verb = (name: string) => async (id: string) => void order.push(`${name} ${id}`);
    const calls = [
      fakeCall({ id: 'first' }),
      fakeCall({ id: 'held', hold: 'local' }),
      ringing('grace', 'Grace'),
    ];
    const { user } = mount(<IncomingCallToast />, { calls }, { hold: verb('hold'), answer: verb('answer') });
    await user.click(button('Answer'));
    expect(order).toEqual(['hold first', 'answer grace']);
  });

  it('tells that the browser asks for the microphone', () => {
    mount(<IncomingCallToast />, { calls: [{ ...ringing('grace', 'Grace'), pending: 'microphone' }] });
    expect(screen.getByRole('alertdialog')).toHaveTextContent('Waiting for the microphone…');
  });

  it('leaves the focus with whoever is typing', async () => {
    const { phone, user } = mount(
      <>
        <input aria-label="Notes" />
        <IncomingCallToast />
      </>,
    );
    await user.type(screen.getByRole('textbox'), 'ab');
    act(() => phone.store.setState({ calls: [ringing('grace', 'Grace')] }));
    await user.keyboard('c');
    expect(screen.getByRole('textbox', { name: 'Notes' })).toHaveValue('abc');
  });
});
