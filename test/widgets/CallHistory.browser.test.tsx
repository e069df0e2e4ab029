import { screen } from '@testing-library/dom';
import { userEvent } from 'vitest/browser';
import { CallHistory } from '../../src/index.js';
import '../../src/styles/styles.css';
import { records } from '../support/records.js';
import { show } from './show.js';

const row = (name: string) => screen.getByRole('button', { name: `Call ${name}` });
const rows = () => screen.getAllByRole('button');

/** Whether somebody sees all of the row that an element is in. */
function isInSight(element: Element): boolean {
  const list = element.closest('.hs-history-scroll')!.getBoundingClientRect();
  const { top, bottom } = element.closest('li')!.getBoundingClientRect();
  return top >= list.top - 1 && bottom <= list.bottom + 1;
}

async function showTenThousand() {
  show(<CallHistory calls={records(10_000)} />);
  await vi.waitFor(() => expect(isInSight(row('Caller 1'))).toBe(true));
  await vi.waitFor(() => expect(rows().length).toBeLessThan(40));
}

describe('a history of ten thousand calls', () => {
  it('has only the rows that are in sight, and some around them', async () => {
    await showTenThousand();
    const scroller = document.querySelector('.hs-history-scroll')!;
    scroller.scrollTo({ top: scroller.scrollHeight / 2 });
    await vi.waitFor(() => expect(isInSight(row('Caller 5004'))).toBe(true));
    expect(rows().length).toBeLessThan(60);
  });

  it('is gone through by the keyboard from end to end, and what has the focus is in sight', async () => {
    await showTenThousand();
    await userEvent.tab();
    for (const [key, name] of [
      ['{End}', 'Caller 10000'],
      ['{ArrowUp}', 'Caller 9999'],
      ['{Home}', 'Caller 1'],
      ['{ArrowDown}', 'Caller 2'],
    ] as const) {
      await userEvent.keyboard(key);
      await vi.waitFor(() => expect(row(name)).toHaveFocus());
      await vi.waitFor(() => expect(isInSight(row(name))).toBe(true));
    }
  });

  it('moves by what is in sight with Page Down and Page Up', async () => {
    await showTenThousand();
    const inSight = rows().filter(isInSight).length;
    await userEvent.tab();
    await userEvent.keyboard('{PageDown}');
    await vi.waitFor(() => expect(row(`Caller ${inSight}`)).toHaveFocus());
    await userEvent.keyboard('{PageUp}');
    await vi.waitFor(() => expect(row('Caller 1')).toHaveFocus());
  });

  it('keeps the row with the focus when it is scrolled away', async () => {
    await showTenThousand();
    await userEvent.tab();
    document.querySelector('.hs-history-scroll')!.scrollTo({ top: 100_000 });
    await vi.waitFor(() => expect(isInSight(row('Caller 1'))).toBe(false));
    expect(row('Caller 1')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await vi.waitFor(() => expect(isInSight(row('Caller 2'))).toBe(true));
  });
});

it('fills whatever room it is given', async () => {
  show(<CallHistory calls={records(40)} style={{ blockSize: 3000, maxBlockSize: 'none' }} />);
  await vi.waitFor(() => expect(isInSight(row('Caller 40'))).toBe(true));
});
