import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { createServer } from 'vite';
import { freePort } from './ports.js';

/** The playground with its development exchange. */
export interface Playground {
  readonly url: string;
  /** SIP over WebSocket of its exchange. */
  readonly ws: string;
  /** Looks at each page once: Vite bundles what it meets for the first time, and then reloads the page. */
  warmUp(browser: Browser): Promise<void>;
  stop(): Promise<void>;
}

/** Serves what `npm start` serves, but deaf to changes of its files: a page that reloads itself loses its calls. */
export async function startPlayground(): Promise<Playground> {
  const port = await freePort();
  const server = await createServer({
    configFile: fileURLToPath(new URL('../../../playground/vite.config.ts', import.meta.url)),
    cacheDir: fileURLToPath(new URL('../../../node_modules/.vite/interop', import.meta.url)),
    logLevel: 'error',
    server: { host: '127.0.0.1', port, strictPort: true, hmr: false, watch: null },
  });
  await server.listen();
  const url = `http://127.0.0.1:${port}/`;
  return {
    url,
    ws: `ws://127.0.0.1:${port}/sip`,
    async warmUp(browser) {
      const page = await browser.newPage();
      await page.goto(url);
      await page.getByText('Ready').nth(1).waitFor();
      await page.goto(`${url}softphone`);
      await page.getByRole('button', { name: 'Connect' }).waitFor();
      await page.close();
    },
    stop: () => server.close(),
  };
}
