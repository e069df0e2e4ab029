import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { Dialer, PhoneProvider } from '../src/index.js';
import { fakePhone } from '../src/testing/fakePhone.js';
import { withPhone } from './withPhone.js';

const meta: Meta<typeof Dialer> = { component: Dialer, decorators: [withPhone] };
export default meta;

type Story = StoryObj<typeof Dialer>;

export const Empty: Story = {};

const call = fn(async () => 'call-1' as never);
const calling = fakePhone({}, { call });

export const Dialled: Story = {
  render: () => (
    <PhoneProvider phone={calling}>
      <Dialer />
    </PhoneProvider>
  ),
  play: async ({ canvas, userEvent, step }) => {
    const input = canvas.getByRole('textbox', { name: 'Number or address' });
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

/** The number becomes smaller as it grows. */
export const LongNumber: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox'), 'sip:conference@example.com');
  },
};

export const Narrow: Story = { ...LongNumber, parameters: { width: 272 } };

export const Wide: Story = { ...LongNumber, parameters: { width: 672 } };
