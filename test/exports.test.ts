import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { importsOf } from './support/imports.js';

const ENTRIES = [
  'index',
  'phone/index',
  'parts/index',
  'numbers/index',
  'locales/index',
  'testing/index',
].map((name) => `src/${name}.ts`);
const forTests = 'src/testing/index.ts';

describe('what the package offers', () => {
  const program = ts.createProgram(ENTRIES, readOptions());
  const checker = program.getTypeChecker();

  it.each(ENTRIES)('%s keeps its public names', (entry) => {
    const file = program.getSourceFile(entry);
    const module = file && checker.getSymbolAtLocation(file);
    const names = module ? checker.getExportsOfModule(module).map(describeSymbol) : [];
    expect(names.sort()).toMatchSnapshot();
  });

  function describeSymbol(symbol: ts.Symbol): string {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return target.flags & ts.SymbolFlags.Value ? symbol.name : `type ${symbol.name}`;
  }
});

describe('what an import costs', () => {
  it.each(ENTRIES.filter((entry) => entry !== forTests))('%s loads no sip.js', (entry) => {
    expect(packagesLoadedBy(entry)).not.toContain('sip.js');
  });

  it.each(ENTRIES)('%s loads no libphonenumber-js, which is optional', (entry) => {
    expect(packagesLoadedBy(entry)).not.toContain('libphonenumber-js');
  });

  it('src/numbers/index.ts alone loads libphonenumber-js when it formats', () => {
    const loaders = ENTRIES.filter((entry) =>
      packagesLoadedBy(entry, { lazily: true }).includes('libphonenumber-js'),
    );
    expect(loaders).toEqual(['src/numbers/index.ts']);
  });

  it('src/phone/index.ts loads sip.js when it connects', () => {
    expect(packagesLoadedBy('src/phone/index.ts', { lazily: true })).toContain('sip.js');
  });

  it('src/phone/index.ts loads no React', () => {
    expect(packagesLoadedBy('src/phone/index.ts', { lazily: true })).not.toContain('react');
  });
});

/** Every package that loading a file loads with it, at once or, `lazily`, ever. */
function packagesLoadedBy(entry: string, { lazily = false } = {}): string[] {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { from, how } of importsOf(path, readFileSync(path, 'utf8'))) {
      if (how === 'type' || (how === 'lazy' && !lazily)) continue;
      if (from.startsWith('.')) visit(sourceOf(posix.join(posix.dirname(path), from)));
      else packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from);
    }
  };
  visit(entry);
  return [...packages];
}

/** The source behind a relative import, which names the file it becomes. */
function sourceOf(path: string): string {
  const stem = path.replace(/\?.*$/, '').replace(/\.js$/, '');
  return [`${stem}.ts`, `${stem}.tsx`, stem].find((candidate) => existsSync(candidate)) ?? stem;
}

function readOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, '.').options;
}
