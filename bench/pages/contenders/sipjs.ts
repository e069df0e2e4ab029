import { Inviter, Registerer, RegistererState, type Session, SessionState, UserAgent, Web } from 'sip.js';
import type { Contender } from '../contender.js';

/** SIP.js by itself, with its defaults but for its STUN server at Google, and its logging. */
export function createSipJs(handlerOptions: { iceGatheringTimeout?: number } = {}): Contender {
  let agent: UserAgent;
  let inviter: Inviter;
  const player = new Audio();
  return {
    async register({ server, domain, user, password, iceServers }) {
      agent = new UserAgent({
        uri: UserAgent.makeURI(`sip:${user}@${domain}`)!,
        transportOptions: { server, traceSip: false },
        authorizationUsername: user,
        authorizationPassword: password,
        logBuiltinEnabled: false,
        sessionDescriptionHandlerFactoryOptions: {
          ...handlerOptions,
          peerConnectionConfiguration: { iceServers },
        },
      });
      await agent.start();
      const registerer = new Registerer(agent);
      await new Promise<void>((resolve) => {
        registerer.stateChange.addListener((state) => state === RegistererState.Registered && resolve());
        void registerer.register();
      });
    },
    call(uri) {
      inviter = new Inviter(agent, UserAgent.makeURI(uri)!, {
        sessionDescriptionHandlerOptions: { constraints: { audio: true, video: false } },
      });
      inviter.stateChange.addListener((state) => {
        const handler = inviter.sessionDescriptionHandler;
        if (state !== SessionState.Established || !(handler instanceof Web.SessionDescriptionHandler)) return;
        player.srcObject = handler.remoteMediaStream;
        void player.play();
      });
      void inviter.invite();
    },
    async hangup() {
      const ended = untilEnded(inviter);
      if (inviter.state === SessionState.Established) await inviter.bye();
      else await inviter.cancel();
      await ended;
    },
  };
}

function untilEnded(session: Session): Promise<void> {
  return new Promise((resolve) => {
    if (session.state === SessionState.Terminated) return resolve();
    session.stateChange.addListener((state) => state === SessionState.Terminated && resolve());
  });
}
