import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createPortal } from 'react-dom';
import { CallParts, DialerParts } from '../../src/parts/index.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
import { spyPhone } from '../support/spyPhone.js';
import { withPhone } from '../support/withPhone.js';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

const Keypad = ({ columns, without = [] }: { columns?: number; without?: string[] }) => (
  <DialerParts.Root>
    <input aria-label="Before" />
    <DialerParts.Keys aria-label="Keys" columns={columns}>
      {digits.map((digit) => (
        <DialerParts.Key key={digit} digit={digit} disabled={without.includes(digit)} />
      ))}
    </DialerParts.Keys>
    <DialerParts.Input aria-label="Number" />
  </DialerParts.Root>
);

const mount = (props: Parameters<typeof Keypad>[0] = {}) =>
  render(<Keypad {...props} />, { wrapper: withPhone(spyPhone()) });

const key = (name: string) => screen.getByRole('button', { name });
const stops = () =>
  screen
    .getAllByRole('button')
    .filter(({ tabIndex }) => tabIndex === 0)
    .map((node) => node.textContent);

describe('the keys', () => {
  it('are one stop of the Tab key, and none to who goes back', async () => {
    mount();
    await userEvent.click(screen.getByRole('textbox', { name: 'Before' }));
    await userEvent.tab();
    expect(key('1')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await userEvent.tab();
    expect(screen.getByRole('textbox', { name: 'Number' })).toHaveFocus();
    await userEvent.tab({ shift: true });
    expect(key('2')).toHaveFocus();
    await userEvent.tab({ shift: true });
    expect(screen.getByRole('textbox', { name: 'Before' })).toHaveFocus();
  });

  it.each([
    ['5', 'ArrowRight', '6'],
    ['5', 'ArrowLeft', '4'],
    ['5', 'ArrowUp', '2'],
    ['5', 'ArrowDown', '8'],
    ['5', 'Home', '1'],
    ['5', 'End', '#'],
    ['3', 'ArrowRight', '4'],
    ['4', 'ArrowLeft', '3'],
    ['1', 'ArrowLeft', '1'],
    ['#', 'ArrowRight', '#'],
    ['2', 'ArrowUp', '2'],
    ['0', 'ArrowDown', '0'],
  ])('from %s by %s to %s', (from, arrow, to) => {
    mount();
    act(() => key(from).focus());
    // Cancelled: the page does not scroll.
    expect(fireEvent.keyDown(key(from), { key: arrow })).toBe(false);
    expect(key(to)).toHaveFocus();
    expect(stops()).toEqual([to]);
  });

  it('stand in rows of another length when they are told so', async () => {
    mount({ columns: 4 });
    act(() => key('1').focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(key('5')).toHaveFocus();
  });

  it('read from the left in every script', () => {
    mount();
    expect(screen.getByRole('group', { name: 'Keys' })).toHaveAttribute('dir', 'ltr');
  });

  it.each(['ctrlKey', 'metaKey', 'altKey', 'shiftKey'])('leave an arrow with %s to the page', (modifier) => {
    mount();
    act(() => key('5').focus());
    expect(fireEvent.keyDown(key('5'), { key: 'ArrowLeft', [modifier]: true })).toBe(true);
    expect(key('5')).toHaveFocus();
  });

  it('pass over those that are disabled', async () => {
    mount({ without: ['1', '6', '#'] });
    expect(stops()).toEqual(['2']);
    act(() => key('5').focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(key('7')).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(key('0')).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(key('2')).toHaveFocus();
  });

  it('stay one stop when the one that had it is disabled', () => {
    const { rerender } = mount();
    rerender(<Keypad without={['1']} />);
    expect(stops()).toEqual(['2']);
  });

  it('are one stop once a call lets them be pressed', () => {
    const phone = spyPhone({ calls: [fakeCall({ state: 'ringing' })] });
    render(
      <CallParts.Keys aria-label="Keys">
        <CallParts.Key digit="1" />
        <CallParts.Key digit="2" />
      </CallParts.Keys>,
      { wrapper: withPhone(phone) },
    );
    act(() => phone.store.setState({ calls: [fakeCall()] }));
    expect(key('1')).toBeEnabled();
    expect(stops()).toEqual(['1']);
  });

  it('move the focus in a shadow root', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    const shadow = host.attachShadow({ mode: 'open' });
    render(createPortal(<Keypad />, shadow), { wrapper: withPhone(spyPhone()) });
    const [one, two] = shadow.querySelectorAll('button');
    act(() => one?.focus());
    fireEvent.keyDown(one!, { key: 'ArrowRight' });
    expect(shadow.activeElement).toBe(two);
    host.remove();
  });
});
