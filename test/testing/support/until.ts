/** Waits for what is expected; longer than Vitest does by itself, for a busy machine is no fault of ours. */
export const until = (expectation: () => void): Promise<void> =>
  vi.waitFor(expectation, { timeout: 10_000, interval: 10 });

vi.setConfig({ testTimeout: 20_000 });
