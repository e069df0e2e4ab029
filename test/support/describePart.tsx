import { act, fireEvent, render, screen } from '@testing-library/react';
import { createElement, createRef, type ReactElement, StrictMode } from 'react';
import { PhoneProvider } from '../../src/hooks/index.js';
import type { PartCase } from './everyPart.js';
import { type SpyPhone, spyPhone } from './spyPhone.js';

const HANDLERS = { click: 'onClick', submit: 'onSubmit', change: 'onChange' } as const;

/** What every part owes to its consumer, whatever it is. */
export function describePart(
  name: string,
  { part: Part, tag, props, state, hidden, around = itself, role, data = {}, on, observe = toldOf }: PartCase,
): void {
  const mount = async (given: object = {}, phone = spyPhone(state)) => {
    const view = await act(async () =>
      render(
        <StrictMode>
          <PhoneProvider phone={phone}>
            {around(<Part data-testid="part" {...props} {...given} />)}
          </PhoneProvider>
        </StrictMode>,
      ),
    );
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
    else if (node instanceof HTMLSelectElement) fireEvent.change(node, { target: { value: 'default' } });
    else fireEvent.change(node, { target: { value: 'changed' } });
  });
}
