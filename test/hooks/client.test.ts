import { readdirSync, readFileSync } from 'node:fs';

const modules = ['src/hooks', 'src/parts', 'src/widgets'].flatMap((folder) =>
  readdirSync(folder).map((name) => ({
    path: `${folder}/${name}`,
    text: readFileSync(`${folder}/${name}`, 'utf8'),
  })),
);
const marked = ({ text }: { text: string }) => text.startsWith("'use client';");

describe('what a server component may import', () => {
  it.each(modules.filter(({ text }) => /\b(use[A-Z]\w*|part|createContext)(<\w+( \| null)?>)?\(/.test(text)))(
    '$path says that it is for the client',
    (module) => expect(marked(module)).toBe(true),
  );

  it.each(modules.filter(({ path }) => path.endsWith('/index.ts')))(
    '$path stays plain, for its names are taken apart on the server',
    (module) => expect(marked(module)).toBe(false),
  );
});
