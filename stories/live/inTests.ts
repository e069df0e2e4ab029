import { configure, expect, waitFor } from 'storybook/test';

/** Real phones talk to each other in real time, on a machine that may be busy. */
export const patient = { timeout: 15_000 };

/** True under the test runner: a page that a person opened waits for the person's hand. */
export const inTests = import.meta.env.MODE === 'test';

/** Real phones change their state whenever the other end says something: React's `act` cannot wrap that. */
export function withoutAct(): void {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  configure({ eventWrapper: (dispatch) => dispatch() });
}

/** Waits until all phones in an element are signed in, in whatever language it says so. */
export const signedIn = (canvas: HTMLElement): Promise<void> =>
  waitFor(() => {
    const phones = [...canvas.querySelectorAll<HTMLElement>('[aria-label][data-status]')];
    expect(phones).not.toHaveLength(0);
    for (const phone of phones) expect(phone.dataset.status).toBe('ready');
  }, patient);
