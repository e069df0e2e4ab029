import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { exchangePlugin } from './server/plugin.js';

/** Two pages, `/` and `/softphone`, on the sources of the package, and the development exchange at `/sip`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  appType: 'mpa',
  plugins: [react(), exchangePlugin()],
});
