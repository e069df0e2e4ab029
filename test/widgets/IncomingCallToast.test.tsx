import { act, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { type Call, type CallId, IncomingCallToast, PhoneError, Softphone } from '../../src/index.js';
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
    ['Silence the ringer', 'silence'],
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

  it('says of a call whose ringer is silenced that it is', () => {
    mount(<IncomingCallToast />, { calls: [{ ...ringing('grace', 'Grace'), silenced: true }] });
    expect(screen.getByRole('alertdialog')).toHaveTextContent('Silenced');
    expect(button('Silence the ringer')).toHaveAttribute('aria-pressed', 'true');
  });

  describe('with the keyboard alone', () => {
    const notes = () => screen.getByRole('textbox', { name: 'Notes' });
    const answers = () => screen.getAllByRole('button', { name: 'Answer' });
    const spy = () => vi.fn(async () => {});

    /** Somebody who takes notes while two calls ring. */
    function writing(toasts: ReactNode = <IncomingCallToast />, verbs = {}) {
      const calls = [ringing('grace', 'Grace'), ringing('ada', 'Ada')];
      const { phone, user } = mount(
        <>
          <input aria-label="Notes" />
          {toasts}
        </>,
        { calls },
        verbs,
      );
      act(() => notes().focus());
      const leave = (...left: Call[]) => act(async () => phone.store.setState({ calls: left }));
      return { user, calls, leave };
    }

    it('is reached by one key, which is told', async () => {
      const { user } = writing();
      expect(answers()[0]).toHaveAttribute('aria-keyshortcuts', 'F8');
      expect(answers()[1]).not.toHaveAttribute('aria-keyshortcuts');
      await user.keyboard('{F8}');
      expect(answers()[0]).toHaveFocus();
    });

    it('does all that can be done', async () => {
      const verbs = { answer: spy(), decline: spy(), silence: spy() };
      const { user } = writing(<IncomingCallToast />, verbs);
      await user.keyboard('{F8}{Enter}');
      expect(verbs.answer).toHaveBeenCalledExactlyOnceWith('grace');
      await user.keyboard('{Shift>}{Tab}{/Shift} ');
      expect(verbs.decline).toHaveBeenCalledExactlyOnceWith('grace');
      await user.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
      expect(verbs.silence).toHaveBeenCalledExactlyOnceWith('grace');
      await user.keyboard('{Tab}{Tab}{Tab}{Escape}');
      expect(verbs.silence).toHaveBeenLastCalledWith('ada');
    });

    it('goes back to where it was when the call is gone', async () => {
      const { user, calls, leave } = writing();
      await user.keyboard('{F8}');
      await leave(calls[1]!);
      expect(notes()).toHaveFocus();
    });

    it('goes back when the call was answered and nothing else shows it', async () => {
      const { user, leave } = writing();
      await user.keyboard('{F8}');
      await leave({ ...ringing('grace', 'Grace'), state: 'established' });
      expect(notes()).toHaveFocus();
    });

    it('stays with the call that was answered where it is shown', async () => {
      const { user, leave } = writing(<Softphone />);
      await user.keyboard('{F8}');
      await leave({ ...ringing('grace', 'Grace'), state: 'established' });
      expect(screen.getByRole('region', { name: 'Call with Grace' })).toHaveFocus();
    });

    it('goes back from a softphone when the call was declined', async () => {
      const { user, leave } = writing(<Softphone />);
      await user.keyboard('{F8}');
      await leave();
      expect(notes()).toHaveFocus();
    });

    it('stays where the person moved on to', async () => {
      const { user, leave } = writing(
        <>
          <IncomingCallToast />
          <button type="button">Next</button>
        </>,
      );
      await user.keyboard('{F8}');
      await user.click(screen.getByRole('button', { name: 'Next' }));
      act(() => screen.getByRole('button', { name: 'Next' }).blur());
      await leave();
      expect(document.body).toHaveFocus();
    });

    it('is left alone by the key when nothing rings, and by other keys', async () => {
      const { user, leave } = writing();
      await user.keyboard('{Control>}{F8}{/Control}{F9}');
      expect(notes()).toHaveFocus();
      await leave();
      await user.keyboard('{F8}');
      expect(notes()).toHaveFocus();
    });

    it('is reached by another key, or by none', async () => {
      const { user } = writing(
        <>
          <IncomingCallToast hotkey={null} />
          <IncomingCallToast hotkey="F4" />
        </>,
      );
      await user.keyboard('{F8}');
      expect(notes()).toHaveFocus();
      await user.keyboard('{F4}');
      expect(answers()[2]).toHaveFocus();
    });

    it('is reached in a shadow root, and left again', async () => {
      const host = document.body.appendChild(document.createElement('div'));
      const root = host.attachShadow({ mode: 'open' });
      const { user, leave } = writing(createPortal(<IncomingCallToast />, root));
      await user.keyboard('{F8}');
      expect(root.activeElement).toHaveAttribute('aria-keyshortcuts', 'F8');
      await leave();
      expect(notes()).toHaveFocus();
      host.remove();
    });

    it('is reached in a frame from anywhere in the frame, and left again', async () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const page = frame.contentDocument!;
      const { phone, view } = mount(
        createPortal(
          <>
            <input aria-label="Notes" />
            <IncomingCallToast />
          </>,
          page.body,
        ),
        { calls: [ringing('grace', 'Grace')] },
      );
      const input = within(page.body).getByRole('textbox');
      input.focus();
      const KeyInFrame = (page.defaultView as typeof globalThis & Window).KeyboardEvent;
      act(() => void input.dispatchEvent(new KeyInFrame('keydown', { key: 'F8', bubbles: true })));
      expect(page.activeElement).toHaveAttribute('aria-keyshortcuts', 'F8');
      await act(async () => phone.store.setState({ calls: [] }));
      expect(page.activeElement).toBe(input);
      view.unmount();
      frame.remove();
    });
  });
});
