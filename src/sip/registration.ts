import type { Core, URI, UserAgent } from 'sip.js';
import type { HeldCredentials } from './credentials.js';
import { forgetRequest } from './internals.js';
import { backOff } from './keepConnected.js';

export type RegistrationFact = 'unregistered' | 'registering' | 'registered' | 'rejected';

export interface RegistrationOptions {
  agent: UserAgent;
  credentials: HeldCredentials;
  /** UUID that tells this phone from others of the same address (RFC 5626 section 4.1). */
  instanceId: string;
  /** Names this run of registrations: their Call-ID (RFC 3261 section 10.2.4). */
  callId: string;
  /** Asked-for lifetime of the binding, s. */
  expires: number;
  /** `failures`: how many attempts in a row came to nothing. */
  onChange(fact: RegistrationFact, failures: number): void;
  /** The credentials function rejected. */
  onFault(error: unknown): void;
}

const ANSWER_LIMIT = 10_000;
const UNREGISTER_LIMIT = 1_000;
const SHORTEST = 10;
const LONGEST = 86_400;
const ALLOW = 'Allow: ACK, BYE, CANCEL, INFO, INVITE, NOTIFY, OPTIONS';

type Outcome = { status: number; response: Core.IncomingResponseMessage | null };

/**
 * Keeps the phone's address bound to this connection (RFC 3261 section 10, RFC 5626): refreshes at 75 % of the
 * granted time, tries again after a failure, stops when the server says no. SIP.js's Registerer is not used: it
 * refreshes 1 % before the end, gives up on a failed refresh, and floods on an odd answer.
 */
export function createRegistration({
  agent,
  credentials,
  instanceId,
  callId,
  expires,
  onChange,
  onFault,
}: RegistrationOptions) {
  const core = agent.userAgentCore;
  const registrar: URI = agent.configuration.uri.clone();
  registrar.user = undefined;
  let fact: RegistrationFact = 'unregistered';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let lifetime = expires;
  /** Grows with each start and stop, so that an answer that comes late changes nothing. */
  let epoch = 0;
  let sequence = 0;
  /** Gives up the request that is out, as if it had gone unanswered. */
  let giveUp: (() => void) | null = null;
  const fromTag = callId.slice(0, 8);

  const enter = (next: RegistrationFact) => {
    if (next === fact) return;
    fact = next;
    onChange(next, failures);
  };

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void attempt(), ms);
  };

  /** Sends one REGISTER and waits for its final answer; status 408 when none comes in time. */
  const send = (seconds: number, limit: number) =>
    new Promise<Outcome>((resolve) => {
      sequence += 1;
      const { aor } = core.configuration;
      const contact = `${agent.contact.toString({ register: true })};+sip.instance="<urn:uuid:${instanceId}>";reg-id=1;expires=${seconds}`;
      const request = core.makeOutgoingRequestMessage(
        'REGISTER',
        registrar,
        aor,
        aor,
        { callId, fromTag, cseq: sequence },
        [`Contact: ${contact}`, `Expires: ${seconds}`, ALLOW],
      );
      const settle = (outcome: Outcome) => {
        clearTimeout(overdue);
        giveUp = null;
        // A challenged request went out again with the next number.
        sequence = request.cseq;
        resolve(outcome);
      };
      giveUp = () => {
        forgetRequest(core, sent);
        settle({ status: 408, response: null });
      };
      const overdue = setTimeout(giveUp, limit);
      const done = ({ message }: Core.IncomingResponse) =>
        settle({ status: message.statusCode ?? 0, response: message });
      const sent = core.register(request, { onAccept: done, onRedirect: done, onReject: done });
    });

  const attempt = async ({ renewed = false, raised = false } = {}): Promise<void> => {
    const mine = epoch;
    clearTimeout(timer);
    if (fact !== 'registered') enter('registering');
    try {
      await credentials.load();
    } catch (error) {
      if (mine !== epoch) return;
      onFault(error);
      failures += 1;
      enter('unregistered');
      return later(backOff(failures));
    }
    if (mine !== epoch) return;
    const { status, response } = await send(lifetime, ANSWER_LIMIT);
    if (mine !== epoch) return;

    if (status >= 200 && status < 300) {
      failures = 0;
      enter('registered');
      return later(granted(response) * 750);
    }
    const least = clamp(Number(response?.getHeader('Min-Expires')), lifetime, LONGEST);
    if (status === 423 && least > lifetime && !raised) {
      lifetime = least;
      return attempt({ renewed, raised: true });
    }
    if (status === 401 || status === 403 || status === 407) {
      credentials.forget();
      // A short-lived secret may just have run out: ask for another, once.
      if (credentials.canRenew && !renewed) return attempt({ renewed: true, raised });
      return enter('rejected');
    }
    if (status === 404) return enter('rejected');
    failures += 1;
    enter('unregistered');
    const asked = Number(response?.getHeader('Retry-After')?.match(/^\d+/)?.[0]);
    later(asked > 0 ? clamp(asked, 1, 3600) * 1000 : Math.max(1000, backOff(failures)));
  };

  /** Seconds that the registrar gave our contact. */
  const granted = (response: Core.IncomingResponseMessage | null): number => {
    const mine = agent.contact.uri.user;
    let seconds = response?.getHeader('Expires');
    const count = response?.getHeaders('contact').length ?? 0;
    for (let index = 0; index < count; index += 1) {
      const contact = response?.parseHeader('contact', index);
      if (contact?.uri?.user === mine) seconds = contact.getParam('expires') ?? seconds;
    }
    return clamp(Number(seconds), SHORTEST, LONGEST, lifetime);
  };

  return {
    /** The connection is there: binds the address to it. */
    start(): void {
      epoch += 1;
      failures = 0;
      giveUp?.();
      void attempt();
    },
    /** The connection is gone, and with it what was asked on it. */
    suspend(): void {
      epoch += 1;
      clearTimeout(timer);
      giveUp?.();
      enter('unregistered');
    },
    /** Takes the binding back; resolves when the server agreed, or after 1 s. */
    async stop(): Promise<void> {
      // A request that is out may yet bind it.
      const bound = fact === 'registered' || giveUp !== null;
      epoch += 1;
      clearTimeout(timer);
      giveUp?.();
      if (bound && agent.isConnected()) await send(0, UNREGISTER_LIMIT);
      enter('unregistered');
    },
  };
}

const clamp = (value: number, low: number, high: number, otherwise = low) =>
  Number.isFinite(value) && value > 0 ? Math.min(high, Math.max(low, value)) : otherwise;
