import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMedia, type Media } from '../../src/media/index.js';
import { type FakeDevice, FakeHardware, type FakeHardwareOptions } from '../../src/testing/media/hardware.js';

/** As long as the devices may take to settle after one was plugged in. */
const settled = () => vi.advanceTimersByTimeAsync(300);

const headset: FakeDevice = { kind: 'audioinput', id: 'headset', label: 'Headset microphone' };

function memory(kept: Record<string, string> = {}) {
  return {
    kept,
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  };
}

function setup({
  storage = memory(),
  ...options
}: FakeHardwareOptions & { storage?: Pick<Storage, 'getItem' | 'setItem'> } = {}) {
  const hardware = new FakeHardware(options);
  const enumerate = vi.spyOn(hardware, 'enumerateDevices');
  const mediaDevices = hardware as unknown as MediaDevices;
  return {
    hardware,
    enumerate,
    storage,
    media: createMedia({ mediaDevices, permissions: hardware, storage }),
  };
}

const devices = (media: Media) => media.getState().devices;
const ids = (media: Media) => devices(media).microphones.map(({ id }) => id);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the lists', () => {
  it("begin with the system's choice", async () => {
    const { media } = setup();
    media.watch();
    await settled();
    expect(devices(media).microphones).toEqual([
      { id: 'default', label: '' },
      { id: 'built-in', label: 'Built-in microphone' },
      { id: 'headset', label: 'Headset microphone' },
    ]);
    expect(ids(media)).toEqual(['default', 'built-in', 'headset']);
  });

  it("use the browser's own words for the system's choice", async () => {
    const { media } = setup({
      devices: [headset, { kind: 'audioinput', id: 'default', label: 'Default - Headset' }],
    });
    media.watch();
    await settled();
    expect(devices(media).microphones).toEqual([
      { id: 'default', label: 'Default - Headset' },
      { id: 'headset', label: 'Headset microphone' },
    ]);
  });

  it('are empty where there is no device', async () => {
    const { media } = setup({ devices: [] });
    media.watch();
    await settled();
    expect(devices(media)).toMatchObject({ microphones: [], speakers: [], microphone: 'default' });
  });

  it('have no names before the permission, and get them with it', async () => {
    const { media, hardware } = setup({ permission: 'prompt' });
    media.watch();
    await settled();
    expect(devices(media)).toMatchObject({
      permission: 'prompt',
      microphones: [{ id: 'default', label: '' }],
    });

    const asking = media.requestPermission();
    hardware.allow();
    await asking;
    expect(devices(media).permission).toBe('granted');
    expect(ids(media)).toEqual(['default', 'built-in', 'headset']);
    expect(hardware.tracks).toHaveLength(1);
    expect(hardware.liveTracks).toEqual([]);
  });

  it('follow once when several devices come and go together', async () => {
    const { media, hardware, enumerate } = setup();
    media.watch();
    await settled();
    enumerate.mockClear();
    hardware.unplug('headset');
    hardware.unplug('headset-speaker');
    await vi.advanceTimersByTimeAsync(200);
    hardware.plug({ kind: 'audioinput', id: 'webcam', label: 'Webcam' });
    await vi.advanceTimersByTimeAsync(299);
    expect(enumerate).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(enumerate).toHaveBeenCalledOnce();
    expect(ids(media)).toEqual(['default', 'built-in', 'webcam']);
  });

  it('are watched until the last watcher let go', async () => {
    const { media, hardware, enumerate } = setup();
    const [first, second] = [media.watch(), media.watch()];
    await settled();
    first();
    first();
    hardware.plug({ kind: 'audioinput', id: 'webcam', label: 'Webcam' });
    await settled();
    expect(ids(media)).toContain('webcam');
    second();
    enumerate.mockClear();
    hardware.unplug('webcam');
    await settled();
    expect(enumerate).not.toHaveBeenCalled();
  });

  it('do not go back when an earlier answer arrives late', async () => {
    const { media, hardware, enumerate } = setup();
    const { promise, resolve } = late<MediaDeviceInfo[]>();
    enumerate.mockReturnValueOnce(promise);
    media.watch();
    await settled();
    hardware.unplug('headset');
    await settled();
    expect(ids(media)).toEqual(['default', 'built-in']);
    resolve([]);
    await settled();
    expect(ids(media)).toEqual(['default', 'built-in']);
  });

  it('stay as they are when the browser will not tell', async () => {
    const { media, enumerate } = setup();
    enumerate.mockRejectedValue(new DOMException('', 'NotAllowedError'));
    media.watch();
    await settled();
    expect(devices(media).microphones).toEqual([]);
  });
});

describe('the permission', () => {
  it('is known without asking the person, and followed while watched', async () => {
    const { media, hardware } = setup({ permission: 'prompt' });
    expect(devices(media).permission).toBe('unknown');
    const release = media.watch();
    await settled();
    expect(devices(media).permission).toBe('prompt');
    hardware.deny();
    expect(devices(media).permission).toBe('denied');
    release();
    hardware.allow();
    expect(devices(media).permission).toBe('denied');
    media.watch();
    await settled();
    expect(devices(media).permission).toBe('granted');
    expect(hardware.requests).toEqual([]);
  });

  it.each<[string, Pick<Permissions, 'query'> | undefined]>([
    ['does not know the name', { query: () => Promise.reject(new TypeError('microphone')) }],
    [
      'throws',
      {
        query: () => {
          throw new TypeError('microphone');
        },
      },
    ],
  ])('is learned from the microphone where the browser %s', async (_, permissions) => {
    const hardware = new FakeHardware({ permission: 'prompt' });
    const media = createMedia({
      mediaDevices: hardware as unknown as MediaDevices,
      ...(permissions && { permissions }),
    });
    media.watch();
    await settled();
    expect(devices(media).permission).toBe('unknown');
    const refused = expect(media.requestPermission()).rejects.toMatchObject({ code: 'permission-denied' });
    hardware.deny();
    await refused;
    expect(devices(media).permission).toBe('denied');
    hardware.allow();
    await media.requestPermission();
    expect(devices(media).permission).toBe('granted');
    expect(ids(media)).toContain('headset');
  });
});

describe('the choice', () => {
  it('is used at once and kept on this machine', async () => {
    const { media, storage, hardware } = setup();
    await media.choose('microphone', 'headset');
    expect(devices(media).microphone).toBe('headset');

    const later = createMedia({
      mediaDevices: hardware as unknown as MediaDevices,
      permissions: hardware,
      storage,
    });
    later.watch();
    expect(devices(later).microphone).toBe('headset');
    await settled();
    expect(devices(later)).toMatchObject({ microphone: 'headset', speaker: 'default', ringer: 'default' });
  });

  it('can be the system again', async () => {
    const { media, storage } = setup();
    await media.choose('microphone', 'headset');
    await media.choose('microphone', 'default');
    expect(devices(media).microphone).toBe('default');
    expect(storage).toMatchObject({ kept: { 'hookswitch.devices': '{}' } });
  });

  it('gives way when the device is gone and comes back with it', async () => {
    const { media, hardware } = setup();
    media.watch();
    await media.choose('microphone', 'headset');
    hardware.unplug('headset');
    await settled();
    expect(devices(media)).toMatchObject({ microphone: 'default', missing: { microphone: headset.label } });
    hardware.plug(headset);
    await settled();
    expect(devices(media)).toMatchObject({ microphone: 'headset', missing: {} });
  });

  it('is missing when the only device of its kind is gone', async () => {
    const { media, hardware } = setup({ devices: [headset] });
    media.watch();
    await media.choose('microphone', 'headset');
    hardware.unplug('headset');
    await settled();
    expect(devices(media)).toMatchObject({ microphones: [], missing: { microphone: headset.label } });
  });

  it('finds the device by its label when ids have changed', async () => {
    const { media, hardware } = setup();
    media.watch();
    await media.choose('microphone', 'headset');
    hardware.unplug('headset');
    hardware.plug({ ...headset, id: 'another-id' });
    await settled();
    expect(devices(media).microphone).toBe('another-id');
  });

  it('is taken on trust while devices have no names', async () => {
    const storage = memory({
      'hookswitch.devices': '{"microphone":{"id":"headset","label":"Headset microphone"}}',
    });
    const { media } = setup({ permission: 'prompt', storage });
    media.watch();
    await settled();
    expect(devices(media)).toMatchObject({ microphone: 'headset', missing: {} });
  });

  it('rejects a device that is not there', async () => {
    const { media } = setup();
    await expect(media.choose('microphone', 'nothing')).rejects.toMatchObject({ code: 'device-missing' });
    expect(devices(media).microphone).toBe('default');
  });

  it('is the last one made when several are made at once', async () => {
    const { media, hardware } = setup();
    hardware.plug({ kind: 'audioinput', id: 'webcam', label: 'Webcam' });
    await Promise.all(
      ['headset', 'nothing', 'webcam'].map((id) => media.choose('microphone', id).catch(() => {})),
    );
    expect(devices(media).microphone).toBe('webcam');
  });

  it.each([
    ['not JSON', 'ringer'],
    ['null', 'null'],
    ['a number', '7'],
    ['an array', '[]'],
    ['of another shape', '{"microphone":"headset","speaker":{"id":5},"ringer":{"id":"","label":""}}'],
  ])('ignores what others left in its place: %s', async (_, text) => {
    const { media } = setup({ storage: memory({ 'hookswitch.devices': text }) });
    media.watch();
    await settled();
    expect(devices(media)).toMatchObject({ microphone: 'default', speaker: 'default', ringer: 'default' });
  });

  it('lasts for the page where nothing can be stored', async () => {
    const fail = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    const { media } = setup({ storage: { getItem: fail, setItem: fail } });
    await media.choose('microphone', 'headset');
    expect(devices(media).microphone).toBe('headset');
  });
});

function late<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
