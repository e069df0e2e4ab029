import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createMedia, type Media, type Microphone } from '../../src/media/index.js';

/** Chromium's fake microphones beep once a second. */
const beep = { timeout: 5_000 };

let media: Media;

beforeEach(() => {
  localStorage.clear();
  media = createMedia();
});

async function openMicrophone(): Promise<Microphone> {
  const microphone = await media.openMicrophone();
  onTestFinished(() => microphone.close());
  return microphone;
}

function watch(): void {
  onTestFinished(media.watch());
}

/** Two speakers that can be chosen. */
async function speakers(): Promise<[string, string]> {
  watch();
  const named = () => media.getState().devices.speakers.filter(({ id, label }) => id !== 'default' && label);
  await vi.waitFor(() => expect(named().length).toBeGreaterThan(1));
  const [first, second] = named();
  return [first?.id ?? '', second?.id ?? ''];
}

/** Hears a track through the media's own meter. */
function loudest(track: MediaStreamTrack): { level: number } {
  const heard = { level: 0 };
  onTestFinished(
    media.meter(track, (level) => {
      heard.level = Math.max(heard.level, level);
    }),
  );
  return heard;
}

/** Listens to whatever reaches the speakers by Web Audio: the loudest frequency so far, and where it goes. */
function tapSpeakers(): { decibels: number; frequency: number; context: AudioContext | null } {
  const heard = { decibels: Number.NEGATIVE_INFINITY, frequency: 0, context: null as AudioContext | null };
  const connect = AudioNode.prototype.connect as (this: AudioNode, target: AudioNode) => AudioNode;
  const listeners: ReturnType<typeof setInterval>[] = [];

  vi.spyOn(AudioNode.prototype, 'connect').mockImplementation(function (this: AudioNode, target: unknown) {
    const node = target as AudioNode;
    if (!(node instanceof AudioDestinationNode)) return connect.call(this, node);
    heard.context = node.context as AudioContext;
    const analyser = new AnalyserNode(this.context, { fftSize: 8192 });
    connect.call(this, analyser);
    const bins = new Float32Array(analyser.frequencyBinCount);
    const listen = () => {
      analyser.getFloatFrequencyData(bins);
      const peak = Math.max(...bins);
      if (peak <= heard.decibels) return;
      heard.decibels = peak;
      heard.frequency = (bins.indexOf(peak) * this.context.sampleRate) / analyser.fftSize;
    };
    listeners.push(setInterval(listen, 50));
    return connect.call(this, node);
  });
  onTestFinished(() => listeners.forEach(clearInterval));
  return heard;
}

describe('a microphone', () => {
  it('opens, is heard, and is let go', async () => {
    const microphone = await openMicrophone();
    const heard = loudest(microphone.track);
    await vi.waitFor(() => expect(heard.level).toBeGreaterThan(0.3), beep);
    microphone.close();
    expect(microphone.track.readyState).toBe('ended');
    expect(media.getState().devices.permission).toBe('granted');
  });

  it('is silent in the meter while it is muted', async () => {
    const { track } = await openMicrophone();
    track.enabled = false;
    const levels: number[] = [];
    onTestFinished(media.meter(track, (level) => levels.push(level)));
    await vi.waitFor(() => expect(levels.length).toBeGreaterThan(30), beep);
    expect(Math.max(...levels)).toBe(0);
  });

  it('is silent in the meter when it has ended', async () => {
    const { track } = await openMicrophone();
    track.stop();
    const levels: number[] = [];
    onTestFinished(media.meter(track, (level) => levels.push(level)));
    await vi.waitFor(() => expect(levels.length).toBeGreaterThan(5), beep);
    expect(Math.max(...levels)).toBe(0);
  });

  it('is measured about 20 times a second', async () => {
    const { track } = await openMicrophone();
    const callback = vi.fn();
    const started = performance.now();
    onTestFinished(media.meter(track, callback));
    await vi.waitFor(() => expect(callback).toHaveBeenCalledTimes(20), beep);
    expect(performance.now() - started).toBeGreaterThan(800);
  });

  it('changes under an open one', async () => {
    watch();
    await vi.waitFor(() => expect(media.getState().devices.microphones.length).toBeGreaterThan(1));
    const microphone = await openMicrophone();
    const first = microphone.track;
    const other = media
      .getState()
      .devices.microphones.find(({ id }) => id !== first.getSettings().deviceId && id !== 'default');
    if (!other) throw new Error('There is no other microphone.');
    const onTrackChange = vi.fn();
    microphone.onTrackChange = onTrackChange;
    await media.choose('microphone', other.id);
    expect(microphone.track.getSettings().deviceId).toBe(other.id);
    expect(onTrackChange).toHaveBeenCalledExactlyOnceWith(microphone.track);
    expect([first.readyState, microphone.track.readyState]).toEqual(['ended', 'live']);
    const heard = loudest(microphone.track);
    await vi.waitFor(() => expect(heard.level).toBeGreaterThan(0.3), beep);
  });

  it('is the default where the chosen one is not known any more', async () => {
    const gone = { id: 'gone', label: 'Gone' };
    localStorage.setItem(
      'hookswitch.devices',
      JSON.stringify({ microphone: gone, speaker: gone, ringer: gone }),
    );
    const { track } = await openMicrophone();
    expect(track.readyState).toBe('live');
    await vi.waitFor(() => expect(media.getState().devices.microphone).toBe('default'));
    expect(media.getState().devices).toMatchObject({ speaker: 'default', ringer: 'default' });
  });
});

describe('the devices', () => {
  it('have names, and can be chosen', async () => {
    watch();
    await vi.waitFor(() => expect(media.getState().devices.permission).toBe('granted'));
    await vi.waitFor(() => expect(media.getState().devices.microphones.length).toBeGreaterThan(1));
    const { microphones, canChooseSpeaker } = media.getState().devices;
    expect(microphones[0]?.id).toBe('default');
    expect(microphones.slice(1).every(({ id, label }) => id && label)).toBe(true);
    expect(canChooseSpeaker).toBe(true);
  });

  it('refuse one that is not there', async () => {
    await expect(media.choose('speaker', 'nothing')).rejects.toMatchObject({ code: 'device-missing' });
  });
});

describe('sound', () => {
  it('rings', async () => {
    const heard = tapSpeakers();
    onTestFinished(media.ring());
    await vi.waitFor(() => expect(heard.decibels).toBeGreaterThan(-40), beep);
    expect(heard.frequency).toBeGreaterThan(600);
    expect(heard.frequency).toBeLessThan(3_000);
  });

  it('rings on the chosen ringer, and on another one from the moment that it is chosen', async () => {
    const [first, second] = await speakers();
    await media.choose('ringer', first);
    const heard = tapSpeakers();
    onTestFinished(media.ring());
    const sinkId = () => (heard.context as (AudioContext & { sinkId: string }) | null)?.sinkId;
    await vi.waitFor(() => expect(sinkId()).toBe(first));
    await media.choose('ringer', second);
    expect(sinkId()).toBe(second);
    await vi.waitFor(() => expect(heard.decibels).toBeGreaterThan(-40), beep);
  });

  it('says with 425 Hz that it rings at the other end', async () => {
    const heard = tapSpeakers();
    onTestFinished(media.ringback());
    await vi.waitFor(() => expect(Math.abs(heard.frequency - 425)).toBeLessThan(10), beep);
    expect(media.getState().sound).toBe('ready');
  });

  it('tests the speaker', async () => {
    const started = performance.now();
    await media.testSpeaker();
    expect(performance.now() - started).toBeGreaterThan(1_000);
  });

  it('of the other party plays, on the chosen speaker, until it is stopped', async () => {
    const [near, far] = [media.createPeerConnection({}), media.createPeerConnection({})];
    onTestFinished(() => {
      near.close();
      far.close();
    });
    near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined);
    far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined);
    const arrived = new Promise<MediaStreamTrack>((resolve) => {
      far.ontrack = ({ track }) => resolve(track);
    });
    near.addTrack((await openMicrophone()).track);
    await near.setLocalDescription();
    await far.setRemoteDescription(near.localDescription!);
    await far.setLocalDescription();
    await near.setRemoteDescription(far.localDescription!);

    const track = await arrived;
    const playback = media.play(media.createStream([track]));
    const audio = document.querySelector('audio');
    await vi.waitFor(() => expect(audio?.currentTime).toBeGreaterThan(0.2), beep);
    const heard = loudest(track);
    await vi.waitFor(() => expect(heard.level).toBeGreaterThan(0.3), beep);

    const [speaker] = await speakers();
    await media.choose('speaker', speaker);
    expect(audio?.sinkId).toBe(speaker);
    playback.stop();
    expect(audio?.srcObject).toBeNull();
    expect(document.querySelector('audio')).toBeNull();
  });
});

it('leaves no AudioContext behind', async () => {
  const contexts: AudioContext[] = [];
  const Original = window.AudioContext;
  window.AudioContext = class extends Original {
    constructor() {
      super();
      contexts.push(this);
    }
  };
  const { track } = await openMicrophone();
  const stops = [media.ring(), media.ringback(), media.meter(track, () => {}), media.meter(track, () => {})];
  expect(contexts).toHaveLength(3);
  for (const stop of stops) stop();
  await vi.waitFor(() => expect(contexts.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed']));
  window.AudioContext = Original;
});

afterEach(() => {
  expect(document.querySelectorAll('audio')).toHaveLength(0);
});
