import type { CallId, Phone, PhoneState } from '../../../src/phone/index.js';
import { createPhone } from '../../../src/phone/index.js';
import type { Contender } from '../contender.js';

let phone: Phone;
let id: Promise<CallId>;

/** This package. */
export const contender: Contender = {
  async register({ server, domain, user, password, iceServers }) {
    phone = createPhone({
      server,
      aor: `sip:${user}@${domain}`,
      credentials: { username: user, password },
      iceServers,
    });
    phone.connect();
    await until((state) => state.registration === 'registered');
  },
  call(uri) {
    id = phone.call(uri);
  },
  async hangup() {
    await phone.hangup(await id);
    await until((state) => state.calls.every((call) => call.state === 'terminated'));
    phone.dismiss(await id);
  },
};

function until(isSo: (state: PhoneState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = phone.store.subscribe(check);
    function check() {
      if (!isSo(phone.store.getState())) return;
      stop();
      resolve();
    }
    check();
  });
}
