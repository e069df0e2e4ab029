// First: React looks for the log when it is loaded.
import '../../bench/pages/renderLog.js';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { rendered } from '../../bench/pages/renderLog.js';
import { type CallId, Dialer, PhoneError } from '../../src/index.js';
import { NumberFormatProvider } from '../../src/numbers/index.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
import { mount } from './mount.js';

const number = () => screen.getByRole('textbox', { name: 'Number or address' });
const button = (name: string) => screen.getByRole('button', { name });

describe('<Dialer>', () => {
  afterEach(() => vi.useRealTimers());

  it('names every key by its digit alone', () => {
    mount(<Dialer />);
    for (const digit of '1234567890*#') expect(button(digit)).toBeVisible();
    expect(button('Delete')).toBeVisible();
    expect(button('Call')).toBeVisible();
  });

  it('writes what is pressed and takes it away again', async () => {
    const { user } = mount(<Dialer />);
    for (const digit of ['4', '2', '#']) await user.click(button(digit));
    expect(number()).toHaveValue('42#');
    await user.click(button('Delete'));
    expect(number()).toHaveValue('42');
  });

  it('calls with Enter and is empty for the next number', async () => {
    const call = vi.fn(async () => 'call-1' as CallId);
    const { user } = mount(<Dialer />, {}, { call });
    await user.type(number(), 'bob{Enter}');
    expect(call).toHaveBeenCalledExactlyOnceWith('bob', undefined);
    await vi.waitFor(() => expect(number()).toHaveValue(''));
  });

  it('leaves the focus in the number when keys are clicked, so that Enter calls', async () => {
    const call = vi.fn(async () => 'call-1' as CallId);
    const { user } = mount(<Dialer />, {}, { call });
    await user.type(number(), '4');
    await user.click(button('2'));
    expect(number()).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(call).toHaveBeenCalledExactlyOnceWith('42', undefined);
  });

  it('keeps what cannot be called, to be mended', async () => {
    const call = vi.fn(() => Promise.reject(new PhoneError('target-invalid', 'no target')));
    const { user } = mount(<Dialer />, {}, { call });
    await user.type(number(), 'a b c{Enter}');
    expect(number()).toHaveValue('a b c');
  });

  it('writes + when 0 is held, and 0 when it is pressed', () => {
    vi.useFakeTimers();
    mount(<Dialer />);
    fireEvent.pointerDown(button('0'));
    act(() => vi.advanceTimersByTime(600));
    fireEvent.pointerUp(button('0'));
    fireEvent.click(button('0'));
    expect(number()).toHaveValue('+');
    fireEvent.pointerDown(button('0'));
    fireEvent.pointerUp(button('0'));
    fireEvent.click(button('0'));
    act(() => vi.advanceTimersByTime(600));
    expect(number()).toHaveValue('+0');
  });

  it('takes a number that is pasted, in place of what is selected', async () => {
    const { user } = mount(<Dialer />);
    await user.type(number(), '1234', { initialSelectionStart: 0 });
    await user.pointer([
      { target: number(), offset: 1, keys: '[MouseLeft>]' },
      { target: number(), offset: 3 },
    ]);
    await user.paste('+44 20 7946 0018');
    expect(number()).toHaveValue('1+44 20 7946 00184');
  });

  it('brings back who was called before with the arrow up key, and what was typed with arrow down', async () => {
    const { user } = mount(<Dialer />, {
      history: [
        fakeCall({
          id: 'b',
          direction: 'outbound',
          startedAt: 2,
          remote: { uri: 'sip:bob@example.com', displayName: '' },
        }),
        fakeCall({
          id: 'a',
          direction: 'outbound',
          startedAt: 1,
          remote: { uri: 'sip:42@example.com', displayName: '' },
        }),
      ],
    });
    await user.type(number(), '7{ArrowUp}');
    expect(number()).toHaveValue('bob@example.com');
    await user.keyboard('{ArrowUp}');
    expect(number()).toHaveValue('42');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(number()).toHaveValue('7');
  });

  it('is used with the keyboard alone, its keys being one stop', async () => {
    const call = vi.fn(async () => 'call-1' as CallId);
    const { user } = mount(<Dialer />, {}, { call });
    await user.tab();
    expect(number()).toHaveFocus();
    await user.tab();
    expect(button('1')).toHaveFocus();
    await user.keyboard('{ArrowDown}{Enter}{ArrowRight} {End}{Enter}{Home}{ArrowRight}2');
    expect(number()).toHaveValue('45#2');
    expect(button('2')).toHaveFocus();
    await user.tab();
    expect(button('Call')).toHaveFocus();
    await user.tab();
    expect(button('Delete')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(number()).toHaveValue('45#');
    await user.tab({ shift: true });
    await user.keyboard('{Enter}');
    expect(call).toHaveBeenCalledExactlyOnceWith('45#', undefined);
  });

  it('renders the number alone when a digit is added to others', () => {
    mount(<Dialer />);
    fireEvent.click(button('4'));
    rendered.splice(0);
    fireEvent.click(button('2'));
    expect(rendered.splice(0).map((path) => path.at(-1))).toEqual(['DialerInput']);
  });

  it('tells of its length, for the number to fit', async () => {
    const { user } = mount(<Dialer />);
    await user.type(number(), '1'.repeat(40));
    expect(number().style.getPropertyValue('--hs-length')).toBe('40');
  });

  describe('with a format of numbers', () => {
    async function mountFormatted(call = vi.fn(async () => 'call-1' as CallId)) {
      const mounted = mount(
        <NumberFormatProvider country="US">
          <Dialer />
        </NumberFormatProvider>,
        {},
        { call },
      );
      await waitFor(() => {
        fireEvent.change(number(), { target: { value: '202555' } });
        expect(number()).toHaveValue('(202) 555');
      });
      number().focus();
      caretAt(number() as HTMLInputElement, 9);
      return { ...mounted, call, field: number() as HTMLInputElement };
    }
    const caretAt = (field: HTMLInputElement, place: number) => field.setSelectionRange(place, place);
    const shown = ({ value, selectionStart: place }: HTMLInputElement) =>
      `${value.slice(0, place!)}|${value.slice(place!)}`;

    it('shows the number as it is written there, and calls what was typed', async () => {
      const { user, field, call } = await mountFormatted();
      await user.click(button('0'));
      await user.keyboard('170');
      expect(shown(field)).toBe('(202) 555-0170|');
      expect(field.style.getPropertyValue('--hs-length')).toBe('14');
      await user.keyboard('{Enter}');
      expect(call).toHaveBeenCalledExactlyOnceWith('2025550170', undefined);
    });

    it('keeps the caret where a person types and deletes', async () => {
      const { user, field } = await mountFormatted();
      await user.keyboard('0170');
      caretAt(field, 6);
      await user.keyboard('{Backspace}');
      expect(shown(field)).toBe('(20|5) 550-170');
      await user.keyboard('2');
      expect(shown(field)).toBe('(202|) 555-0170');
      await user.keyboard('{Delete}');
      expect(shown(field)).toBe('(202|) 550-170');
      await user.paste('5');
      expect(shown(field)).toBe('(202) 5|55-0170');
      field.setSelectionRange(1, 9);
      await user.keyboard('3');
      expect(shown(field)).toBe('3|0170');
    });

    it('does not touch what an input method puts together, until it is done', async () => {
      const { field } = await mountFormatted();
      const compose = (value: string) => {
        fireEvent.input(field, { target: { value }, isComposing: true, inputType: 'insertCompositionText' });
      };
      fireEvent.compositionStart(field);
      compose('(202) 5550');
      compose('(202) 55501');
      expect(field).toHaveValue('(202) 55501');
      fireEvent.compositionEnd(field);
      expect(shown(field)).toBe('(202) 555-01|');
    });

    it('leaves an address alone', async () => {
      const { user, field, call } = await mountFormatted();
      await user.clear(field);
      await user.type(field, 'sip:2025550170@example.com{Enter}');
      expect(call).toHaveBeenCalledExactlyOnceWith('sip:2025550170@example.com', undefined);
    });
  });
});
