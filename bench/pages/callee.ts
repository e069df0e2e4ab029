import {
  type Invitation,
  Registerer,
  RegistererState,
  type SessionDescriptionHandler,
  UserAgent,
  Web,
} from 'sip.js';
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
    sessionDescriptionHandlerFactoryOptions: { peerConnectionConfiguration: { iceServers } },
    delegate: {
      onInvite: (invitation: Invitation) => {
        invitation.delegate = { onSessionDescriptionHandler: answerAtOnce };
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

/** As soon as there is an address to be reached at, and the ones that come right behind it. */
function answerAtOnce(handler: SessionDescriptionHandler): void {
  if (!(handler instanceof Web.SessionDescriptionHandler)) return;
  handler.peerConnectionDelegate = {
    onicecandidate: () => setTimeout(() => handler.iceGatheringComplete(), 2),
  };
}

declare global {
  interface Window {
    register: typeof register;
  }
}
window.register = register;
