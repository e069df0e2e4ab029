import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** Serves the playground: `PORT` and `HOST` from the environment, 5173 and loopback by default. */
const host = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 5173);

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  fail(
    `PORT is "${process.env.PORT}", which is no port. Use a number from 0 to 65535, such as PORT=5174 npm start.`,
  );
}

const server = await createServer({
  configFile: fileURLToPath(new URL('../playground/vite.config.ts', import.meta.url)),
  server: { host, port, strictPort: true },
});

try {
  await server.listen();
} catch (error) {
  await server.close();
  if (error.code !== 'EADDRINUSE' && !/already in use/.test(error.message)) throw error;
  fail(
    `Port ${port} is taken: another program listens there, perhaps this one. ` +
      `Stop it, or choose another port: PORT=${port + 1} npm start.`,
  );
}

const { local = [], network = [] } = server.resolvedUrls ?? {};
console.log('');
for (const url of [...local, ...network]) {
  console.log(`  Two phones:         ${url}`);
  console.log(`  Any SIP server:     ${url}softphone`);
  console.log(`  Exchange:           ${url.replace(/^http/, 'ws')}sip`);
  console.log('');
}
if (network.length > 0) {
  console.log('  Browsers give the microphone to localhost and to https: pages only.\n');
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
