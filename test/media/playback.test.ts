// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMedia } from '../../src/media/index.js';
import { FakeHardware } from '../../src/testing/media/hardware.js';
import { FakeStream, FakeTrack } from '../../src/testing/media/track.js';

const blocked = () => Promise.reject(new DOMException('play() failed', 'NotAllowedError'));

const play = vi.fn<() => Promise<void>>();
const setSinkId = vi.fn<(this: HTMLAudioElement, id: string) => Promise<void>>();
const pause = vi.fn();

function setup() {
  const hardware = new FakeHardware();
  const media = createMedia({ mediaDevices: hardware as unknown as MediaDevices, permissions: hardware });
  return { hardware, media };
}

const remote = () => new FakeStream([new FakeTrack()]) as unknown as MediaStream;
const players = () => [...document.querySelectorAll('audio')];
const sound = (media: ReturnType<typeof createMedia>) => media.getState().sound;

beforeEach(() => {
  play.mockReset().mockResolvedValue();
  setSinkId.mockReset().mockResolvedValue();
  pause.mockReset();
  Object.assign(HTMLMediaElement.prototype, { play, pause, setSinkId });
});

afterEach(() => {
  localStorage.clear();
  // @ts-expect-error the fake is taken away, as the browsers without it are
  delete HTMLMediaElement.prototype.setSinkId;
});

describe('playing', () => {
  it('plays in a hidden element, and leaves nothing behind', () => {
    const { media } = setup();
    const stream = remote();
    const playback = media.play(stream);
    const [audio] = players();
    expect(audio?.srcObject).toBe(stream);
    expect(audio).not.toBeVisible();
    expect(play).toHaveBeenCalledOnce();
    playback.stop();
    playback.stop();
    expect(players()).toEqual([]);
    expect(audio?.srcObject).toBeNull();
    expect(pause).toHaveBeenCalledOnce();
  });

  it('is silenced without being stopped', () => {
    const { media } = setup();
    const playback = media.play(remote());
    playback.setMuted(true);
    expect(players()[0]?.muted).toBe(true);
    playback.setMuted(false);
    expect(players()[0]?.muted).toBe(false);
    playback.stop();
  });

  it('goes on when something else pauses it, unless its stream has ended', async () => {
    const { media } = setup();
    const track = new FakeTrack();
    const playback = media.play(new FakeStream([track]) as unknown as MediaStream);
    players()[0]?.dispatchEvent(new Event('pause'));
    expect(play).toHaveBeenCalledTimes(2);
    track.stop();
    players()[0]?.dispatchEvent(new Event('pause'));
    expect(play).toHaveBeenCalledTimes(2);
    playback.stop();
  });
});

describe('sound that the browser blocks', () => {
  it.each(['pointerdown', 'keydown', 'touchend'])(
    'is told, and starts with the first %s anywhere',
    async (gesture) => {
      const { media } = setup();
      play.mockImplementation(blocked);
      const playback = media.play(remote());
      await vi.waitFor(() => expect(sound(media)).toBe('blocked'));

      document.body.dispatchEvent(new Event(gesture, { bubbles: true }));
      await vi.waitFor(() => expect(play).toHaveBeenCalledTimes(2));
      expect(sound(media)).toBe('blocked');

      play.mockResolvedValue();
      const button = document.body.appendChild(document.createElement('button'));
      button.addEventListener(gesture, (event) => event.stopPropagation());
      button.dispatchEvent(new Event(gesture, { bubbles: true }));
      await vi.waitFor(() => expect(sound(media)).toBe('ready'));
      expect(play).toHaveBeenCalledTimes(3);

      button.dispatchEvent(new Event(gesture, { bubbles: true }));
      expect(play).toHaveBeenCalledTimes(3);
      button.remove();
      playback.stop();
    },
  );

  it('starts when the person turns it on, all at once', async () => {
    const { media } = setup();
    play.mockImplementation(blocked);
    const playbacks = [media.play(remote()), media.play(remote())];
    await vi.waitFor(() => expect(sound(media)).toBe('blocked'));
    play.mockResolvedValue();
    await media.turnOnSound();
    expect(sound(media)).toBe('ready');
    expect(play).toHaveBeenCalledTimes(4);
    for (const playback of playbacks) playback.stop();
  });

  it('is not blocked any more when what was blocked has ended', async () => {
    const { media } = setup();
    play.mockImplementation(blocked);
    const playback = media.play(remote());
    await vi.waitFor(() => expect(sound(media)).toBe('blocked'));
    playback.stop();
    expect(sound(media)).toBe('ready');
    document.dispatchEvent(new Event('pointerdown'));
    expect(play).toHaveBeenCalledOnce();
  });

  it('is not told of one that was stopped before the browser answered', async () => {
    const { media } = setup();
    play.mockImplementation(blocked);
    const heard = vi.fn();
    media.subscribe(() => heard(sound(media)));
    media.play(remote()).stop();
    await vi.waitFor(() => expect(media.getState().devices.microphones).not.toEqual([]));
    expect(heard).not.toHaveBeenCalledWith('blocked');
  });

  it('is something that a gesture heals: other failures are not told', async () => {
    const { media } = setup();
    play.mockRejectedValue(new DOMException('The play() request was interrupted', 'AbortError'));
    const playback = media.play(remote());
    await vi.waitFor(() => expect(media.getState().devices.speakers).not.toEqual([]));
    expect(sound(media)).toBe('ready');
    playback.stop();
  });
});

describe('the speaker', () => {
  const sinks = () => setSinkId.mock.calls.map(([id]) => id);

  it('is the chosen one from the start', async () => {
    const { media } = setup();
    await media.choose('speaker', 'headset-speaker');
    setSinkId.mockClear();
    const playback = media.play(remote());
    expect(sinks()).toEqual(['headset-speaker']);
    expect(setSinkId.mock.contexts[0]).toBe(players()[0]);
    playback.stop();
  });

  it('changes while it plays', async () => {
    const { media } = setup();
    const playback = media.play(remote());
    expect(setSinkId).not.toHaveBeenCalled();
    await media.choose('speaker', 'headset-speaker');
    expect(setSinkId.mock.contexts).toContain(players()[0]);
    expect(media.getState().devices.speaker).toBe('headset-speaker');
    await media.choose('ringer', 'built-in-speaker');
    expect(setSinkId.mock.contexts.at(-1)).not.toBe(players()[0]);
    setSinkId.mockClear();
    await media.choose('speaker', 'default');
    expect(sinks()).toEqual(['', '']);
    playback.stop();
  });

  it('is the default while the chosen one is gone', async () => {
    const { media, hardware } = setup();
    await media.choose('speaker', 'headset-speaker');
    const playback = media.play(remote());
    await vi.waitFor(() => expect(media.getState().devices.speakers).toHaveLength(3));
    hardware.unplug('headset-speaker');
    await vi.waitFor(() => expect(sinks().at(-1)).toBe(''));
    expect(media.getState().devices.speaker).toBe('default');
    hardware.plug({ kind: 'audiooutput', id: 'headset-speaker', label: 'Headset earphones' });
    await vi.waitFor(() => expect(sinks().at(-1)).toBe('headset-speaker'));
    playback.stop();
  });

  it('is the default when the chosen one cannot be used', async () => {
    const { media } = setup();
    await media.choose('speaker', 'headset-speaker');
    setSinkId.mockReset().mockRejectedValueOnce(new DOMException('', 'NotFoundError')).mockResolvedValue();
    const playback = media.play(remote());
    await vi.waitFor(() => expect(sinks()).toEqual(['headset-speaker', '']));
    playback.stop();
  });

  it.each([
    ['NotFoundError', 'device-missing'],
    ['NotAllowedError', 'permission-denied'],
    ['AbortError', 'media-failed'],
  ])('stays as it was when the browser refuses another with %s', async (name, code) => {
    const { media } = setup();
    const playback = media.play(remote());
    setSinkId.mockRejectedValue(new DOMException('', name));
    await expect(media.choose('speaker', 'headset-speaker')).rejects.toMatchObject({ code });
    expect(media.getState().devices.speaker).toBe('default');
    playback.stop();
  });

  it('cannot be chosen where the browser does not let a page', async () => {
    // @ts-expect-error as in Safari
    delete HTMLMediaElement.prototype.setSinkId;
    const { media } = setup();
    const playback = media.play(remote());
    expect(media.getState().devices.canChooseSpeaker).toBe(false);
    await expect(media.choose('speaker', 'headset-speaker')).rejects.toMatchObject({ code: 'not-supported' });
    await media.choose('speaker', 'default');
    playback.stop();
  });
});
