/** `expect` of something that becomes true: asked again and again for as long as a busy machine may need. */
export const eventually = <T>(ask: () => T | Promise<T>) =>
  expect.poll(ask, { timeout: 15_000, interval: 50 });
