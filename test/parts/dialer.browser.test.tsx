import { useState } from 'react';
import { createPortal } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { page, userEvent } from 'vitest/browser';
import { PhoneProvider } from '../../src/hooks/index.js';
import { DialerParts } from '../../src/parts/index.js';
import { fakePhone } from '../../src/testing/fakePhone.js';

let root: Root;
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

/** A dialer whose parent keeps the number, in a shadow root. */
function Kept({ shadow }: { shadow: ShadowRoot }) {
  const [value, setValue] = useState('');
  return (
    <PhoneProvider phone={fakePhone()}>
      {createPortal(
        <DialerParts.Root value={value} onValueChange={setValue}>
          <DialerParts.Input aria-label="Number" />
          <DialerParts.Keys aria-label="Keys">
            <DialerParts.Key digit="1" />
            <DialerParts.Key digit="0" hold="+" />
          </DialerParts.Keys>
        </DialerParts.Root>,
        shadow,
      )}
    </PhoneProvider>
  );
}

/** Outside of `act`, as on a page: here a person types, not the test. */
function mount() {
  const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  root = createRoot(document.createElement('div'));
  root.render(<Kept shadow={shadow} />);
  const input = () => shadow.querySelector('input')!;
  return { shadow, input };
}

describe('a dialer in a shadow root of a real browser', () => {
  it('types where the caret is, and leaves it there', async () => {
    const { input } = mount();
    await userEvent.click(page.getByRole('textbox', { name: 'Number' }));
    await userEvent.keyboard('1234{ArrowLeft}{ArrowLeft}00');
    expect(input().value).toBe('120034');
    expect(input().selectionStart).toBe(4);
  });

  it('types + when 0 is held, and its digit when it is pressed', async () => {
    const { input } = mount();
    await userEvent.click(page.getByRole('button', { name: '0' }), { delay: 700 });
    expect(input().value).toBe('+');
    await userEvent.click(page.getByRole('button', { name: '0' }));
    expect(input().value).toBe('+0');
  });

  it('has one stop for its keys, from which digits go into the number', async () => {
    const { shadow, input } = mount();
    await userEvent.click(page.getByRole('textbox', { name: 'Number' }));
    await userEvent.keyboard('{Tab}');
    expect(shadow.activeElement?.textContent).toBe('1');
    await userEvent.keyboard('{ArrowRight}5');
    expect(shadow.activeElement?.textContent).toBe('0');
    await userEvent.keyboard('{Enter}');
    expect(input().value).toBe('50');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(shadow.activeElement).toBe(input());
  });
});
