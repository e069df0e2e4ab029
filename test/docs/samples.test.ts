import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

interface Sample {
  title: string;
  /** Where it is compiled as if it were a file. */
  path: string;
  text: string;
}

/** Every block of TypeScript in a page. */
function samplesOf(page: string): Sample[] {
  const blocks = readFileSync(join(root, page), 'utf8').matchAll(/^```(tsx?)\n(.*?)^```$/gms);
  return [...blocks].map(([, language, text = ''], index) => ({
    title: `${page}, block ${index + 1}`,
    path: join(root, 'test/docs', `${page.replaceAll('/', '-')}-${index}.${language}`),
    // A module even where it imports nothing, so that no two samples share their names.
    text: `${text}\nexport {};\n`,
  }));
}

const samples = pages.flatMap(samplesOf);

/** The entries of the package, each as its source: `hookswitch/parts` is src/parts/index.ts. */
function entries(): Record<string, string[]> {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string | { types: string } | null>;
  };
  return Object.fromEntries(
    Object.entries(exports).flatMap(([entry, target]) =>
      target === null || typeof target === 'string'
        ? []
        : [
            [
              entry.replace('.', 'hookswitch'),
              [target.types.replace('./dist', './src').replace('.d.ts', '.ts')],
            ],
          ],
    ),
  );
}

function complaints(): Map<string, string[]> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root, {
    paths: entries(),
    noEmit: true,
  });
  const host = ts.createCompilerHost(options);
  const byPath = new Map(samples.map((sample) => [sample.path, sample]));
  const { readFile, fileExists } = host;
  host.readFile = (path) => byPath.get(path)?.text ?? readFile(path);
  host.fileExists = (path) => byPath.has(path) || fileExists(path);
  const program = ts.createProgram([...byPath.keys()], options, host);
  return new Map(
    samples.map(({ path, title }) => {
      const source = program.getSourceFile(path);
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [title, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))];
    }),
  );
}

test('every sample of the documentation compiles', { timeout: 60_000 }, () => {
  expect(samples.length).toBeGreaterThan(20);
  const wrong = [...complaints()].filter(([, messages]) => messages.length > 0);
  expect(Object.fromEntries(wrong)).toEqual({});
});
