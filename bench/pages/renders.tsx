import { createRoot } from 'react-dom/client';
import { PhoneProvider, Softphone, useCall, useMeter } from '../../src/index.js';
import { createPhone } from '../../src/phone/index.js';
import type { Settings } from './contender.js';
import { type RenderPath, rendered } from './renderLog.js';

let levels = 0;
const countLevel = () => {
  levels += 1;
};

function Meter() {
  const ref = useMeter(
    useCall(undefined, ({ id }) => id),
    countLevel,
  );
  return <output ref={ref} />;
}

let writes = 0;

/** Shows a Softphone beside a level meter. */
function show({ server, domain, user, password }: Settings): void {
  const phone = createPhone({
    server,
    aor: `sip:${user}@${domain}`,
    credentials: { username: user, password },
  });
  phone.store.subscribe(() => {
    writes += 1;
  });
  createRoot(document.querySelector('#root')!).render(
    <PhoneProvider phone={phone}>
      <Softphone />
      <Meter />
    </PhoneProvider>,
  );
}

/** What happened since it was asked last. */
function take(): { renders: RenderPath[]; writes: number; levels: number } {
  const taken = { renders: rendered.splice(0), writes, levels };
  writes = 0;
  levels = 0;
  return taken;
}

const renders = { show, take };
declare global {
  interface Window {
    renders: typeof renders;
  }
}
window.renders = renders;
