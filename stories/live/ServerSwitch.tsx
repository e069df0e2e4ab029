import { useState } from 'react';
import type { Live } from './LivePage.js';

/** Takes the server away from all phones, and brings it back. */
export function ServerSwitch({ live: { wire } }: { live: Live }) {
  const [up, setUp] = useState(true);
  const toggle = () => {
    if (up) wire.down();
    else wire.up();
    setUp(!up);
  };
  return (
    <section aria-label="Server">
      <h2>Server</h2>
      <div className="live-card">
        <label className="live-switch">
          <input type="checkbox" role="switch" checked={up} aria-checked={up} onChange={toggle} />
          Can be reached
        </label>
      </div>
    </section>
  );
}
