import { readdirSync, readFileSync } from 'node:fs';

const sheets = Object.fromEntries(
  readdirSync('src/styles')
    .filter((name) => name.endsWith('.css'))
    .map((name) => [name, readFileSync(`src/styles/${name}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')]),
);
const names = Object.keys(sheets).filter((name) => name !== 'styles.css');

it('has fewer than twenty-five tokens, and uses each', () => {
  const tokens = [...new Set(sheets['tokens.css']!.match(/--hs-[a-z-]+/g))];
  expect(tokens.length).toBeGreaterThan(15);
  expect(tokens.length).toBeLessThan(25);
  const used = Object.values(sheets).join();
  for (const token of tokens)
    expect(used).toMatch(new RegExp(`var\\(${token.replace('--hs-', '--_')}\\b(?!-)`));
});

describe.each(names)('%s', (name) => {
  const css = sheets[name]!;

  it('is imported, and wholly in a layer, so that the CSS of the page wins', () => {
    expect(sheets['styles.css']).toContain(`"./${name}"`);
    expect(css.trim()).toMatch(/^@layer hookswitch\.(tokens|base|widgets|always) \{[\s\S]*\n\}$/);
    expect(css.trim().match(/^\}/gm)).toHaveLength(1);
  });

  it('reads the same from right to left', () => {
    const physical =
      /(?<![\w-])((margin|padding|border|inset)-)?(left|right)(-[\w-]+)?\s*:|(?<![\w-])(width|height)\s*:/;
    expect(css.replace(/text-align: (center|start|end)/g, '')).not.toMatch(physical);
  });
});
