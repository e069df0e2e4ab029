import { gatherEnough, promisedBy } from '../../src/sip/gathering.js';

type Kind = 'host' | 'srflx' | 'prflx' | 'relay';

/** A peer connection that finds the candidates that a test tells it to find. */
class Gatherer extends EventTarget {
  iceGatheringState: RTCIceGatheringState = 'new';
  localDescription = { type: 'offer', sdp: 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n' };
  listeners = 0;

  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.listeners += 1;
    super.addEventListener(...args);
  }

  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.listeners -= 1;
    super.removeEventListener(...args);
  }

  find(kind: Kind, protocol: 'udp' | 'tcp' = 'udp', { parsed = true } = {}): void {
    const candidate = `candidate:1 1 ${protocol.toUpperCase()} 1 192.0.2.1 4000 typ ${kind}`;
    this.localDescription.sdp += `a=${candidate}\r\n`;
    this.#tell(parsed ? { candidate, type: kind, protocol } : { candidate });
  }

  /** An empty candidate ends each generation, and null ends them all. */
  complete(): void {
    this.#tell({ candidate: '' });
    this.iceGatheringState = 'complete';
    this.dispatchEvent(new Event('icegatheringstatechange'));
    this.#tell(null);
  }

  #tell(candidate: object | null): void {
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate }));
  }
}

const STUN: RTCIceServer = { urls: 'stun:stun.example.com' };
const TURN: RTCIceServer = { urls: ['turn:turn.example.com', 'turns:turn.example.com?transport=tcp'] };

describe('gathering', () => {
  let connection: Gatherer;

  beforeEach(() => {
    vi.useFakeTimers();
    connection = new Gatherer();
  });

  afterEach(() => {
    // Whatever the outcome, nothing is left behind.
    expect(vi.getTimerCount()).toBe(0);
    expect(connection.listeners).toBe(0);
    vi.useRealTimers();
  });

  const gather = (iceServers: RTCIceServer[] = [], policy: RTCIceTransportPolicy = 'all', limit = 500) => {
    let outcome: 'waits' | 'enough' | 'nothing' = 'waits';
    void gatherEnough(connection as unknown as RTCPeerConnection, { iceServers, policy, limit }).then(
      () => {
        outcome = 'enough';
      },
      () => {
        outcome = 'nothing';
      },
    );
    return async (ms: number) => {
      await vi.advanceTimersByTimeAsync(ms);
      return outcome;
    };
  };

  it('ends 5 ms after the first UDP host candidate', async () => {
    const outcomeIn = gather();
    expect(await outcomeIn(20)).toBe('waits');
    connection.find('host');
    expect(await outcomeIn(4)).toBe('waits');
    expect(await outcomeIn(1)).toBe('enough');
  });

  it('does not count the 5 ms anew for a second candidate', async () => {
    const outcomeIn = gather();
    connection.find('host');
    await outcomeIn(4);
    connection.find('host');
    expect(await outcomeIn(1)).toBe('enough');
  });

  it('goes on after a TCP candidate, which no phone listens on', async () => {
    const outcomeIn = gather();
    connection.find('host', 'tcp');
    expect(await outcomeIn(100)).toBe('waits');
    connection.find('host');
    expect(await outcomeIn(5)).toBe('enough');
  });

  it('waits for a reflexive candidate too where there is a STUN server', async () => {
    const outcomeIn = gather([STUN]);
    connection.find('host');
    expect(await outcomeIn(100)).toBe('waits');
    connection.find('srflx');
    expect(await outcomeIn(5)).toBe('enough');
  });

  it('waits for a relay too where there is a TURN server', async () => {
    const outcomeIn = gather([STUN, TURN]);
    connection.find('host');
    connection.find('srflx');
    expect(await outcomeIn(100)).toBe('waits');
    connection.find('relay');
    expect(await outcomeIn(5)).toBe('enough');
  });

  it('takes candidates in any order', async () => {
    const outcomeIn = gather([STUN, TURN]);
    connection.find('relay');
    connection.find('srflx');
    expect(await outcomeIn(100)).toBe('waits');
    connection.find('host');
    expect(await outcomeIn(5)).toBe('enough');
  });

  it('reads the candidate line where the browser has not', async () => {
    const outcomeIn = gather([STUN]);
    connection.find('host', 'udp', { parsed: false });
    connection.find('srflx', 'udp', { parsed: false });
    expect(await outcomeIn(5)).toBe('enough');
  });

  it('makes do with what there is when the limit passes', async () => {
    const outcomeIn = gather([STUN, TURN]);
    connection.find('host');
    expect(await outcomeIn(499)).toBe('waits');
    expect(await outcomeIn(1)).toBe('enough');
  });

  it('makes do with what there is when the browser finds no more', async () => {
    const outcomeIn = gather([STUN]);
    connection.find('host');
    connection.complete();
    expect(await outcomeIn(0)).toBe('enough');
  });

  it('fails when the limit passes with nothing to send', async () => {
    const outcomeIn = gather();
    expect(await outcomeIn(499)).toBe('waits');
    expect(await outcomeIn(1)).toBe('nothing');
  });

  it('fails at once when the browser finds nothing at all', async () => {
    const outcomeIn = gather();
    connection.complete();
    expect(await outcomeIn(0)).toBe('nothing');
  });

  describe('with nothing but relays allowed', () => {
    it('ends at the first relay', async () => {
      const outcomeIn = gather([STUN, TURN], 'relay', 5_000);
      expect(await outcomeIn(4_000)).toBe('waits');
      connection.find('relay');
      expect(await outcomeIn(0)).toBe('enough');
    });

    it('fails when no relay answers in time', async () => {
      const outcomeIn = gather([TURN], 'relay', 5_000);
      expect(await outcomeIn(4_999)).toBe('waits');
      expect(await outcomeIn(1)).toBe('nothing');
    });
  });
});

describe('what ICE servers promise', () => {
  it.each([
    ['nothing without servers', [], 'all', { srflx: false, relay: false }],
    ['a reflexive address by STUN', [STUN], 'all', { srflx: true, relay: false }],
    ['a relay by TURN', [TURN], 'all', { srflx: false, relay: true }],
    ['both by both', [STUN, TURN], 'all', { srflx: true, relay: true }],
    ['both by one entry', [{ urls: ['STUNS:a', 'TURN:a'] }], 'all', { srflx: true, relay: true }],
    [
      'no reflexive address when only relays are allowed',
      [STUN, TURN],
      'relay',
      { srflx: false, relay: true },
    ],
  ] as const)('%s', (_, servers, policy, promised) => {
    const iceServers = servers.map(({ urls }) => ({ urls: [urls].flat() }));
    expect(promisedBy(iceServers, policy)).toEqual(promised);
  });
});
