import type { Media, Microphone } from '../media/index.js';
import type { PhoneContext } from './context.js';
import type { MeterSource } from './phone.js';
import type { CallId } from './state.js';

interface Sources {
  subscribe(listener: () => void): () => void;
  remoteOf(id: CallId): MediaStream | null;
  microphoneOf(id: CallId): Microphone | null;
}

/** Measures levels, which tick too often for the state. */
export function createMeters({ media, get }: Pick<PhoneContext, 'media' | 'get'>, sources: Sources) {
  const trackOf = (source: MeterSource): MediaStreamTrack | null => {
    if (source !== 'microphone') return sources.remoteOf(source)?.getAudioTracks()[0] ?? null;
    for (const { id } of get().calls) {
      const microphone = sources.microphoneOf(id);
      if (microphone) return microphone.track;
    }
    return null;
  };

  return function meter(source: MeterSource, callback: (level: number) => void): () => void {
    let metered: MediaStreamTrack | null = null;
    let stop = () => {};
    const own = source === 'microphone' ? openOwn(media, () => follow()) : null;

    /** Measures whatever track there is now. */
    const follow = () => {
      const track = trackOf(source) ?? own?.track() ?? null;
      if (track === metered) return;
      metered = track;
      stop();
      stop = track ? media.meter(track, callback) : () => callback(0);
      if (!track) callback(0);
    };
    const unsubscribe = sources.subscribe(follow);
    const unfollow = media.subscribe(follow);
    follow();
    return () => {
      unsubscribe();
      unfollow();
      stop();
      own?.close();
    };
  };
}

/** A microphone only to look at its level, opened where the person has given it already: a meter asks for nothing. */
function openOwn(media: Media, onChange: () => void) {
  const abort = new AbortController();
  let microphone: Microphone | null = null;
  let opening = false;
  const open = () => {
    if (opening || media.getState().devices.permission !== 'granted') return;
    opening = true;
    media.openMicrophone({ signal: abort.signal }).then(
      (opened) => {
        if (abort.signal.aborted) return opened.close();
        microphone = opened;
        opened.onTrackChange = onChange;
        onChange();
      },
      () => {
        // No level then; the picker tells what is wrong with the device.
        opening = false;
      },
    );
  };
  const unsubscribe = media.subscribe(open);
  // Whether it was given is known only while somebody watches.
  const unwatch = media.watch();
  open();
  return {
    track: () => microphone?.track ?? null,
    close() {
      unsubscribe();
      unwatch();
      abort.abort();
      microphone?.close();
    },
  };
}
