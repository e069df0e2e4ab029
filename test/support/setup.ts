import { afterEach } from 'vitest';

if (typeof document !== 'undefined') await import('@testing-library/jest-dom/vitest');

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
