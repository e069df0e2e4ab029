import {
  type Core,
  type Invitation,
  Inviter,
  Registerer,
  type Session,
  SessionState,
  type URI,
  UserAgent,
} from 'sip.js';
import type { Exchange } from '../../src/testing/createExchange.js';
import { createNetwork } from '../../src/testing/network.js';
import { transportOn } from '../../src/testing/networkTransport.js';
import { Echo } from './echo.js';

const CALL_BACK_AFTER = 2_000;
const RING_LIMIT = 30_000;

/** A phone that nobody holds; it stops when the returned function is called. */
type Bot = { stop(): Promise<void> };

/** Answers every call and plays back what it hears. */
export const startEcho = (exchange: Exchange): Promise<Bot> =>
  startBot(exchange, 'echo', (invitation) => answer(invitation));

/** Answers like `echo`, and calls back two seconds after the call is over. */
export async function startCallback(exchange: Exchange): Promise<Bot> {
  const timers = new Set<NodeJS.Timeout>();
  const after = (delay: number, task: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      task();
    }, delay);
    timers.add(timer);
  };

  function callBack(agent: UserAgent, target: URI): void {
    const inviter = new Inviter(agent, target);
    takeDigits(inviter);
    inviter.invite().catch(ignore);
    after(RING_LIMIT, () => {
      if (inviter.state === SessionState.Establishing) inviter.cancel().catch(ignore);
    });
  }

  const bot = await startBot(exchange, 'callback', (invitation, agent) => {
    const caller = invitation.remoteIdentity.uri;
    invitation.stateChange.addListener((state) => {
      if (state === SessionState.Terminated) after(CALL_BACK_AFTER, () => callBack(agent, caller));
    });
    answer(invitation);
  });
  return {
    stop() {
      for (const timer of timers) clearTimeout(timer);
      return bot.stop();
    },
  };
}

async function startBot(
  exchange: Exchange,
  user: string,
  onInvite: (invitation: Invitation, agent: UserAgent) => void,
): Promise<Bot> {
  const uri = UserAgent.makeURI(`sip:${user}@${exchange.domain}`);
  if (!uri) throw new Error(`"${user}" is no user name.`);
  const agent: UserAgent = new UserAgent({
    uri,
    displayName: exchange.accounts[user]?.displayName ?? user,
    authorizationUsername: user,
    authorizationPassword: exchange.accounts[user]?.password ?? '',
    transportConstructor: transportOn(createNetwork(exchange), user),
    sessionDescriptionHandlerFactory: (session) => new Echo(() => hangUp(session)),
    logBuiltinEnabled: false,
    delegate: { onInvite: (invitation) => onInvite(invitation, agent) },
  });
  await agent.start();
  try {
    await register(agent);
  } catch (error) {
    await agent.stop();
    throw error;
  }
  return { stop: () => agent.stop() };
}

/** Resolves when the exchange has taken the registration; SIP.js itself only waits until it is sent. */
function register(agent: UserAgent): Promise<void> {
  return new Promise((resolve, reject) => {
    const onReject = ({ message }: Core.IncomingResponse) =>
      reject(new Error(`${agent.configuration.uri} was refused (${message.statusCode}).`));
    const requestDelegate = { onAccept: () => resolve(), onReject };
    new Registerer(agent).register({ requestDelegate }).catch(reject);
  });
}

function answer(invitation: Invitation): void {
  takeDigits(invitation);
  invitation.accept().catch(ignore);
}

/** SIP.js leaves INFO unanswered, and the phone that sends digits by it would wait. */
function takeDigits(session: Session): void {
  session.delegate = { onInfo: (info) => void info.accept() };
}

function hangUp(session: Session): void {
  if (session.state === SessionState.Established) session.bye().catch(ignore);
}

/** The caller may end a call at any moment, which makes whatever is under way fail. */
const ignore = () => {};
