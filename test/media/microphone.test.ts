import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMedia, type Microphone } from '../../src/media/index.js';
import { FakeHardware, type FakeHardwareOptions } from '../../src/testing/media/hardware.js';

function setup(options: FakeHardwareOptions = {}) {
  const hardware = new FakeHardware(options);
  const media = createMedia({ mediaDevices: hardware as unknown as MediaDevices, permissions: hardware });
  return { hardware, media };
}

const settled = () => vi.advanceTimersByTimeAsync(300);
const deviceOf = (microphone: Microphone) => microphone.track.getSettings().deviceId;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('opening', () => {
  it('asks the browser in the same task', () => {
    const { media, hardware } = setup();
    void media.openMicrophone({ constraints: { echoCancellation: false } });
    expect(hardware.requests).toEqual([{ echoCancellation: false }]);
  });

  it('gives a live track, and stops it when closed, twice too', async () => {
    const { media, hardware } = setup();
    const microphone = await media.openMicrophone();
    expect(microphone.track.readyState).toBe('live');
    microphone.close();
    microphone.close();
    expect(hardware.liveTracks).toEqual([]);
  });

  it('tells the permission while the person is still being asked', async () => {
    const { media, hardware } = setup({ permission: 'prompt' });
    const opening = media.openMicrophone();
    await vi.waitFor(() => expect(media.getState().devices.permission).toBe('prompt'));
    hardware.allow();
    await opening;
    expect(media.getState().devices.permission).toBe('granted');
  });

  it('uses the device that was chosen', async () => {
    const { media } = setup();
    await media.choose('microphone', 'headset');
    expect(deviceOf(await media.openMicrophone())).toBe('headset');
  });

  it('takes the default when the chosen device is gone', async () => {
    const { media, hardware } = setup();
    await media.choose('microphone', 'headset');
    hardware.unplug('headset');
    const microphone = await media.openMicrophone();
    const onTrackChange = vi.fn();
    microphone.onTrackChange = onTrackChange;
    expect(deviceOf(microphone)).toBe('built-in');
    expect(hardware.requests).toEqual([{ deviceId: { exact: 'headset' } }, {}]);
    await settled();
    expect(media.getState().devices.microphone).toBe('default');
    expect(onTrackChange).not.toHaveBeenCalled();
  });

  it.each([
    ['NotFoundError', 'device-missing'],
    ['NotReadableError', 'device-busy'],
    ['AbortError', 'device-busy'],
    ['NotAllowedError', 'permission-denied'],
    ['SecurityError', 'media-failed'],
    ['OverconstrainedError', 'media-failed'],
    ['TypeError', 'media-failed'],
  ])('rejects %s as %s', async (name, code) => {
    const { media } = setup({ microphoneError: name });
    await expect(media.openMicrophone()).rejects.toMatchObject({ name: 'MediaError', code, cause: { name } });
  });

  it('rejects what a policy of the page forbids', async () => {
    const allowsFeature = vi.fn(() => false);
    vi.stubGlobal('document', { featurePolicy: { allowsFeature } });
    const { media } = setup({ microphoneError: 'NotAllowedError' });
    await expect(media.openMicrophone()).rejects.toMatchObject({ code: 'policy-blocked' });
    expect(allowsFeature).toHaveBeenCalledWith('microphone');
  });

  it('rejects where a page may have no microphone at all', async () => {
    vi.stubGlobal('navigator', {});
    await expect(createMedia().openMicrophone()).rejects.toMatchObject({ code: 'insecure-context' });
  });

  it('rejects a stream without a track, and stops what is in it', async () => {
    const { media, hardware } = setup();
    const stop = vi.fn();
    const empty = { getAudioTracks: () => [], getTracks: () => [{ stop }] } as unknown as MediaStream;
    vi.spyOn(hardware, 'getUserMedia').mockResolvedValue(empty);
    await expect(media.openMicrophone()).rejects.toMatchObject({ code: 'media-failed' });
    expect(stop).toHaveBeenCalledOnce();
  });

  it('gives up a prompt that nobody answers, and stops what is granted afterwards', async () => {
    const { media, hardware } = setup({ permission: 'prompt' });
    const outcome = expect(media.openMicrophone()).rejects.toMatchObject({ code: 'request-pending' });
    await vi.advanceTimersByTimeAsync(59_999);
    await vi.advanceTimersByTimeAsync(1);
    await outcome;
    hardware.allow();
    await settled();
    expect(hardware.tracks).toHaveLength(1);
    expect(hardware.liveTracks).toEqual([]);
  });

  it('rejects with the reason of its signal, and stops what is granted afterwards', async () => {
    const { media, hardware } = setup({ permission: 'prompt' });
    const abort = new AbortController();
    const outcome = expect(media.openMicrophone({ signal: abort.signal })).rejects.toBe('hung up');
    abort.abort('hung up');
    await outcome;
    hardware.allow();
    await settled();
    expect(hardware.tracks).toHaveLength(1);
    expect(hardware.liveTracks).toEqual([]);
  });

  it('stops what is granted in the moment of the abort, whichever comes first', async () => {
    const outcomes = new Set<string>();
    for (let ticks = 0; ticks < 20; ticks++) {
      const { media, hardware } = setup();
      const abort = new AbortController();
      const opening = media.openMicrophone({ signal: abort.signal }).then(
        (microphone) => {
          microphone.close();
          return 'opened';
        },
        (reason: unknown) => String(reason),
      );
      for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
      abort.abort('hung up');
      outcomes.add(await opening);
      await settled();
      expect(hardware.tracks).toHaveLength(1);
      expect(hardware.liveTracks).toEqual([]);
    }
    expect([...outcomes]).toEqual(['hung up', 'opened']);
  });

  it('asks for nothing when its signal is aborted already', async () => {
    const { media, hardware } = setup();
    await expect(media.openMicrophone({ signal: AbortSignal.abort('too late') })).rejects.toBe('too late');
    expect(hardware.requests).toEqual([]);
  });
});

describe('an open microphone', () => {
  it('moves to the device that is chosen, as loud and as muted as before', async () => {
    const { media, hardware } = setup();
    const microphones = await Promise.all([
      media.openMicrophone({ constraints: { autoGainControl: false } }),
      media.openMicrophone(),
    ]);
    const [first, second] = microphones;
    const heard: MediaStreamTrack[] = [];
    first.onTrackChange = (track) => heard.push(track);
    first.track.enabled = false;
    const before = first.track;

    await media.choose('microphone', 'headset');
    expect(microphones.map(deviceOf)).toEqual(['headset', 'headset']);
    expect(hardware.requests.at(-2)).toEqual({ autoGainControl: false, deviceId: { exact: 'headset' } });
    expect(heard).toEqual([first.track]);
    expect([first.track.enabled, second.track.enabled]).toEqual([false, true]);
    expect(before.readyState).toBe('ended');
    expect(hardware.liveTracks).toHaveLength(2);

    for (const microphone of microphones) microphone.close();
    expect(hardware.liveTracks).toEqual([]);
  });

  it('stays where it is when the chosen device cannot be opened', async () => {
    const { media, hardware } = setup();
    const microphone = await media.openMicrophone();
    const { track } = microphone;
    hardware.microphoneError = 'NotReadableError';
    await expect(media.choose('microphone', 'headset')).rejects.toMatchObject({ code: 'device-busy' });
    expect(microphone.track).toBe(track);
    expect(track.readyState).toBe('live');
    expect(media.getState().devices.microphone).toBe('default');
  });

  it('goes to the default when it is unplugged, and back when it is plugged in again', async () => {
    const { media, hardware } = setup();
    await media.choose('microphone', 'headset');
    const microphone = await media.openMicrophone();
    const devices: (string | undefined)[] = [];
    microphone.onTrackChange = (track) => devices.push(track.getSettings().deviceId);

    hardware.unplug('headset');
    await vi.waitFor(() => expect(devices).toEqual(['built-in']));
    await settled();
    hardware.plug({ kind: 'audioinput', id: 'headset', label: 'Headset microphone' });
    await settled();
    expect(devices).toEqual(['built-in', 'headset']);
    microphone.close();
    expect(hardware.liveTracks).toEqual([]);
  });

  it('comes back to life with the next microphone after the only one was unplugged', async () => {
    const { media, hardware } = setup({ devices: [{ kind: 'audioinput', id: 'webcam', label: 'Webcam' }] });
    const microphone = await media.openMicrophone();
    hardware.unplug('webcam');
    await settled();
    expect(microphone.track.readyState).toBe('ended');
    hardware.plug({ kind: 'audioinput', id: 'headset', label: 'Headset microphone' });
    await settled();
    expect(microphone.track.readyState).toBe('live');
    expect(deviceOf(microphone)).toBe('headset');
  });

  it('does not come back once closed', async () => {
    const { media, hardware } = setup();
    await media.choose('microphone', 'headset');
    const microphone = await media.openMicrophone();
    const onTrackChange = vi.fn();
    microphone.onTrackChange = onTrackChange;
    hardware.unplug('headset');
    microphone.close();
    await settled();
    expect(onTrackChange).not.toHaveBeenCalled();
    expect(hardware.liveTracks).toEqual([]);
  });

  it('ends where it is closed while it moves', async () => {
    const { media, hardware } = setup();
    const microphone = await media.openMicrophone();
    const moving = media.choose('microphone', 'headset');
    await vi.waitFor(() => expect(hardware.requests).toHaveLength(2));
    microphone.close();
    await moving;
    await settled();
    expect(hardware.liveTracks).toEqual([]);
  });

  it('is on the device that was chosen while it opened', async () => {
    const { media, hardware } = setup({ permission: 'prompt' });
    const opening = media.openMicrophone();
    hardware.status.state = 'granted';
    await media.choose('microphone', 'headset');
    hardware.allow();
    const microphone = await opening;
    await settled();
    expect(deviceOf(microphone)).toBe('headset');
    expect(hardware.liveTracks).toHaveLength(1);
  });

  it('survives what its listener throws', async () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const { media } = setup();
    const microphone = await media.openMicrophone();
    microphone.onTrackChange = () => {
      throw new Error('of the listener');
    };
    await media.choose('microphone', 'headset');
    expect(deviceOf(microphone)).toBe('headset');
    expect(report).toHaveBeenCalledOnce();
  });

  it('is left without its device when the permission is taken back', async () => {
    const { media, hardware } = setup();
    const microphone = await media.openMicrophone();
    hardware.deny();
    await settled();
    expect(microphone.track.readyState).toBe('ended');
    expect(media.getState().devices.permission).toBe('denied');
    expect(hardware.liveTracks).toEqual([]);
  });
});
