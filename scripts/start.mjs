import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** Serves the playground: `PORT` and `HOST` from the environment, 5173 and loopback by default. */
const { HOST: host = '', PORT: wanted = '' } = process.env;
const port = Number(wanted || 5173);

if (!/^\d*$/.test(wanted) || port > 65_535) {
  fail(`PORT is "${wanted}", which is no port. Use a number from 0 to 65535, such as PORT=5174 npm start.`);
}

const server = await createServer({
  configFile: fileURLToPath(new URL('../playground/vite.config.ts', import.meta.url)),
  server: { host: host || '127.0.0.1', port, strictPort: true },
});

try {
  await server.listen();
} catch (error) {
  await server.close();
  fail(explain(error));
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

/** Why it cannot listen, in words, and what to do. */
function explain({ code, message }) {
  const elsewhere = `choose another port: PORT=${port < 65_535 ? port + 1 : port - 1} npm start.`;
  // Vite says this one in words of its own.
  if (code === 'EADDRINUSE' || /already in use/.test(message))
    return `Port ${port} is taken: another program listens there, perhaps this one. Stop it, or ${elsewhere}`;
  if (code === 'EACCES')
    return `Port ${port} is not for every user of this machine. Choose one from 1024: PORT=5173 npm start.`;
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(code))
    return `HOST is "${host}", which is no address of this machine. Leave it out, or let all networks in: HOST=0.0.0.0 npm start.`;
  return `The playground cannot listen on port ${port}: ${message}`;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
