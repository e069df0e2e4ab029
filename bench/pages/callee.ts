import { type Invitation, Registerer, RegistererState, UserAgent, Web } from 'sip.js';
import type { Settings } from './contender.js';

/** The far end of every call: answers at once, with a tone of its own so that it needs no microphone. */
async function register({ server, domain, user, password, iceServers }: Settings): Promise<void> {
  const context = new AudioContext();
  const oscillator = context.createOscillator();
  oscillator.start();
  const agent = new UserAgent({
    uri: UserAgent.makeURI(`sip:${user}@${domain}`)!,
    transportOptions: { server, traceSip: false },
    authorizationUsername: user,
    authorizationPassword: password,
    logBuiltinEnabled: false,
    sessionDescriptionHandlerFactory: Web.defaultSessionDescriptionHandlerFactory(async () => {
      const destination = context.createMediaStreamDestination();
      oscillator.connect(destination);
      return destination.stream;
    }),
    sessionDescriptionHandlerFactoryOptions: {
      iceGatheringTimeout: 5,
      peerConnectionConfiguration: { iceServers },
    },
    delegate: {
      onInvite: (invitation: Invitation) => {
        // A call that only its INVITE was timed of is cancelled before the answer is ready.
        invitation.accept().catch(() => {});
      },
    },
  });
  await agent.start();
  const registerer = new Registerer(agent);
  await new Promise<void>((resolve) => {
    registerer.stateChange.addListener((state) => state === RegistererState.Registered && resolve());
    void registerer.register();
  });
}

declare global {
  interface Window {
    register: typeof register;
  }
}
window.register = register;
