// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMedia } from '../../src/media/index.js';
import { FakeHardware } from '../../src/testing/media/hardware.js';
import { FakeStream, FakeTarget } from '../../src/testing/media/track.js';

/** Set by a test: whether a new context may sound. */
let allowed = true;
let contexts: FakeContext[] = [];

class FakeContext extends FakeTarget {
  state: AudioContextState = 'suspended';
  readonly destination = {};
  readonly source = { connect: vi.fn(), start: vi.fn(), loop: false, onended: null as (() => void) | null };

  constructor() {
    super();
    contexts.push(this);
  }

  resume(): Promise<void> {
    if (!allowed) return new Promise(() => {});
    if (this.state !== 'running') {
      this.state = 'running';
      this.fire('statechange');
    }
    return Promise.resolve();
  }

  close = vi.fn(async () => {
    this.state = 'closed';
  });

  createBuffer = () => ({ copyToChannel: () => {} });
  createBufferSource = () => this.source;
  createMediaStreamDestination = () => ({ stream: new FakeStream() });
}

class ChromiumContext extends FakeContext {
  setSinkId = vi.fn(async () => {});
}

const setSinkId = vi.fn(async () => {});
const play = vi.fn(async () => {});

function setup() {
  const hardware = new FakeHardware();
  return createMedia({ mediaDevices: hardware as unknown as MediaDevices, permissions: hardware });
}

const players = () => [...document.querySelectorAll('audio')];
const sound = (media: ReturnType<typeof createMedia>) => media.getState().sound;

beforeEach(() => {
  vi.useFakeTimers();
  allowed = true;
  contexts = [];
  vi.stubGlobal('AudioContext', ChromiumContext);
  Object.assign(HTMLMediaElement.prototype, { play, pause: () => {}, setSinkId });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  localStorage.clear();
  setSinkId.mockClear();
  play.mockClear();
});

describe('ringing', () => {
  it('sounds over and over until it is stopped', () => {
    const media = setup();
    const stop = media.ring();
    const [context] = contexts;
    expect(context?.source.loop).toBe(true);
    expect(context?.source.connect).toHaveBeenCalledWith(context?.destination);
    expect(context?.source.start).toHaveBeenCalledOnce();
    stop();
    stop();
    expect(context?.close).toHaveBeenCalledOnce();
  });

  it('is one sound for all that ring', () => {
    const media = setup();
    const [first, second] = [media.ring(), media.ring()];
    expect(contexts).toHaveLength(1);
    first();
    expect(contexts[0]?.close).not.toHaveBeenCalled();
    second();
    expect(contexts[0]?.close).toHaveBeenCalledOnce();
    media.ring()();
    expect(contexts).toHaveLength(2);
  });

  it('is told to be blocked in a page that was never touched, and sounds with the first gesture', async () => {
    const media = setup();
    allowed = false;
    const stop = media.ring();
    await vi.advanceTimersByTimeAsync(500);
    expect(sound(media)).toBe('blocked');
    allowed = true;
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(0);
    expect(sound(media)).toBe('ready');
    expect(contexts[0]?.state).toBe('running');
    stop();
  });

  it('is blocked no more when the browser lets it sound by itself', async () => {
    const media = setup();
    allowed = false;
    const stop = media.ring();
    await vi.advanceTimersByTimeAsync(500);
    allowed = true;
    void contexts[0]?.resume();
    await vi.advanceTimersByTimeAsync(0);
    expect(sound(media)).toBe('ready');
    stop();
  });

  it('is blocked no more when it has stopped', async () => {
    const media = setup();
    allowed = false;
    const stop = media.ring();
    await vi.advanceTimersByTimeAsync(500);
    stop();
    expect(sound(media)).toBe('ready');
    await vi.advanceTimersByTimeAsync(500);
    expect(sound(media)).toBe('ready');
  });

  it('does no harm where there is no Web Audio', async () => {
    vi.stubGlobal('AudioContext', undefined);
    const media = setup();
    media.ring()();
    media.ringback()();
    await expect(media.testSpeaker()).rejects.toMatchObject({ name: 'MediaError' });
  });
});

describe('the ringer', () => {
  it('is the chosen one, and changes while it rings; ringback keeps to the speaker', async () => {
    const media = setup();
    await media.choose('ringer', 'built-in-speaker');
    const stops = [media.ring(), media.ringback()];
    const [ring, ringback] = contexts as [ChromiumContext, ChromiumContext];
    expect(ring.setSinkId.mock.calls).toEqual([['built-in-speaker']]);
    expect(ringback.setSinkId).not.toHaveBeenCalled();
    await media.choose('speaker', 'headset-speaker');
    expect(ringback.setSinkId.mock.calls).toEqual([['headset-speaker']]);
    await media.choose('ringer', 'default');
    expect(ring.setSinkId.mock.calls).toEqual([['built-in-speaker'], ['']]);
    for (const stop of stops) stop();
  });

  it('is chosen by an audio element where an AudioContext cannot', async () => {
    vi.stubGlobal('AudioContext', FakeContext);
    const media = setup();
    await media.choose('ringer', 'built-in-speaker');
    setSinkId.mockClear();
    const stop = media.ring();
    expect(contexts[0]?.source.connect).not.toHaveBeenCalledWith(contexts[0]?.destination);
    expect(players()).toHaveLength(1);
    expect(play).toHaveBeenCalledOnce();
    expect(setSinkId.mock.calls).toEqual([['built-in-speaker']]);
    stop();
    expect(players()).toEqual([]);
  });

  it('is where the system says where nothing can choose', () => {
    // @ts-expect-error as in Safari
    delete HTMLMediaElement.prototype.setSinkId;
    vi.stubGlobal('AudioContext', FakeContext);
    const stop = setup().ring();
    expect(contexts[0]?.source.connect).toHaveBeenCalledWith(contexts[0]?.destination);
    expect(players()).toEqual([]);
    stop();
  });
});

describe('testing the speaker', () => {
  it('resolves when the sound has ended', async () => {
    const media = setup();
    const testing = media.testSpeaker();
    expect(contexts[0]?.source.loop).toBe(false);
    contexts[0]?.source.onended?.();
    await testing;
    expect(contexts[0]?.close).toHaveBeenCalledOnce();
  });

  it('rejects when nothing is heard', async () => {
    allowed = false;
    const media = setup();
    const outcome = expect(media.testSpeaker()).rejects.toMatchObject({ code: 'media-failed' });
    await vi.advanceTimersByTimeAsync(5_000);
    await outcome;
    expect(contexts[0]?.close).toHaveBeenCalledOnce();
    expect(sound(media)).toBe('ready');
  });
});
