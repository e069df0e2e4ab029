import { act, screen } from '@testing-library/react';
import { type Call, type CallId, IncomingCallToast, PhoneError } from '../../src/index.js';
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

  describe('while other calls run', () => {
    /** Verbs that do what they are asked unless they are said to fail, and what became of the calls. */
    function answering(fails: { hold?: boolean; answer?: boolean } = {}, muted = false) {
      const order: string[] = [];
      const patch = (id: string, facts: Partial<Call>) =>
        phone.store.setState(({ calls }) => ({
          calls: calls.map((call) => (call.id === id ? { ...call, ...facts } : call)),
        }));
      const verb = (name: string, facts: Partial<Call>, failing?: boolean) => async (id: CallId) => {
        order.push(`${name} ${id}`);
        if (failing) throw new PhoneError('media-failed', `no ${name}`);
        act(() => patch(id, facts));
      };
      const { phone, user } = mount(
        <IncomingCallToast />,
        {
          calls: [
            fakeCall({ id: 'first', muted }),
            fakeCall({ id: 'held', hold: 'local' }),
            ringing('grace', 'Grace'),
          ],
        },
        {
          hold: verb('hold', { hold: 'local' }, fails.hold),
          resume: verb('resume', { hold: 'none' }),
          mute: verb('mute', { muted: true }),
          unmute: verb('unmute', { muted: false }),
          answer: verb('answer', { state: 'established', answeredAt: 1 }, fails.answer),
        },
      );
      return { order, user };
    }

    it('puts them on hold before it answers', async () => {
      const { order, user } = answering();
      await user.click(button('Answer'));
      expect(order).toEqual(['hold first', 'answer grace']);
    });

    it('mutes the one that does not let itself be held', async () => {
      const { order, user } = answering({ hold: true });
      await user.click(button('Answer'));
      expect(order).toEqual(['hold first', 'mute first', 'answer grace']);
    });

    it('goes back to them when the answer fails', async () => {
      const { order, user } = answering({ answer: true });
      await user.click(button('Answer'));
      expect(order.slice(0, 3)).toEqual(['hold first', 'answer grace', 'resume first']);
      await user.click(button('Answer'));
      expect(order.filter((step) => step === 'answer grace')).toHaveLength(2);
    });

    it('leaves muted who was muted before', async () => {
      const { order, user } = answering({ hold: true, answer: true }, true);
      await user.click(button('Answer'));
      expect(order).not.toContain('unmute first');
    });
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
