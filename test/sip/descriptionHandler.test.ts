import { DescriptionHandler, type DescriptionHandlerOptions } from '../../src/sip/descriptionHandler.js';
import { audioDirection } from '../../src/sip/sdp.js';
import { createFakeMedia, type FakeMediaOptions } from '../../src/testing/index.js';

const opened: DescriptionHandler[] = [];
afterEach(() => {
  for (const handler of opened.splice(0)) handler.close();
  vi.useRealTimers();
});

/** One end of a call, with its microphone. */
async function end(options: Partial<DescriptionHandlerOptions> = {}, fake: FakeMediaOptions = {}) {
  const media = createFakeMedia(fake);
  const told = { holds: [] as boolean[], tracks: 0 };
  const handler = new DescriptionHandler({
    createPeerConnection: media.createPeerConnection,
    iceServers: () => [],
    iceTransportPolicy: 'all',
    gatheringLimit: 500,
    onRemoteTrack: () => {
      told.tracks += 1;
    },
    onNegotiated: ({ remoteHold }) => void told.holds.push(remoteHold),
    ...options,
  });
  opened.push(handler);
  const { track } = await media.openMicrophone();
  handler.setMicrophone(Promise.resolve(track), { gatherEarly: true });
  return { media, handler, told, track, connection: () => media.connections[0]! };
}

type End = Awaited<ReturnType<typeof end>>;

/** An offer from one end, answered by the other. */
async function negotiate(from: End, to: End) {
  const offer = await from.handler.getDescription();
  await to.handler.setDescription(offer.body);
  const answer = await to.handler.getDescription();
  await from.handler.setDescription(answer.body);
  return { offer: audioDirection(offer.body), answer: audioDirection(answer.body) };
}

describe('offers and answers', () => {
  it.each([
    [false, false, 'sendrecv', 'sendrecv', [false, false]],
    [true, false, 'sendonly', 'recvonly', [false, true]],
    [false, true, 'sendrecv', 'sendonly', [true, false]],
    [true, true, 'sendonly', 'inactive', [true, true]],
  ])(
    'say who holds (offerer %s, answerer %s)',
    async (first, second, offer, answer, [seenByFirst, seenBySecond]) => {
      const a = await end();
      const b = await end();
      await negotiate(a, b);
      a.handler.setHeld(first);
      b.handler.setHeld(second);
      expect(await negotiate(a, b)).toEqual({ offer, answer });
      expect([a.told.holds.at(-1), b.told.holds.at(-1)]).toEqual([seenByFirst, seenBySecond]);
    },
  );

  it.each(['inactive', 'sendonly'])('come back to both ways after both held, first by %s', async (first) => {
    const a = await end();
    const b = await end();
    await negotiate(a, b);
    a.handler.setHeld(first === 'sendonly');
    b.handler.setHeld(true);
    await negotiate(a, b);
    a.handler.setHeld(false);
    b.handler.setHeld(false);
    expect(await negotiate(b, a)).toEqual({ offer: 'sendrecv', answer: 'sendrecv' });
  });

  it('can be taken back, either way, and made again', async () => {
    const a = await end();
    const b = await end();
    await negotiate(a, b);
    await a.handler.getDescription();
    await a.handler.rollbackDescription();
    expect(a.connection().signalingState).toBe('stable');
    const { body } = await b.handler.getDescription();
    await a.handler.setDescription(body);
    await a.handler.rollbackDescription();
    await b.handler.rollbackDescription();
    expect(await negotiate(a, b)).toEqual({ offer: 'sendrecv', answer: 'sendrecv' });
  });

  it('live with a phone that answers a hold with sendrecv', async () => {
    const a = await end();
    const b = await end();
    await negotiate(a, b);
    a.handler.setHeld(true);
    const offer = await a.handler.getDescription();
    await b.handler.setDescription(offer.body);
    const answer = await b.handler.getDescription();
    await a.handler.setDescription(answer.body.replace('a=recvonly', 'a=sendrecv'));
    expect(a.connection().signalingState).toBe('stable');
  });

  it('put the microphone on the audio, though video comes first', async () => {
    const a = await end();
    const b = await end();
    // A stranger offers video before audio.
    const stranger = b.media.createPeerConnection({});
    stranger.addTransceiver('video');
    stranger.addTransceiver('audio');
    await stranger.setLocalDescription(await stranger.createOffer());
    await a.handler.setDescription(stranger.localDescription!.sdp);
    const { body } = await a.handler.getDescription();
    const sending = a
      .connection()
      .getTransceivers()
      .filter(({ sender }) => sender.track);
    expect(sending.map(({ receiver }) => receiver.track.kind)).toEqual(['audio']);
    expect(audioDirection(body)).toBe('sendrecv');
    stranger.close();
  });
});

describe('the microphone', () => {
  it('is silent when muted or silenced, and stays so on another track', async () => {
    const a = await end();
    const b = await end();
    a.handler.setMuted(true);
    await negotiate(a, b);
    expect(a.track.enabled).toBe(false);
    const { track } = await a.media.openMicrophone();
    await a.handler.replaceTrack(track);
    expect(track.enabled).toBe(false);
    a.handler.setSilent(true);
    a.handler.setMuted(false);
    expect(track.enabled).toBe(false);
    a.handler.setSilent(false);
    expect(track.enabled).toBe(true);
  });

  it('keeps the description waiting, but not its candidates', async () => {
    const a = await end();
    let grant = (_track: MediaStreamTrack) => {};
    a.handler.setMicrophone(
      new Promise((resolve) => {
        grant = resolve;
      }),
      { gatherEarly: true },
    );
    let sent = false;
    const described = a.handler.getDescription().then(() => {
      sent = true;
    });
    await vi.waitFor(() => expect(a.connection().iceGatheringState).toBe('complete'));
    expect(sent).toBe(false);
    grant(a.track);
    await described;
  });
});

describe('candidates', () => {
  it('are waited for until a relay is found where only relays may be used, 5 s at most', async () => {
    vi.useFakeTimers();
    const turn: RTCIceServer[] = [{ urls: 'turn:relay.example.com', username: 'u', credential: 'p' }];
    const a = await end(
      { iceServers: () => turn, iceTransportPolicy: 'relay' },
      { candidates: [], gatheringCompletes: false },
    );
    const described = a.handler.getDescription();
    const failure = vi.fn();
    described.catch(failure);
    await vi.advanceTimersByTimeAsync(4_900);
    expect(failure).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(failure).toHaveBeenCalledOnce();
    expect(a.handler.failure).toBeInstanceOf(Error);
  });

  it('are not waited for again when the call changes', async () => {
    const a = await end({}, { gatheringCompletes: false });
    const b = await end();
    await negotiate(a, b);
    vi.useFakeTimers();
    // With the clock standing still, a wait would be for ever.
    expect((await a.handler.getDescription()).body).toMatch(/^a=candidate:/m);
  });
});

it('makes nothing any more once it is closed', async () => {
  const a = await end();
  a.handler.close();
  await expect(a.handler.getDescription()).rejects.toThrow('ended');
  await expect(a.handler.setDescription('v=0\r\n')).rejects.toThrow('ended');
  expect(a.handler.failure).toBeUndefined();
});
