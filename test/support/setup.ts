import { afterEach } from 'vitest';

if (typeof document !== 'undefined') {
  await import('@testing-library/jest-dom/vitest');
  const { configure } = await import('@testing-library/dom');
  configure({ asyncUtilTimeout: 8_000 });
}

// A second is too short on a busy machine; what comes sooner is not waited for longer.
const { waitFor } = vi;
vi.waitFor = (expectation, options = 8_000) => waitFor(expectation, options);

/**
 * Whatever is said on `console.error` fails the test that it was said in; uncaught errors and unhandled
 * rejections fail the run by Vitest itself. A test that expects an error spies on `console.error` first.
 */
const complaints: string[] = [];

console.error = (...values: unknown[]) => {
  complaints.push(
    values
      .map((value) => (value instanceof Error ? (value.stack ?? value.message) : String(value)))
      .join(' '),
  );
};

afterEach(() => {
  const said = complaints.splice(0);
  if (said.length > 0) throw new Error(`console.error was called ${said.length} times:\n${said.join('\n')}`);
});
