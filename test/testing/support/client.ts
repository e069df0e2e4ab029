import {
  type Invitation,
  Inviter,
  Registerer,
  RegistererState,
  type Session,
  SessionState,
  UserAgent,
} from 'sip.js';
import type { Exchange } from '../../../src/testing/index.js';
import type { Network } from '../../../src/testing/network.js';
import { transportOn } from '../../../src/testing/networkTransport.js';
import { until } from './until.js';

/** Stands in for WebRTC: agrees to everything and carries no sound. */
const silence = () => ({
  close() {},
  hasDescription: (type: string) => type === 'application/sdp',
  getDescription: async () => ({ body: 'v=0\r\n', contentType: 'application/sdp' }),
  setDescription: async () => {},
  sendDtmf: () => true,
});

/** A plain SIP.js user agent on a network in memory, with none of the phone in it. */
export function createClient(network: Network, { domain }: Exchange, user: string) {
  const invitations: Invitation[] = [];
  const agent = new UserAgent({
    uri: UserAgent.makeURI(`sip:${user}@${domain}`)!,
    authorizationUsername: user,
    authorizationPassword: user,
    transportConstructor: transportOn(network, user),
    sessionDescriptionHandlerFactory: silence,
    logBuiltinEnabled: false,
    gracefulShutdown: false,
    delegate: { onInvite: (invitation) => invitations.push(invitation) },
  });
  const registerer = new Registerer(agent);

  return {
    agent,
    /** Calls that came in, oldest first. */
    invitations,
    async register() {
      await (agent.isConnected() ? agent.transport.connect() : agent.start());
      await registerer.register();
      await until(() => expect(registerer.state).toBe(RegistererState.Registered));
    },
    /** Calls somebody; `statuses` fills with what comes back. */
    invite(target: string) {
      const statuses: number[] = [];
      const inviter = new Inviter(agent, UserAgent.makeURI(`sip:${target}@${domain}`)!);
      const note = ({ message }: { message: { statusCode?: number | undefined } }) => {
        statuses.push(message.statusCode ?? 0);
      };
      void inviter.invite({ requestDelegate: { onProgress: note, onAccept: note, onReject: note } });
      return { inviter, statuses };
    },
    async rings(): Promise<Invitation> {
      await until(() => expect(invitations.at(-1)?.state).toBe(SessionState.Initial));
      return invitations.at(-1)!;
    },
    stop: () => agent.stop(),
  };
}

export const reaches = (session: Session, state: SessionState) =>
  until(() => expect(session.state).toBe(state));
