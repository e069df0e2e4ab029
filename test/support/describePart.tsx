import { act, fireEvent, render, screen } from '@testing-library/react';
import { createElement, createRef, type ReactElement, StrictMode } from 'react';
import { createPortal } from 'react-dom';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { PhoneProvider } from '../../src/hooks/index.js';
import type { PartCase } from './everyPart.js';
import { type SpyPhone, spyPhone } from './spyPhone.js';

const HANDLERS = { click: 'onClick', submit: 'onSubmit', change: 'onChange' } as const;

/** What every part owes to its consumer, whatever it is. */
export function describePart(name: string, facts: PartCase): void {
  const { part: Part, tag, props, state, hidden, around = itself, within, phoneless } = facts;
  const { role, data = {}, on, observe: observed = toldOf } = facts;
  const observe = (phone: SpyPhone, place: ParentNode = document) => observed(phone, place);

  const page = (phone: SpyPhone, given: object = {}, place?: Element | DocumentFragment) => {
    const whole = around(<Part data-testid="part" {...props} {...given} />);
    return (
      <StrictMode>
        <PhoneProvider phone={phone}>{place ? createPortal(whole, place) : whole}</PhoneProvider>
      </StrictMode>
    );
  };
  const mount = async (given: object = {}, phone = spyPhone(state)) => {
    const view = await act(async () => render(page(phone, given)));
    return { view, phone, node: screen.queryByTestId('part') as HTMLElement };
  };

  describe(`<${name}>`, () => {
    it(`renders one <${tag}>${role ? ` with the role ${role}` : ''}`, async () => {
      const { node } = await mount();
      expect(screen.getAllByTestId('part')).toHaveLength(1);
      expect(node.localName).toBe(tag);
      if (role) expect(screen.getAllByRole(role)).toContain(node);
    });

    it('passes attributes, class and style to its element', async () => {
      const { node } = await mount({ title: 'A title', className: 'theirs', style: { color: 'red' } });
      expect(node).toHaveAttribute('title', 'A title');
      expect(node).toHaveClass('theirs', { exact: true });
      expect(node.style.color).toBe('red');
    });

    it('gives its element to a ref', async () => {
      const ref = createRef<HTMLElement>();
      const { node, view } = await mount({ ref });
      expect(ref.current).toBe(node);
      view.unmount();
      expect(ref.current).toBeNull();
    });

    it('gives its element to a ref that is a function, and takes it back', async () => {
      const nodes = new Set<unknown>();
      // A block: what a ref returns is its clean-up under React 19.
      const ref = (given: unknown) => {
        if (given === null) nodes.clear();
        else nodes.add(given);
      };
      const { node, view } = await mount({ ref });
      expect([...nodes]).toEqual([node]);
      view.unmount();
      expect(nodes.size).toBe(0);
    });

    it('tells its state by attributes', async () => {
      const { node } = await mount();
      const told = node.getAttributeNames().filter((attribute) => /^data-(?!testid)/.test(attribute));
      expect(Object.fromEntries(told.map((attribute) => [attribute, node.getAttribute(attribute)]))).toEqual(
        data,
      );
    });

    it('renders another element, with the handlers, classes, styles and refs of both sides', async () => {
      const [partRef, elementRef] = [createRef<HTMLElement>(), createRef<HTMLElement>()];
      const order: string[] = [];
      const { node } = await mount({
        ref: partRef,
        className: 'part',
        style: { color: 'red', margin: '1px' },
        onFocus: () => order.push('part'),
        render: createElement(tag, {
          ref: elementRef,
          className: 'element',
          style: { color: 'blue' },
          title: 'Another',
          onFocus: () => order.push('element'),
        } as object),
      });
      expect(node).toHaveAttribute('title', 'Another');
      expect(node).toHaveClass('part', 'element', { exact: true });
      expect(node.style).toMatchObject({ color: 'blue', margin: '1px' });
      expect([partRef.current, elementRef.current]).toEqual([node, node]);
      fireEvent.focus(node);
      expect(order).toEqual(['element', 'part']);
    });

    it('renders by a function of its props and state', async () => {
      const ref = createRef<HTMLElement>();
      const seen = vi.fn();
      const { node } = await mount({
        ref,
        render: (given: object, partState: object): ReactElement => {
          seen(partState);
          return createElement(tag, { ...given, title: 'By a function' } as object);
        },
      });
      expect(node).toHaveAttribute('title', 'By a function');
      expect(ref.current).toBe(node);
      for (const attribute of Object.keys(data)) {
        expect(seen.mock.lastCall?.[0]).toHaveProperty(attribute.replace('data-', ''));
      }
    });

    it('takes over its markup from a server', async () => {
      const phone = spyPhone(state);
      const container = document.body.appendChild(document.createElement('div'));
      container.innerHTML = renderToString(page(phone));
      const served = screen.getByTestId('part');
      const onRecoverableError = vi.fn();
      const root = await act(async () => hydrateRoot(container, page(phone), { onRecoverableError }));
      expect(onRecoverableError).not.toHaveBeenCalled();
      expect(screen.getByTestId('part')).toBe(served);
      await act(async () => root.unmount());
      container.remove();
    });

    it.each(Object.entries(PLACES))('works in %s', async (_, { open, close }) => {
      const phone = spyPhone(state);
      const place = open();
      const view = await act(async () => render(page(phone, {}, place)));
      const node = place.querySelector<HTMLElement>('[data-testid=part]')!;
      expect(node.localName).toBe(tag);
      if (on) {
        const before = observe(phone, place);
        await fire(on, node);
        expect(observe(phone, place)).not.toEqual(before);
      }
      view.unmount();
      close(place);
    });

    if (phoneless) {
      it('does without a phone', () => {
        render(around(<Part data-testid="part" {...props} />));
        expect(screen.getByTestId('part')).toBeInTheDocument();
      });
    } else {
      it('says what is missing, why, and what to do, where there is no phone', () => {
        expect(() => renderAmiss(within ? <Part {...props} /> : around(<Part {...props} />))).toThrow(
          /(no phone here|stands alone)\. .+ none is above .+\. (Wrap|Put) /,
        );
      });
    }

    if (within) {
      it('says what is missing, why, and what to do, where it stands alone', () => {
        const alone = () =>
          renderAmiss(
            <PhoneProvider phone={spyPhone(state)}>
              <Part {...props} />
            </PhoneProvider>,
          );
        expect(alone).toThrow(/stands alone\. It .+ none is above it\. Put it inside one\./);
        expect(alone).toThrow(`<${within}>`);
      });
    }

    it('has a name for the developer tools', () => {
      expect(Part).toHaveProperty('displayName', expect.stringMatching(/^[A-Z]\w+$/));
    });

    if (tag === 'button' && name !== 'DialerParts.Call') {
      it('submits no form that it happens to be in', async () => {
        expect((await mount()).node).toHaveAttribute('type', 'button');
      });
    }

    if (tag === 'button' || tag === 'select') {
      it('can be disabled by its consumer', async () => {
        expect((await mount({ disabled: true })).node).toBeDisabled();
      });
    }

    if (hidden) {
      it('renders nothing while there is nothing to show', async () => {
        expect((await mount({}, spyPhone(hidden))).node).toBeNull();
      });
    }

    if (on) {
      it("goes on when its consumer's handler throws, whose error the page gets to know", async () => {
        const mistake = new Error('a mistake of the consumer');
        // A set: in development React 18 reports each error of a handler twice.
        const reported = new Set<unknown>();
        const onError = (event: ErrorEvent) => {
          event.preventDefault();
          reported.add(event.error);
        };
        const { node, phone } = await mount({
          [HANDLERS[on]]: () => {
            throw mistake;
          },
        });
        const before = observe(phone);
        window.addEventListener('error', onError);
        await fire(on, node);
        window.removeEventListener('error', onError);
        expect([...reported]).toEqual([mistake]);
        expect(observe(phone)).not.toEqual(before);
      });

      it("runs the consumer's handlers before its own", async () => {
        const order: unknown[] = [];
        const phone = spyPhone(state);
        const note = () => order.push(observe(phone));
        const { node } = await mount(
          {
            [HANDLERS[on]]: note,
            render: createElement(tag, { [HANDLERS[on]]: note } as object),
          },
          phone,
        );
        const before = observe(phone);
        await fire(on, node);
        expect(order).toEqual([before, before]);
        expect(observe(phone)).not.toEqual(before);
      });

      it('leaves its own handler out after preventDefault()', async () => {
        const { node, phone } = await mount({ [HANDLERS[on]]: (event: Event) => event.preventDefault() });
        const before = observe(phone);
        await fire(on, node);
        expect(observe(phone)).toEqual(before);
      });
    }
  });
}

const itself = (node: unknown) => node as ReactElement;

/** Renders what throws, without the noise that React makes of it. */
function renderAmiss(node: ReactElement): void {
  vi.spyOn(console, 'error').mockReturnValue();
  const hush = (event: Event) => event.preventDefault();
  window.addEventListener('error', hush);
  try {
    render(node);
  } finally {
    window.removeEventListener('error', hush);
  }
}

/** Documents of their own, and trees that the page's selectors do not reach. */
const PLACES: Record<string, { open(): Element | DocumentFragment; close(place: Node): void }> = {
  'a shadow root': {
    open: () => document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }),
    close: (place) => (place as ShadowRoot).host.remove(),
  },
  'the document of an iframe': {
    open: () => document.body.appendChild(document.createElement('iframe')).contentDocument!.body,
    close: (place) => place.ownerDocument?.defaultView?.frameElement?.remove(),
  },
};

/** How often the phone was told to do anything, being connected and watched apart. */
const toldOf = (phone: SpyPhone): number =>
  Object.entries(phone)
    .filter(
      ([verb, value]) => vi.isMockFunction(value) && !['connect', 'watchDevices', 'meter'].includes(verb),
    )
    .reduce((sum, [, value]) => sum + value.mock.calls.length, 0);

async function fire(event: NonNullable<PartCase['on']>, node: HTMLElement): Promise<void> {
  await act(async () => {
    if (event !== 'change') fireEvent[event](node);
    else if (node.localName === 'select') fireEvent.change(node, { target: { value: 'default' } });
    else fireEvent.change(node, { target: { value: 'changed' } });
  });
}
