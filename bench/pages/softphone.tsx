import { createRoot } from 'react-dom/client';
import { createPhone, PhoneProvider, Softphone, useCall, useMeter } from '../../src/index.js';
import type { Settings } from './contender.js';

/** Writes to the phone's store, and levels that the meter was given. */
export const counts = { writes: 0, levels: 0 };

const countLevel = () => {
  counts.levels += 1;
};

function Meter() {
  const ref = useMeter(
    useCall(undefined, ({ id }) => id),
    countLevel,
  );
  return <output ref={ref} />;
}

/** A Softphone beside a level meter. */
export function show({ server, domain, user, password }: Settings): void {
  const phone = createPhone({
    server,
    aor: `sip:${user}@${domain}`,
    credentials: { username: user, password },
  });
  phone.store.subscribe(() => {
    counts.writes += 1;
  });
  createRoot(document.querySelector('#root')!).render(
    <PhoneProvider phone={phone}>
      <Softphone />
      <Meter />
    </PhoneProvider>,
  );
}
