import { within } from '@testing-library/dom';
import type { ReactElement } from 'react';
import { userEvent } from 'vitest/browser';
import { CallButton, type CallId, type PhoneState, Softphone } from '../../src/index.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
import { show } from './show.js';

const HOSTILE = `
  :root { font: italic 700 40px / 3 serif !important; }
  * { all: unset; }
  * { letter-spacing: 3px; text-transform: uppercase; line-height: 3; text-align: right; white-space: pre; cursor: wait; }
  *, *::before, *::after { box-sizing: content-box !important; transition: all 9s !important; }
  button { width: 100%; border: 9px solid red !important; }
  div { display: inline !important; }
  section, p, span, input { display: none !important; }
  svg { width: 99px !important; fill: red !important; }
  .hs, .hs-isolated, .hs-key { background: red !important; color: red !important; }
`;

function addStyles(text: string) {
  const style = document.head.appendChild(document.createElement('style'));
  style.textContent = text;
  const remove = () => style.remove();
  onTestFinished(remove);
  return remove;
}

/** The inside of an isolated widget, once it is there. */
async function inside(container: Element): Promise<ShadowRoot & HTMLElement> {
  await vi.waitFor(() => expect(container.firstElementChild?.shadowRoot?.querySelector('.hs')).toBeTruthy());
  // Testing Library looks for elements in whatever can be queried.
  return container.firstElementChild!.shadowRoot as ShadowRoot & HTMLElement;
}

async function isolated(widget: ReactElement, state: Partial<PhoneState> = {}) {
  const { phone, container } = show(widget, state);
  // Of the page's text, which a hostile sheet may show all of, nothing is to stand above.
  container.style.cssText =
    'display: block !important; position: fixed !important; inset: 0 auto auto 0 !important; inline-size: 352px !important';
  const root = await inside(container);
  return { phone, host: container.firstElementChild as HTMLElement, root, see: within(root) };
}

/** How every element inside looks: its box, and all that is computed of it and of what it draws before and after. */
const looksOf = (root: ShadowRoot) =>
  [...root.querySelectorAll('*')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const parts = [undefined, '::before', '::after'].map((part) => getComputedStyle(element, part));
    const drawn = parts.filter(({ content }, index) => index === 0 || content !== 'none');
    return [
      `${element.tagName} ${element.getAttribute('class')} at ${x} ${y}, ${width} by ${height}`,
      ...drawn.map((style) =>
        [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('\n'),
      ),
    ];
  });

const talking = fakeCall({ answeredAt: null, hold: 'local', muted: true });

describe('an isolated widget', () => {
  it.each<[string, ReactElement, Partial<PhoneState>]>([
    ['a dialer', <Softphone key="" isolate />, {}],
    ['a call', <Softphone key="" isolate />, { calls: [talking], sound: 'blocked' }],
    [
      'a call that rings',
      <Softphone key="" isolate />,
      { calls: [fakeCall({ direction: 'inbound', state: 'ringing' })] },
    ],
    ['a call button', <CallButton key="" target="bob" isolate />, {}],
  ])('looks the same in a hostile page: %s', async (_, widget, state) => {
    // An animation that runs looks another way at each look.
    const { root } = await isolated(widget, state);
    for (const animation of root.getAnimations()) animation.cancel();
    const before = looksOf(root);
    expect(before.length).toBeGreaterThan(3);
    addStyles(HOSTILE);
    expect(looksOf(root)).toEqual(before);
  });

  it('looks the same in a hostile page: the history', async () => {
    const { root, see } = await isolated(<Softphone isolate />, {
      history: Array.from({ length: 4 }, (_, id) => fakeCall({ id: String(id), startedAt: -id })),
    });
    await userEvent.click(see.getByRole('tab', { name: /^Recents/ }));
    const before = looksOf(root);
    addStyles(HOSTILE);
    expect(looksOf(root)).toEqual(before);
  });

  it('mounts styled: nothing is there before the sheet is', async () => {
    const { host, root } = await isolated(<Softphone isolate />);
    expect(getComputedStyle(root.querySelector('section')!).borderTopLeftRadius).toBe('20px');
    const again = await isolated(<CallButton target="bob" isolate />);
    expect(again.root.adoptedStyleSheets[0]).toBe(root.adoptedStyleSheets[0]);
    expect(host.innerHTML).toBe('');
  });

  it('lets tokens in, from the page and from its own host', async () => {
    addStyles(':root { --hs-radius: 7px; --hs-surface: rgb(1, 2, 3); } .mine { --hs-text: rgb(4, 5, 6) }');
    const { root } = await isolated(
      <Softphone isolate className="mine" style={{ '--hs-font-size': '18px' } as React.CSSProperties} />,
    );
    const { borderTopLeftRadius, backgroundColor, color, fontSize } = getComputedStyle(
      root.querySelector('section')!,
    );
    expect({ borderTopLeftRadius, backgroundColor, color, fontSize }).toEqual({
      borderTopLeftRadius: '7px',
      backgroundColor: 'rgb(1, 2, 3)',
      color: 'rgb(4, 5, 6)',
      fontSize: '18px',
    });
  });

  it('is as light or dark as the page', async () => {
    addStyles('* { all: unset } :root { color-scheme: dark }');
    const { root } = await isolated(<Softphone isolate />);
    const surface = () => getComputedStyle(root.querySelector('section')!).backgroundColor;
    expect(surface()).toBe('rgb(23, 24, 27)');
    addStyles(':root { color-scheme: light }');
    expect(surface()).toBe('rgb(255, 255, 255)');
  });

  it('is placed by its host', async () => {
    const { host, root } = await isolated(
      <Softphone
        isolate
        id="phone"
        className="mine"
        style={{ inlineSize: 300, marginBlockStart: 50 }}
        title="Ours"
      />,
    );
    expect(host).toBe(document.querySelector('#phone.mine'));
    expect(root.querySelector('section')!.getBoundingClientRect().width).toBe(300);
    expect(root.querySelector('section')).toHaveAttribute('title', 'Ours');
    host.hidden = true;
    expect(root.querySelector('section')!.checkVisibility()).toBe(false);
  });

  it('makes a call, and keeps the keyboard inside', async () => {
    const { phone, container } = show(<Softphone isolate />);
    const placed = vi.fn(async () => {
      phone.store.setState({ calls: [fakeCall({ state: 'trying' })] });
      return 'call-1' as CallId;
    });
    phone.call = placed;
    const root = await inside(container);
    const see = within(root);
    await userEvent.click(see.getByRole('textbox', { name: 'Number or address' }));
    await userEvent.keyboard('42{Enter}');
    await vi.waitFor(() => expect(placed).toHaveBeenCalledWith('42', undefined));
    await vi.waitFor(() => expect(see.getByRole('region', { name: 'Call with Bob' })).toBeTruthy());
    await vi.waitFor(() => expect(root.activeElement).not.toBeNull());
    expect(document.activeElement).toBe(root.host);
    phone.hangup = async () => phone.store.setState({ calls: [] });
    await userEvent.click(see.getByRole('button', { name: 'Hang up' }));
    await vi.waitFor(() => expect(see.getByRole('textbox', { name: 'Number or address' })).toBeTruthy());
    await vi.waitFor(() => expect(root.activeElement).not.toBeNull());
  });
});
