import type { Media, Microphone } from '../../src/media/index.js';
import { createMeters } from '../../src/phone/meters.js';
import type { CallId } from '../../src/phone/state.js';
import { createFakeMedia, type FakeMediaOptions } from '../../src/testing/fakeMedia.js';
import { fakeCall, fakePhone } from '../../src/testing/fakePhone.js';

const ID = 'call-1' as CallId;

/** A meter over fake media and one call, and what it measures now. */
function metering(options: FakeMediaOptions = {}, change: (media: Media) => Partial<Media> = () => ({})) {
  const media = createFakeMedia(options);
  const measured = new Set<MediaStreamTrack>();
  const { store } = fakePhone({ calls: [fakeCall({ id: ID })] });
  const live: { remote: MediaStream | null; microphone: Microphone | null } = {
    remote: null,
    microphone: null,
  };
  const meter = createMeters(
    {
      media: {
        ...media,
        meter: (track) => {
          measured.add(track);
          return () => measured.delete(track);
        },
        ...change(media),
      },
      get: store.getState,
    },
    {
      subscribe: store.subscribe,
      remoteOf: (id) => (id === ID ? live.remote : null),
      microphoneOf: (id) => (id === ID ? live.microphone : null),
    },
  );
  /** Something about the calls changed. */
  const touch = () => store.setState({ calls: [...store.getState().calls] });
  return { media, meter, measured: () => [...measured], live, touch };
}

const track = async (media: ReturnType<typeof createFakeMedia>) => {
  const { track } = await media.openMicrophone();
  return track;
};

describe('a meter of the other side', () => {
  it('measures what is heard, from when there is something until it is stopped', async () => {
    const { media, meter, measured, live, touch } = metering();
    const levels: number[] = [];
    const stop = meter(ID, (level) => levels.push(level));
    expect(measured()).toEqual([]);
    const remote = await track(media);
    live.remote = media.createStream([remote]);
    touch();
    touch();
    expect(measured()).toEqual([remote]);
    stop();
    expect(measured()).toEqual([]);
    touch();
    expect(measured()).toEqual([]);
  });

  it('falls to nothing with the call', async () => {
    const { media, meter, measured, live, touch } = metering();
    live.remote = media.createStream([await track(media)]);
    const levels: number[] = [];
    meter(ID, (level) => levels.push(level));
    live.remote = null;
    touch();
    expect(measured()).toEqual([]);
    expect(levels).toEqual([0]);
  });

  it('opens no microphone', () => {
    const { media, meter } = metering();
    meter(ID, () => {});
    expect(media.requests).toBe(0);
  });
});

describe('a meter of the microphone', () => {
  it('opens one where it is allowed, and closes it', async () => {
    const { media, meter, measured } = metering();
    const stop = meter('microphone', () => {});
    await vi.waitFor(() => expect(measured()).toHaveLength(1));
    expect(measured()).toEqual(media.liveTracks());
    stop();
    expect(measured()).toEqual([]);
    expect(media.liveTracks()).toEqual([]);
  });

  it('asks nobody, and opens one when it has been allowed', async () => {
    const { media, meter, measured } = metering({ permission: 'prompt' });
    const stop = meter('microphone', () => {});
    expect(media.requests).toBe(0);
    const asking = media.requestPermission();
    media.allow();
    await asking;
    await vi.waitFor(() => expect(measured()).toHaveLength(1));
    stop();
    expect(media.liveTracks()).toEqual([]);
  });

  it('closes one that opens only after it was stopped', async () => {
    let give = () => {};
    const asked = vi.fn();
    const { media, meter, measured } = metering({}, ({ openMicrophone }) => ({
      async openMicrophone() {
        asked();
        await new Promise<void>((resolve) => (give = resolve));
        return openMicrophone();
      },
    }));
    const stop = meter('microphone', () => {});
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    stop();
    give();
    await vi.waitFor(() => expect(media.tracks).toHaveLength(1));
    await vi.waitFor(() => expect(media.liveTracks()).toEqual([]));
    expect(measured()).toEqual([]);
  });

  it('measures the one of a call while there is one', async () => {
    const { media, meter, measured, live, touch } = metering();
    const stop = meter('microphone', () => {});
    await vi.waitFor(() => expect(measured()).toHaveLength(1));
    const [own] = measured();
    const spoken = await media.openMicrophone();
    live.microphone = spoken;
    touch();
    expect(measured()).toEqual([spoken.track]);
    live.microphone = null;
    touch();
    expect(measured()).toEqual([own]);
    stop();
    spoken.close();
    expect(media.liveTracks()).toEqual([]);
  });

  it('shows nothing where the microphone cannot be opened', async () => {
    const { media, meter, measured } = metering({ microphoneError: 'NotReadableError' });
    const levels: number[] = [];
    const stop = meter('microphone', (level) => levels.push(level));
    await vi.waitFor(() => expect(media.requests).toBe(1));
    expect(measured()).toEqual([]);
    stop();
    expect(levels.every((level) => level === 0)).toBe(true);
  });
});
