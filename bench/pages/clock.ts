/**
 * One clock for every contender: it stands between the library and the browser, so that each is timed by what it
 * does and not by what it says. It has to be loaded before the library is.
 */
let clickedAt = 0;
let connection: RTCPeerConnection | null = null;
let onInvite: (() => void) | null = null;
let inviteTime: Promise<number>;
const tracks = new Set<MediaStreamTrack>();

const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) {
  if (onInvite && typeof data === 'string' && data.startsWith('INVITE ')) onInvite();
  return send.call(this, data);
};

const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = async (constraints) => {
  const stream = await getUserMedia(constraints);
  for (const track of stream.getTracks()) tracks.add(track);
  return stream;
};

window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    connection = this;
  }
};

/** Starts the clock. Throws when a microphone was left open, for that would make the next call faster. */
export function start(): void {
  const live = [...tracks].filter((track) => track.readyState === 'live');
  if (live.length > 0) throw new Error('The microphone is still open from the call before.');
  tracks.clear();
  connection = null;
  inviteTime = new Promise((resolve) => {
    onInvite = () => {
      resolve(performance.now() - clickedAt);
      onInvite = null;
    };
  });
  clickedAt = performance.now();
}

/** Resolves with the ms from the click until the INVITE went out. */
export function invited(): Promise<number> {
  return inviteTime;
}

/** Resolves with the ms from the click until the first audio packet from the far end came in. */
export async function timeToAudio(limit: number): Promise<number> {
  const giveUpAt = performance.now() + limit;
  while (performance.now() < giveUpAt) {
    await pause(60); // Chromium caches what getStats says for about 50 ms
    for (const stat of (await connection?.getStats())?.values() ?? []) {
      if (stat.type !== 'inbound-rtp' || !stat.packetsReceived) continue;
      // The statistics tell when the last packet came; they are sent every 20 ms.
      const first = stat.lastPacketReceivedTimestamp - (stat.packetsReceived - 1) * 20;
      return first - performance.timeOrigin - clickedAt;
    }
  }
  return Number.POSITIVE_INFINITY;
}

/** Resolves when every track is stopped and the connection is closed. */
export async function quiet(): Promise<void> {
  while ([...tracks].some((track) => track.readyState === 'live')) await pause(5);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
