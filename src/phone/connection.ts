import type { ConnectionFacts, RegistrationFact } from '../sip/index.js';
import type { PhoneContext } from './context.js';

/** A connection that never stood is told at once; one that was lost, when it does not come back soon. */
const PATIENCE = 3;

/** What the store knows of the connection and the registration. */
export function createConnection({
  get,
  set,
  report,
  clear,
}: Pick<PhoneContext, 'get' | 'set' | 'report' | 'clear'>) {
  let stood = false;
  return {
    /** The one door for facts about the connection. */
    onConnection(facts: ConnectionFacts): void {
      if (facts.transport === 'connected') {
        stood = true;
        clear('transport-failed');
      }
      set(facts);
      const refused = facts.transport === 'disconnected' && facts.attempt > 0;
      if (refused || (facts.transport === 'reconnecting' && facts.attempt === (stood ? PATIENCE : 1)))
        report('transport-failed');
    },
    /** The one door for facts about the registration. */
    onRegistration(registration: RegistrationFact, failures: number): void {
      if (registration === get().registration) return;
      set({ registration });
      if (registration === 'registered') clear('registration-rejected', 'transport-failed');
      if (registration === 'rejected') report('registration-rejected');
      // The server is there and does not do its work, or the page's credentials cannot be had.
      if (registration === 'unregistered' && failures === PATIENCE - 1) report('transport-failed');
    },
  };
}
