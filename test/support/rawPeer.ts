import {
  type Invitation,
  Inviter,
  Registerer,
  type SessionDescriptionHandlerFactory,
  UserAgent,
  Web,
} from 'sip.js';
import type { SocketFactory } from '../../src/sip/socket.js';
import { type TransportOptions, WebSocketTransport } from '../../src/sip/transport.js';

/** A stranger's phone: plain SIP.js with its own media handler, which a test plays by hand. */
export async function rawPeer(socket: SocketFactory, user: string) {
  const invitations: Invitation[] = [];
  const transportOptions: TransportOptions = {
    url: () => 'wss://hookswitch.test/sip',
    socket,
    onLost: () => {},
    trace: () => {},
    onFault: (error) => {
      throw error;
    },
  };
  const media = Web.defaultSessionDescriptionHandlerFactory() as unknown as SessionDescriptionHandlerFactory;
  const agent = new UserAgent({
    uri: UserAgent.makeURI(`sip:${user}@hookswitch.test`)!,
    authorizationUsername: user,
    authorizationPassword: user,
    transportConstructor: WebSocketTransport as never,
    transportOptions,
    sessionDescriptionHandlerFactory: media,
    sessionDescriptionHandlerFactoryOptions: {
      iceGatheringTimeout: 50,
      peerConnectionConfiguration: { iceServers: [] },
    },
    logBuiltinEnabled: false,
    logConfiguration: false,
    delegate: { onInvite: (invitation) => void invitations.push(invitation) },
  });
  await agent.start();
  const registerer = new Registerer(agent, { logConfiguration: false });
  await registerer.register();
  await vi.waitFor(() => expect(registerer.state).toBe('Registered'));

  return {
    agent,
    /** The invitation that came in, once it has. */
    invited: () =>
      vi.waitFor(() => {
        expect(invitations).not.toHaveLength(0);
        return invitations[0]!;
      }),
    async call(target: string): Promise<Inviter> {
      const inviter = new Inviter(agent, UserAgent.makeURI(`sip:${target}@hookswitch.test`)!);
      await inviter.invite();
      return inviter;
    },
    stop: () => agent.stop(),
  };
}
