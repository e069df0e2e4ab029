import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { CallHistory } from '../src/index.js';
import { manyRecords, recent, record } from './records.js';
import { ada, party } from './samples.js';
import { withPhone } from './withPhone.js';

const meta: Meta<typeof CallHistory> = { component: CallHistory, decorators: [withPhone] };
export default meta;

type Story = StoryObj<typeof CallHistory>;

export const Recent: Story = {
  parameters: { phone: { history: recent } },
  play: async ({ canvas }) => {
    const list = within(canvas.getByRole('list', { name: 'Call history' }));
    const missed = await list.findByRole('button', { name: 'Call Grace Hopper' });
    await expect(missed).toHaveAccessibleDescription(/^Missed /);
    await expect(list.getByRole('button', { name: 'Call Ada Lovelace' })).toHaveAccessibleDescription(
      /^Outgoing 4 min 27 sec /,
    );
  },
};

export const Empty: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('No calls yet.')).toBeVisible();
    await expect(canvas.queryByRole('list')).toBeNull();
  },
};

export const OnlyMissed: Story = {
  args: {
    calls: recent.map((call) => ({ ...call, direction: 'inbound', answeredAt: null, endReason: null })),
  },
};

/** Only the rows in sight are there; the keyboard reaches all of them. */
export const TenThousand: Story = {
  args: { calls: manyRecords(10_000) },
  play: async ({ canvas, userEvent }) => {
    await canvas.findByRole('button', { name: 'Call Caller 10000' });
    await expect(canvas.getAllByRole('button').length).toBeLessThan(60);
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Call Caller 1' })).toHaveFocus());
  },
};

export const LongNames: Story = {
  args: {
    calls: [
      record('1', party('Wolfeschlegelsteinhausenbergerdorff '.repeat(9), 'wolfe'), Date.now(), {
        direction: 'inbound',
        cause: 'no-answer',
      }),
      record('2', party('1234567890'.repeat(4), '1234567890'.repeat(4)), Date.now(), { seconds: 36_000 }),
      record('3', party('\u202Eelcaroced', 'trick'), Date.now(), { seconds: 0 }),
      record('4', ada, Date.now(), {
        cause: 'failed',
      }),
    ],
  },
};

export const Narrow: Story = { ...Recent, parameters: { width: 272, phone: { history: recent } } };

export const RightToLeft: Story = {
  globals: { locale: 'ar' },
  args: {
    calls: [
      record('1', party('آدا لوفلايس', '+442079460018'), Date.now(), {
        direction: 'inbound',
        cause: 'cancelled',
      }),
      ...recent.slice(1),
    ],
  },
};
