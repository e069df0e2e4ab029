import { act, createEvent, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { DialerParts } from '../../src/parts/index.js';
import { PhoneError } from '../../src/phone/errors.js';
import { parseTarget } from '../../src/sip/target.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
import { spyPhone } from '../support/spyPhone.js';
import { withPhone } from '../support/withPhone.js';

function mount(options: Parameters<typeof Dialer>[0] = {}, phone = spyPhone()) {
  render(<Dialer {...options} />, { wrapper: withPhone(phone) });
  return phone;
}

const Dialer = (options: { value?: string; defaultValue?: string; onValueChange?(value: string): void }) => (
  <DialerParts.Root {...options}>
    <DialerParts.Input aria-label="Number" />
    <DialerParts.Keys aria-label="Keys">
      <DialerParts.Key digit="4" />
      <DialerParts.Key digit="2">
        <b>2</b> ABC
      </DialerParts.Key>
      <DialerParts.Key digit="0" hold="+" />
    </DialerParts.Keys>
    <DialerParts.Delete>Delete</DialerParts.Delete>
    <DialerParts.Call>Call</DialerParts.Call>
  </DialerParts.Root>
);

/** A parent that keeps what is being dialled, in its own way. */
function Keeper({ keep = (value: string) => value }) {
  const [value, setValue] = useState('');
  return <Dialer value={value} onValueChange={(next) => setValue(keep(next))} />;
}

const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => userEvent.click(button(name));
const input = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Number' });
const called = (phone: ReturnType<typeof spyPhone>) => phone.call.mock.calls.map(([target]) => target);

describe('a dialer', () => {
  it('dials by its keys, erases, calls and clears', async () => {
    const phone = mount();
    await press('4');
    await press('4');
    await press('Delete');
    await press('2');
    expect(input()).toHaveValue('42');
    await press('Call');
    expect(called(phone)).toEqual(['42']);
    expect(input()).toHaveValue('');
  });

  it('dials by the keyboard alone', async () => {
    const phone = mount();
    await userEvent.type(input(), 'sip:bob@example.com{Enter}');
    expect(called(phone)).toEqual(['sip:bob@example.com']);
    expect(input()).toHaveFocus();
  });

  it('lets the phone say that there is nothing to call', async () => {
    const phone = mount();
    await press('Call');
    expect(called(phone)).toEqual(['']);
  });

  it('keeps what cannot be called, to be mended', async () => {
    const phone = spyPhone();
    phone.call.mockRejectedValue(new PhoneError('target-invalid', 'nothing to call'));
    mount({ defaultValue: 'not a number' }, phone);
    await press('Call');
    expect(input()).toHaveValue('not a number');
  });

  it('says how long the number is, for a style that makes it fit', async () => {
    mount({ defaultValue: '42' });
    expect(input().style.getPropertyValue('--hs-length')).toBe('2');
    await press('4');
    expect(input().style.getPropertyValue('--hs-length')).toBe('3');
  });

  it('fills in what was dialled last when there is nothing to call, and calls it then', async () => {
    const phone = spyPhone({
      history: [fakeCall({ remote: { uri: 'sip:42@hookswitch.test', displayName: '42' } })],
    });
    mount({}, phone);
    await press('Call');
    expect(input()).toHaveValue('42');
    expect(called(phone)).toEqual([]);
    await press('Call');
    expect(called(phone)).toEqual(['sip:42@hookswitch.test']);
  });

  it('walks through what was dialled before by the arrow keys', async () => {
    mount({}, spyPhone({ history: [fakeCall()] }));
    await userEvent.type(input(), '4{ArrowUp}');
    expect(input()).toHaveValue('bob@hookswitch.test');
    await userEvent.type(input(), '{ArrowDown}');
    expect(input()).toHaveValue('4');
  });
});

describe('a number that an input method is putting together', () => {
  const compose = (value: string) => {
    fireEvent.compositionStart(input());
    fireEvent.input(input(), { target: { value }, isComposing: true, inputType: 'insertCompositionText' });
  };

  it('shows the keys that are pressed meanwhile', () => {
    mount();
    compose('12');
    fireEvent.click(button('4'));
    expect(input()).toHaveValue('124');
    fireEvent.compositionEnd(input());
    expect(input()).toHaveValue('124');
  });

  it('is cleared once it is called', async () => {
    const phone = mount();
    compose('12');
    await press('Call');
    expect(called(phone)).toEqual(['12']);
    expect(input()).toHaveValue('');
  });
});

describe('a number that a parent keeps', () => {
  it('is shown as the parent keeps it', async () => {
    render(<Keeper keep={(value) => value.slice(0, 2)} />, { wrapper: withPhone(spyPhone()) });
    await userEvent.type(input(), '420');
    expect(input()).toHaveValue('42');
    await press('Delete');
    await press('0');
    expect(input()).toHaveValue('40');
  });

  it('stays while the parent refuses every change', async () => {
    const onValueChange = vi.fn();
    mount({ value: '4', onValueChange });
    await press('2');
    await userEvent.type(input(), '0');
    expect(onValueChange.mock.calls).toEqual([['42'], ['40']]);
    expect(input()).toHaveValue('4');
  });

  it('leaves the caret where something was typed', async () => {
    render(<Keeper />, { wrapper: withPhone(spyPhone()) });
    await userEvent.type(input(), '42');
    await userEvent.type(input(), '00', { initialSelectionStart: 1, initialSelectionEnd: 1 });
    expect(input()).toHaveValue('4002');
    expect(input().selectionStart).toBe(3);
  });
});

describe('a key that is held', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const hold = (node: HTMLElement, time: number) => {
    fireEvent.pointerDown(node);
    act(() => vi.advanceTimersByTime(time));
    fireEvent.pointerUp(node);
    fireEvent.click(node);
  };

  it('types something else, once', () => {
    mount();
    hold(button('0'), 500);
    expect(input()).toHaveValue('+');
    hold(button('0'), 499);
    expect(input()).toHaveValue('+0');
  });

  it('types its digit when there is nothing else, however long', () => {
    mount();
    hold(button('4'), 5_000);
    expect(input()).toHaveValue('4');
  });

  it.each(['pointerLeave', 'pointerCancel'] as const)('is let go by %s', (event) => {
    mount();
    fireEvent.pointerDown(button('0'));
    fireEvent[event](button('0'));
    act(() => vi.advanceTimersByTime(1_000));
    expect(input()).toHaveValue('');
  });

  it('is not held by the second button of a mouse', () => {
    mount();
    fireEvent.pointerDown(button('0'), { button: 2 });
    act(() => vi.advanceTimersByTime(1_000));
    expect(input()).toHaveValue('');
  });

  it('opens no menu, and can be pressed by the keyboard next', () => {
    mount();
    fireEvent.pointerDown(button('0'));
    act(() => vi.advanceTimersByTime(500));
    expect(fireEvent.contextMenu(button('0'))).toBe(false);
    fireEvent.keyDown(button('0'), { key: 'Enter' });
    fireEvent.click(button('0'));
    expect(input()).toHaveValue('+0');
  });

  it('types nothing once it has gone', () => {
    const onValueChange = vi.fn();
    const { unmount } = render(<Dialer onValueChange={onValueChange} />, { wrapper: withPhone(spyPhone()) });
    fireEvent.pointerDown(button('0'));
    unmount();
    vi.advanceTimersByTime(1_000);
    expect(onValueChange).not.toHaveBeenCalled();
  });
});

describe('what is typed while the focus is on a key', () => {
  it.each([
    ['5', '425'],
    ['*', '42*'],
    ['#', '42#'],
    ['+', '42+'],
    ['٧', '42٧'],
    ['{Backspace}', '4'],
    ['a', '42'],
    ['{Control>}5{/Control}', '42'],
    ['{Meta>}5{/Meta}', '42'],
    ['{Alt>}5{/Alt}', '42'],
    // On a British Mac # is Alt and 3.
    ['{Alt>}#{/Alt}', '42#'],
  ])('%s makes 42 to %s', async (typed, expected) => {
    mount({ defaultValue: '42' });
    act(() => button('4').focus());
    await userEvent.keyboard(typed);
    expect(input()).toHaveValue(expected);
  });

  it('is left to a handler that prevented it', () => {
    mount();
    const event = createEvent.keyDown(button('4'), { key: '5' });
    event.preventDefault();
    fireEvent(button('4'), event);
    expect(input()).toHaveValue('');
  });

  it('goes into the number once when the focus is there', async () => {
    mount();
    await userEvent.type(input(), '5');
    expect(input()).toHaveValue('5');
  });
});

describe('what is pasted', () => {
  const number = 'sip:+442079460018@hookswitch.test';
  const table = [
    ['+44 20 7946 0018', number],
    ['  +44 (20) 7946-0018\n', number],
    ['+44\u00a020\u00a07946\u202f0018', number],
    ['+44\n20\r\n7946\t0018', number],
    ['+44–20—7946‑0018', number],
    ['+٤٤ ٢٠ ٧٩٤٦ ٠٠١٨', number],
    ['＋４４ ２０ ７９４６ ００１８', number],
    ['\u202a+44 20 7946 0018\u202c', number],
    ['tel:+44-20-7946-0018', number],
    ['tel:+44%2020%207946%200018;ext=5', number],
    ['sip:bob@example.com;transport=tcp', 'sip:bob@example.com'],
    ['SIPS:bob@example.com ', 'sips:bob@example.com'],
    ['bob@example.com', 'sip:bob@example.com'],
  ] as const;

  it.each(table)('into the number can be called: %j', async (text, uri) => {
    const phone = mount();
    await userEvent.click(input());
    await userEvent.paste(text);
    await userEvent.keyboard('{Enter}');
    expect(called(phone).map((target) => parseTarget(target, 'hookswitch.test'))).toEqual([uri]);
  });

  it.each(table)('while the focus is on a key can be called: %j', async (text, uri) => {
    const phone = mount();
    act(() => button('4').focus());
    await userEvent.paste(text);
    expect(input().value).not.toMatch(/^\s|\s$/);
    await press('Call');
    expect(called(phone).map((target) => parseTarget(target, 'hookswitch.test'))).toEqual([uri]);
  });

  it('is added to what is there', async () => {
    mount({ defaultValue: '0' });
    act(() => button('4').focus());
    await userEvent.paste('20 7946');
    expect(input()).toHaveValue('020 7946');
  });
});
