import { readFileSync } from 'node:fs';

it('shows in the documentation the very test that runs', () => {
  const shown = /```tsx\n([\s\S]*?)```/.exec(readFileSync('docs/testing.md', 'utf8'))?.[1];
  expect(shown).toBe(readFileSync('test/examples/app.test.tsx', 'utf8'));
});
