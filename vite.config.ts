import { readdirSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import dts from 'vite-plugin-dts';

const locales = readdirSync('src/locales').map((file) => `src/locales/${file}`);

/** The package: one ES module a source file, its types beside it, and one style sheet. */
export default defineConfig({
  plugins: [react(), dts({ include: ['src'], entryRoot: 'src' })],
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    cssCodeSplit: true,
    lib: {
      entry: [
        'src/index.ts',
        'src/phone/index.ts',
        'src/parts/index.ts',
        'src/testing/index.ts',
        'src/styles/styles.css',
        ...locales,
      ],
      formats: ['es'],
    },
    rolldownOptions: {
      // Everything that is not ours: consumers bring one copy of each.
      external: (id) => !/^[./]|^[a-z]:[\\/]/i.test(id),
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: '[name].js',
        assetFileNames: 'styles.css',
      },
    },
  },
});
