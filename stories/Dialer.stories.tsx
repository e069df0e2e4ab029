import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, fn, waitFor } from 'storybook/test';
import { Dialer, PhoneProvider, WordsProvider } from '../src/index.js';
import { ar } from '../src/locales/ar.js';
import { NumberFormatProvider } from '../src/numbers/index.js';
import { fakePhone } from '../src/testing/fakePhone.js';
import { recent } from './records.js';
import { withPhone } from './withPhone.js';

const meta: Meta<typeof Dialer> = { component: Dialer, decorators: [withPhone] };
export default meta;

type Story = StoryObj<typeof Dialer>;
type Play = NonNullable<Story['play']>;

const types =
  (text: string): Play =>
  async ({ canvas, userEvent }) => {
    const field = canvas.getByRole('textbox');
    await userEvent.type(field, text);
    await expect(field).toHaveValue(text);
  };

export const Empty: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('textbox', { name: 'Number or address' })).toHaveValue('');
    await expect(canvas.getByRole('button', { name: 'Delete' })).toHaveAttribute('data-empty');
  },
};

const call = fn(async () => 'call-1' as never);
const calling = fakePhone({}, { call });

export const Dialled: Story = {
  render: () => (
    <PhoneProvider phone={calling}>
      <Dialer />
    </PhoneProvider>
  ),
  play: async ({ canvas, userEvent, step }) => {
    const input = canvas.getByRole('textbox');
    await step('keys and keyboard both write', async () => {
      for (const digit of ['4', '2', '#', '*'])
        await userEvent.click(canvas.getByRole('button', { name: digit }));
      await userEvent.click(canvas.getByRole('button', { name: 'Delete' }));
      await userEvent.type(input, '7');
      await expect(input).toHaveValue('42#7');
    });
    await step('Enter calls', async () => {
      call.mockClear();
      await userEvent.type(input, '{Enter}');
      await expect(call).toHaveBeenCalledWith('42#7', undefined);
    });
    await userEvent.type(input, '+44 20 7946 0018');
  },
};

/** Written as its country writes it, while it is typed: give a `<NumberFormatProvider>` around. */
export const Formatted: Story = {
  decorators: [
    (Story) => (
      <NumberFormatProvider country="US">
        <Story />
      </NumberFormatProvider>
    ),
  ],
  play: async ({ canvas, userEvent, step }) => {
    const field = canvas.getByRole<HTMLInputElement>('textbox');
    await userEvent.type(field, '2025550170');
    await waitFor(() => expect(field).toHaveValue('(202) 555-0170'));
    await step('the caret stays where a person deletes', async () => {
      await userEvent.type(field, '{Backspace}', { initialSelectionStart: 10, initialSelectionEnd: 10 });
      await expect(field).toHaveValue('(202) 550-170');
      await expect(field.selectionStart).toBe(8);
    });
    await userEvent.keyboard('5');
    await expect(field).toHaveValue('(202) 555-0170');
  },
};

/** An address becomes smaller as it grows. */
export const Address: Story = { play: types('sip:conference@example.com') };

/** More than there is room for: its end stays in sight. */
export const FortyDigits: Story = {
  play: async ({ canvas, userEvent }) => {
    const field = canvas.getByRole<HTMLInputElement>('textbox');
    await userEvent.type(field, '1234567890'.repeat(4));
    await expect(field.scrollLeft).toBeGreaterThan(0);
  },
};

/** `0` held is `+`. */
export const LongPress: Story = {
  play: async ({ canvas }) => {
    const zero = canvas.getByRole('button', { name: '0' });
    fireEvent.pointerDown(zero);
    await waitFor(() => expect(canvas.getByRole('textbox')).toHaveValue('+'));
    fireEvent.pointerUp(zero);
    fireEvent.click(zero);
    await expect(canvas.getByRole('textbox')).toHaveValue('+');
  },
};

/** The arrow up key, or Call with nothing dialled, brings back who was called before. */
export const Redial: Story = {
  parameters: { phone: { history: recent } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox'), '{ArrowUp}');
    await expect(canvas.getByRole('textbox')).not.toHaveValue('');
  },
};

/** Tab comes to the keys once; the arrow keys move among them. */
export const Keyboard: Story = {
  play: async ({ canvas, userEvent }) => {
    canvas.getByRole('textbox').focus();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}');
    await expect(canvas.getByRole('textbox')).toHaveValue('5');
    await expect(canvas.getByRole('button', { name: '5' })).toHaveFocus();
  },
};

/** Mirrored, but for the keypad and the number, which read from the left in every script. */
export const RightToLeft: Story = {
  render: () => (
    <WordsProvider words={ar}>
      <Dialer />
    </WordsProvider>
  ),
  play: types('+966 11 555 0170'),
};

export const Narrow: Story = { parameters: { width: 272 }, play: types('+44 20 7946 0018') };

export const Wide: Story = { parameters: { width: 672 }, play: types('+44 20 7946 0018') };
