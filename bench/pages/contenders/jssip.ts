import JsSIP from 'jssip';
import type { Contender } from '../contender.js';

let agent: JsSIP.UA;
let session: ReturnType<JsSIP.UA['call']>;
let pcConfig: RTCConfiguration;
const player = new Audio();

/** JsSIP by itself. */
export const contender: Contender = {
  async register({ server, domain, user, password, iceServers }) {
    pcConfig = { iceServers };
    agent = new JsSIP.UA({
      sockets: [new JsSIP.WebSocketInterface(server)],
      uri: `sip:${user}@${domain}`,
      password,
    });
    await new Promise<void>((resolve) => {
      agent.once('registered', () => resolve());
      agent.start();
    });
  },
  call(uri) {
    session = agent.call(uri, { mediaConstraints: { audio: true, video: false }, pcConfig });
    session.connection.addEventListener('track', ({ streams: [stream] }) => {
      player.srcObject = stream ?? null;
      void player.play();
    });
  },
  async hangup() {
    if (session.isEnded()) return;
    const ended = new Promise<void>((resolve) => {
      session.once('ended', () => resolve());
      session.once('failed', () => resolve());
    });
    session.terminate();
    await ended;
  },
};
