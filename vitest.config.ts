import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { launchOptions } from './scripts/chromium.mjs';

const inFolder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Examples import the package as an app does, and get its source. */
const alias = [
  { find: /^hookswitch$/, replacement: inFolder('src/index.ts') },
  { find: /^hookswitch\/(\w+)$/, replacement: inFolder('src/$1/index.ts') },
];

const setupFiles = ['test/support/setup.ts'];

const soundWithoutClick = await launchOptions(['--autoplay-policy=no-user-gesture-required']);

/** Sound may start without a click: a runner has no hand. What happens without this is tested in its own browser. */
const chromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: soundWithoutClick,
  }),
  instances: [{ browser: 'chromium' as const }],
});

/** Bundled ahead: a dependency that Vite discovers late reloads the page in the middle of a test. */
const optimizeDeps = {
  include: [
    'react',
    'react-dom',
    'react-dom/client',
    'react/jsx-runtime',
    'react/jsx-dev-runtime',
    'sip.js',
    '@noble/hashes/legacy.js',
    '@noble/hashes/sha2.js',
    '@noble/hashes/utils.js',
    'libphonenumber-js/min',
    'virtua',
    'zustand',
    'zustand/vanilla',
    'zustand/react/shallow',
    '@testing-library/dom',
    '@testing-library/jest-dom/vitest',
    '@testing-library/react',
    '@testing-library/user-event',
    'axe-core',
  ],
  // Small modules already, of which each new one that a widget takes would be met late.
  exclude: ['lucide-react'],
};

const elsewhere = ['**/node_modules/**', '**/*.browser.test.*', 'test/interop/**', 'test/consumers/**'];

/** Nothing here waits for hardware, so every core may be busy; a thread starts sooner than a process. */
const everyCore = { pool: 'threads' as const, maxWorkers: '100%' };

/** Projects with other numbers of workers cannot run at the same time. */
const afterUnits = { groupOrder: 1 };

/** The oldest React that we work with, for our code and for the packages that bring React's hooks. */
const react18 = {
  resolve: {
    alias: [
      { find: /^(react|react-dom)(?=$|\/)/, replacement: inFolder('test/react18/node_modules/$1') },
      {
        // Its main file is CommonJS, in which no alias holds.
        find: /^@testing-library\/react$/,
        replacement: inFolder('node_modules/@testing-library/react/dist/@testing-library/react.esm.js'),
      },
    ],
  },
  server: { deps: { inline: [/@testing-library\/react/, /zustand/, /virtua/, /lucide-react/] } },
};
const inReact = 'test/{hooks,parts,widgets}/**';

declare module 'vitest' {
  interface ProvidedContext {
    /** The version that React has, or begins with. */
    react: string;
  }
}

const projects: TestProjectInlineConfiguration[] = [
  {
    extends: true,
    test: {
      name: 'unit',
      include: ['test/**/*.test.ts', 'test/**/*.ssr.test.tsx'],
      exclude: elsewhere,
      environment: 'node',
      setupFiles,
      ...everyCore,
    },
  },
  {
    extends: true,
    test: {
      name: 'dom',
      include: ['test/**/*.test.tsx'],
      exclude: [...elsewhere, '**/*.ssr.test.tsx'],
      environment: 'jsdom',
      setupFiles,
      ...everyCore,
    },
  },
  {
    extends: true,
    resolve: react18.resolve,
    test: {
      name: 'react18-server',
      include: [`${inReact}/*.ssr.test.tsx`],
      environment: 'node',
      setupFiles,
      provide: { react: '18.2.0' },
      server: react18.server,
      ...everyCore,
    },
  },
  {
    extends: true,
    resolve: react18.resolve,
    test: {
      name: 'react18',
      include: [`${inReact}/*.test.tsx`],
      exclude: [...elsewhere, '**/*.ssr.test.tsx'],
      environment: 'jsdom',
      setupFiles,
      provide: { react: '18.2.0' },
      server: react18.server,
      ...everyCore,
    },
  },
  {
    extends: true,
    optimizeDeps,
    test: {
      name: 'browser',
      include: ['test/**/*.browser.test.{ts,tsx}'],
      setupFiles,
      browser: chromium(),
      sequence: afterUnits,
    },
  },
  {
    extends: true,
    optimizeDeps,
    plugins: [await storybookTest({ configDir: '.storybook' })],
    test: { name: 'stories', browser: chromium(), sequence: afterUnits, setupFiles },
  },
  {
    extends: true,
    test: {
      name: 'interop',
      include: ['test/interop/**/*.test.ts'],
      environment: 'node',
      setupFiles,
      // Real servers and browsers: one file at a time keeps their ports and the processor to itself.
      fileParallelism: false,
      sequence: { groupOrder: 2 },
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  },
  {
    extends: true,
    test: {
      name: 'consumers',
      include: ['test/consumers/*.test.ts'],
      environment: 'node',
      setupFiles,
      sequence: { groupOrder: 3 },
      // Packages are fetched and apps are built.
      testTimeout: 180_000,
      hookTimeout: 180_000,
    },
  },
];

export default defineConfig({
  plugins: [react()],
  resolve: { alias },
  test: { globals: true, restoreMocks: true, testTimeout: 20_000, provide: { react: '19.' }, projects },
});
