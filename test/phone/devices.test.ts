import type { Media } from '../../src/media/index.js';
import { createDevices } from '../../src/phone/devices.js';
import { createFakeMedia } from '../../src/testing/fakeMedia.js';
import { fakePhone } from '../../src/testing/fakePhone.js';

/** The slice over fake media, and how many listen to these. */
function following(options: Parameters<typeof createFakeMedia>[0] = {}, change: Partial<Media> = {}) {
  const media = createFakeMedia(options);
  const listening = { subscribers: 0, watchers: 0 };
  const counted = (key: keyof typeof listening, stop: () => void) => {
    listening[key] += 1;
    let counts = true;
    return () => {
      if (counts) listening[key] -= 1;
      counts = false;
      stop();
    };
  };
  const { store } = fakePhone();
  const devices = createDevices({
    media: {
      ...media,
      subscribe: (listener) => counted('subscribers', media.subscribe(listener)),
      watch: () => counted('watchers', media.watch()),
      ...change,
    },
    get: store.getState,
    set: (state) => store.setState(state),
  });
  return { devices, media, store, listening };
}

describe('the devices in the state', () => {
  it('are listened to from the first reader to the last', () => {
    const { devices, listening } = following();
    expect(listening.subscribers).toBe(0);
    const first = devices.follow();
    const second = devices.follow();
    expect(listening.subscribers).toBe(1);
    first();
    first();
    expect(listening.subscribers).toBe(1);
    second();
    expect(listening.subscribers).toBe(0);
    devices.follow();
    expect(listening.subscribers).toBe(1);
  });

  it('are there with the first reader', () => {
    const { devices, media, store } = following({ canChooseSpeaker: false });
    expect(store.getState().devices).not.toBe(media.getState().devices);
    devices.follow();
    expect(store.getState().devices).toBe(media.getState().devices);
    expect(store.getState().sound).toBe(media.getState().sound);
  });

  it('change with those of the machine while somebody watches', async () => {
    const { devices, media, store, listening } = following();
    const release = devices.verbs.watchDevices();
    await vi.waitFor(() => expect(store.getState().devices.microphones).not.toHaveLength(0));
    media.plug({ kind: 'audioinput', id: 'desk', label: 'Desk' });
    await vi.waitFor(() =>
      expect(store.getState().devices.microphones.map(({ id }) => id)).toContain('desk'),
    );
    release();
    release();
    expect(listening).toEqual({ subscribers: 0, watchers: 0 });
  });

  it('cause no write when nothing of them has changed', () => {
    const { devices, store } = following();
    devices.follow()();
    const listener = vi.fn();
    store.subscribe(listener);
    devices.follow();
    expect(listener).not.toHaveBeenCalled();
  });
});

describe('an error of the media', () => {
  it("is told in the phone's words", async () => {
    const { devices } = following({ microphoneError: 'NotReadableError' });
    const error = await devices.verbs.requestPermission().catch((cause: unknown) => cause);
    expect(error).toMatchObject({ name: 'PhoneError', code: 'device-busy', cause: { name: 'MediaError' } });
  });

  it('that is none of the media stays what it is', async () => {
    const { devices } = following({}, { testSpeaker: () => Promise.reject(new RangeError('odd')) });
    await expect(devices.verbs.testSpeaker()).rejects.toThrow(new RangeError('odd'));
  });
});
