import { describe, expect, it, onTestFinished, vi } from 'vitest';

type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

export interface PeerConnectionMaker {
  connection(): RTCPeerConnection;
  microphone(): Promise<MediaStreamTrack>;
}

/** What both the browser's peer connection and the fake have to do, so that tests over the fake mean something. */
export function describePeerConnection(name: string, make: PeerConnectionMaker): void {
  function connection(): RTCPeerConnection {
    const made = make.connection();
    onTestFinished(() => made.close());
    return made;
  }

  async function microphone(): Promise<MediaStreamTrack> {
    const track = await make.microphone();
    onTestFinished(() => track.stop());
    return track;
  }

  /** Exchanges an offer and an answer, the offerer's direction first. */
  async function negotiate(from: RTCPeerConnection, to: RTCPeerConnection): Promise<void> {
    await from.setLocalDescription();
    await to.setRemoteDescription(described(from.localDescription));
    await to.setLocalDescription();
    await from.setRemoteDescription(described(to.localDescription));
  }

  async function connectedPair() {
    const [alice, bob] = [connection(), connection()];
    const ours = alice.addTransceiver(await microphone());
    await alice.setLocalDescription();
    await gathered(alice);
    await bob.setRemoteDescription(described(alice.localDescription));
    const [theirs] = bob.getTransceivers();
    if (!theirs) throw new Error('Bob has no transceiver.');
    theirs.direction = 'sendrecv';
    await theirs.sender.replaceTrack(await microphone());
    await bob.setLocalDescription();
    await gathered(bob);
    await alice.setRemoteDescription(described(bob.localDescription));
    await vi.waitFor(() =>
      expect([alice.connectionState, bob.connectionState]).toEqual(['connected', 'connected']),
    );
    return { alice, bob, ours, theirs };
  }

  async function offered(direction: Direction = 'sendrecv') {
    const [alice, bob] = [connection(), connection()];
    alice.addTransceiver('audio', { direction });
    await alice.setLocalDescription();
    await bob.setRemoteDescription(described(alice.localDescription));
    const [theirs] = bob.getTransceivers();
    if (theirs) theirs.direction = 'sendrecv';
    await bob.setLocalDescription();
    const answer = bob.localDescription?.sdp ?? '';
    const setAnswer = (change: (sdp: string) => string) =>
      alice.setRemoteDescription({ type: 'answer', sdp: change(answer) });
    return { alice, bob, answer, setAnswer };
  }

  describe(name, () => {
    it('connects two ends, which then may send and receive', async () => {
      const { alice, bob, ours, theirs } = await connectedPair();
      expect([alice.signalingState, bob.signalingState]).toEqual(['stable', 'stable']);
      expect([ours.currentDirection, theirs.currentDirection]).toEqual(['sendrecv', 'sendrecv']);
      expect([ours.mid, theirs.mid]).toEqual(['0', '0']);
      await vi.waitFor(() => expect(ours.receiver.track.muted).toBe(false));
    });

    it('tells what it gathers, and puts it into its description', async () => {
      const alice = connection();
      alice.addTransceiver('audio');
      const told: string[] = [];
      alice.addEventListener('signalingstatechange', () => told.push(alice.signalingState));
      alice.addEventListener('icegatheringstatechange', () => told.push(alice.iceGatheringState));
      alice.addEventListener('icecandidate', ({ candidate }) => {
        told.push(candidate ? `${candidate.type} ${candidate.protocol}` : 'end');
      });
      await alice.setLocalDescription();
      expect(alice.localDescription?.sdp).toMatch(/^m=audio 9 UDP\/TLS\/RTP\/SAVPF 111 /m);
      await gathered(alice);
      await vi.waitFor(() => expect(told.at(-1)).toBe('end'));
      expect(told.slice(0, 3)).toEqual(['have-local-offer', 'gathering', 'host udp']);
      expect(told.at(-2)).toBe('complete');
      expect(alice.localDescription?.sdp).toMatch(/^a=candidate:\S+ 1 udp \d+ \S+ \d+ typ host/m);
      expect(alice.localDescription?.sdp).not.toMatch(/^m=audio 9 /m);
    });

    it('announces the track that the other end sends, once, before the answer', async () => {
      const [alice, bob] = [connection(), connection()];
      alice.addTransceiver('audio');
      const tracks: MediaStreamTrack[] = [];
      bob.addEventListener('track', ({ track }) => tracks.push(track));
      await alice.setLocalDescription();
      await bob.setRemoteDescription(described(alice.localDescription));
      expect(tracks.map(({ kind, muted }) => [kind, muted])).toEqual([['audio', true]]);
      expect(bob.getTransceivers().map(({ direction }) => direction)).toEqual(['recvonly']);
      await bob.setLocalDescription();
      await alice.setRemoteDescription(described(bob.localDescription));
      await negotiate(alice, bob);
      expect(tracks).toHaveLength(1);
    });

    it('goes on hold and comes back', async () => {
      const { alice, bob, ours, theirs } = await connectedPair();
      ours.direction = 'sendonly';
      await negotiate(alice, bob);
      expect([ours.currentDirection, theirs.currentDirection]).toEqual(['sendonly', 'recvonly']);
      expect(theirs.direction).toBe('sendrecv');
      expect(ours.receiver.track.muted).toBe(true);

      ours.direction = 'inactive';
      await negotiate(alice, bob);
      expect([ours.currentDirection, theirs.currentDirection]).toEqual(['inactive', 'inactive']);

      ours.direction = 'sendrecv';
      const tracks: MediaStreamTrack[] = [];
      alice.addEventListener('track', ({ track }) => tracks.push(track));
      await negotiate(alice, bob);
      expect([ours.currentDirection, theirs.currentDirection]).toEqual(['sendrecv', 'sendrecv']);
      expect(tracks).toEqual([ours.receiver.track]);
    });

    it.each<[Direction, Direction, string | RegExp]>([
      ['sendrecv', 'sendonly', 'recvonly'],
      ['sendrecv', 'inactive', 'inactive'],
      ['sendonly', 'recvonly', 'sendonly'],
      ['sendonly', 'sendrecv', /Incompatible receive direction/],
      ['sendonly', 'sendonly', /Incompatible receive direction/],
      ['recvonly', 'sendrecv', /Incompatible send direction/],
      ['recvonly', 'recvonly', /Incompatible send direction/],
      ['inactive', 'recvonly', /Incompatible send direction/],
    ])('takes for the offer %s the answer %s as %s', async (offer, answer, result) => {
      const { alice, setAnswer } = await offered(offer);
      const setting = setAnswer((sdp) =>
        sdp.replace(/a=(sendrecv|sendonly|recvonly|inactive)/, `a=${answer}`),
      );
      if (typeof result === 'string') {
        await setting;
        expect(alice.getTransceivers()[0]?.currentDirection).toBe(result);
      } else {
        await expect(setting).rejects.toThrow(result);
        expect(alice.signalingState).toBe('have-local-offer');
      }
    });

    it.each<[string, (sdp: string) => string, string | null]>([
      ['garbage', () => 'garbage', 'OperationError'],
      ['an empty answer', () => '', 'OperationError'],
      ['no fingerprint', (sdp) => sdp.replace(/a=fingerprint.*\r\n/, ''), 'InvalidAccessError'],
      ['no ICE', (sdp) => sdp.replace(/a=ice-(ufrag|pwd).*\r\n/g, ''), 'InvalidAccessError'],
      ['another kind', (sdp) => sdp.replace('m=audio', 'm=video'), 'InvalidAccessError'],
      [
        'another mid',
        (sdp) => sdp.replace('a=mid:0', 'a=mid:7').replace('BUNDLE 0', 'BUNDLE 7'),
        'InvalidAccessError',
      ],
      ['no role', (sdp) => sdp.replace('a=setup:active', 'a=setup:actpass'), 'InvalidAccessError'],
      ['line feeds alone', (sdp) => sdp.replaceAll('\r\n', '\n'), null],
      ['no mid', (sdp) => sdp.replace(/a=(mid|group).*\r\n/g, ''), null],
      ['no direction', (sdp) => sdp.replace(/a=sendrecv\r\n/, ''), null],
    ])('judges an answer with %s', async (_, change, error) => {
      const { alice, setAnswer } = await offered();
      const outcome = await setAnswer(change).then(
        () => null,
        ({ name }: DOMException) => name,
      );
      expect(outcome).toBe(error);
      expect(alice.signalingState).toBe(error ? 'have-local-offer' : 'stable');
    });

    it('drops what the answer refuses', async () => {
      const { alice, setAnswer } = await offered();
      await setAnswer((sdp) => sdp.replace(/m=audio \d+/, 'm=audio 0'));
      expect(alice.signalingState).toBe('stable');
      expect(alice.getTransceivers()).toEqual([]);
    });

    it('refuses audio that it has no codec for', async () => {
      const [alice, bob] = [connection(), connection()];
      alice.addTransceiver('audio');
      await alice.setLocalDescription();
      const sdp = described(alice.localDescription)
        .sdp.replace(/^(m=audio \d+ \S+).*$/m, '$1 99')
        .replace(/a=(rtpmap|fmtp|rtcp-fb).*\r\n/g, '')
        .replace('a=sendrecv', 'a=sendrecv\r\na=rtpmap:99 FOO/8000');
      await bob.setRemoteDescription({ type: 'offer', sdp });
      await bob.setLocalDescription();
      expect(bob.localDescription?.sdp).toMatch(/^m=audio 0 /m);
      expect(bob.getTransceivers()).toEqual([]);
    });

    it('answers video that is not wanted without sending or taking any', async () => {
      const [alice, bob] = [connection(), connection()];
      alice.addTransceiver('audio');
      alice.addTransceiver('video');
      await alice.setLocalDescription();
      await bob.setRemoteDescription(described(alice.localDescription));
      expect(bob.getTransceivers().map(({ receiver }) => receiver.track.kind)).toEqual(['audio', 'video']);
      bob.getTransceivers()[1]?.stop();
      await bob.setLocalDescription();
      await alice.setRemoteDescription(described(bob.localDescription));
      expect(alice.getTransceivers()[1]?.currentDirection ?? 'inactive').toBe('inactive');
    });

    it('takes an offer back', async () => {
      const { alice, ours } = await connectedPair();
      ours.direction = 'sendonly';
      await alice.setLocalDescription();
      await alice.setLocalDescription({ type: 'rollback' });
      expect(alice.signalingState).toBe('stable');
      expect([ours.mid, ours.currentDirection]).toEqual(['0', 'sendrecv']);
      await expect(alice.setLocalDescription({ type: 'rollback' })).rejects.toMatchObject({
        name: 'InvalidStateError',
      });
    });

    it('forgets what an offer brought that is taken back', async () => {
      const [alice, bob] = [connection(), connection()];
      alice.addTransceiver('audio');
      await alice.setLocalDescription();
      await bob.setRemoteDescription(described(alice.localDescription));
      await bob.setRemoteDescription({ type: 'rollback', sdp: '' });
      expect([bob.signalingState, bob.getTransceivers().length]).toEqual(['stable', 0]);
    });

    it('gives way to an offer that crosses its own', async () => {
      const { alice, bob } = await connectedPair();
      await alice.setLocalDescription();
      await bob.setLocalDescription();
      await bob.setRemoteDescription(described(alice.localDescription));
      expect(bob.signalingState).toBe('have-remote-offer');
      await bob.setLocalDescription();
      await alice.setRemoteDescription(described(bob.localDescription));
      expect([alice.signalingState, bob.signalingState]).toEqual(['stable', 'stable']);
    });

    it('refuses what does not fit its state', async () => {
      const { alice, answer, setAnswer } = await offered();
      const wrong = { name: 'InvalidStateError' };
      await expect(alice.createAnswer()).rejects.toMatchObject(wrong);
      await setAnswer((sdp) => sdp);
      await expect(alice.setRemoteDescription({ type: 'answer', sdp: answer })).rejects.toMatchObject(wrong);
      await expect(alice.createAnswer()).rejects.toMatchObject(wrong);
    });

    it('asks for new ways through the network when ICE restarts', async () => {
      const { alice, bob } = await connectedPair();
      const name = (connection: RTCPeerConnection) =>
        /a=ice-ufrag:(\S+)/.exec(connection.localDescription?.sdp ?? '')?.[1];
      const before = [name(alice), name(bob)];
      await alice.setLocalDescription(await alice.createOffer({ iceRestart: true }));
      await bob.setRemoteDescription(described(alice.localDescription));
      await bob.setLocalDescription();
      await alice.setRemoteDescription(described(bob.localDescription));
      expect(name(alice)).not.toBe(before[0]);
      expect(name(bob)).not.toBe(before[1]);
    });

    it('sends keypad tones in their order, and only while it may send', async () => {
      const { alice, bob, ours, theirs } = await connectedPair();
      const { dtmf } = ours.sender;
      if (!dtmf) throw new Error('The sender has no keypad.');
      const tones: string[] = [];
      dtmf.addEventListener('tonechange', ({ tone }) => tones.push(tone));
      expect(() => dtmf.insertDTMF('1x')).toThrow(expect.objectContaining({ name: 'InvalidCharacterError' }));
      dtmf.insertDTMF('1a', 100, 70);
      expect(dtmf.toneBuffer).toBe('1A');
      dtmf.insertDTMF(`${dtmf.toneBuffer}#`, 100, 70);
      await vi.waitFor(() => expect(tones).toEqual(['1', 'A', '#', '']), 2_000);

      ours.direction = 'sendonly';
      await negotiate(alice, bob);
      expect([dtmf.canInsertDTMF, theirs.sender.dtmf?.canInsertDTMF]).toEqual([true, false]);
      expect(() => theirs.sender.dtmf?.insertDTMF('1')).toThrow(
        expect.objectContaining({ name: 'InvalidStateError' }),
      );
    });

    it('exchanges its microphone for one of the same kind', async () => {
      const { ours } = await connectedPair();
      const other = await microphone();
      await ours.sender.replaceTrack(other);
      expect(ours.sender.track).toBe(other);
      await ours.sender.replaceTrack(null);
      expect(ours.sender.track).toBeNull();
    });

    it('does nothing more once closed', async () => {
      const alice = connection();
      const transceiver = alice.addTransceiver('audio');
      const fired = vi.fn();
      for (const type of ['signalingstatechange', 'connectionstatechange', 'icecandidate']) {
        alice.addEventListener(type, fired);
      }
      alice.close();
      alice.close();
      expect([alice.signalingState, alice.connectionState, alice.iceConnectionState]).toEqual([
        'closed',
        'closed',
        'closed',
      ]);
      const closed = { name: 'InvalidStateError' };
      await expect(alice.createOffer()).rejects.toMatchObject(closed);
      await expect(alice.setLocalDescription()).rejects.toMatchObject(closed);
      await expect(alice.setRemoteDescription({ type: 'offer', sdp: '' })).rejects.toMatchObject(closed);
      await expect(transceiver.sender.replaceTrack(null)).rejects.toMatchObject(closed);
      expect(() => alice.addTransceiver('audio')).toThrow(expect.objectContaining(closed));
      expect(transceiver.direction).toBe('stopped');
      expect(fired).not.toHaveBeenCalled();
    });

    it('never settles what was under way when it closed', async () => {
      const alice = connection();
      alice.addTransceiver('audio');
      const settled = vi.fn();
      alice.setLocalDescription().then(settled, settled);
      alice.close();
      const other = connection();
      other.addTransceiver('audio');
      await other.setLocalDescription();
      await gathered(other);
      expect(settled).not.toHaveBeenCalled();
    });
  });
}

function described(description: RTCSessionDescription | null): { type: RTCSdpType; sdp: string } {
  if (!description) throw new Error('There is no description.');
  return { type: description.type, sdp: description.sdp };
}

async function gathered(connection: RTCPeerConnection): Promise<void> {
  await vi.waitFor(() => expect(connection.iceGatheringState).toBe('complete'), 3_000);
}
