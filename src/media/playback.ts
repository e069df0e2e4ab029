import type { Devices } from './devices.js';
import { errorName } from './errors.js';
import type { Playback } from './media.js';
import type { OutputKind, Outputs } from './outputs.js';
import type { Sound } from './sound.js';

export interface PlaybackOptions {
  devices: Devices;
  outputs: Outputs;
  sound: Sound;
}

export type Player = (stream: MediaStream, kind: OutputKind, element?: HTMLMediaElement) => Playback;

/** Plays streams in the page's own elements, or in hidden ones. */
export function createPlayer({ devices, outputs, sound }: PlaybackOptions): Player {
  return (stream, kind, element) => {
    const release = devices.watch();
    const audio = element ?? hiddenAudio();
    audio.srcObject = stream;
    const removeOutput = outputs.add(audio, kind);

    const starting = sound.start(async () => {
      try {
        await audio.play();
        return true;
      } catch (error) {
        return errorName(error) !== 'NotAllowedError';
      }
    });
    // Browsers pause what is unmuted without a gesture; headset keys and phone calls pause, too.
    const onPause = () => stream.active && starting.retry();
    audio.addEventListener('pause', onPause);

    let stopped = false;
    return {
      setMuted(muted) {
        audio.muted = muted;
      },
      stop() {
        if (stopped) return;
        stopped = true;
        starting.cancel();
        audio.removeEventListener('pause', onPause);
        removeOutput();
        audio.pause();
        audio.srcObject = null;
        if (!element) audio.remove();
        release();
      },
    };
  };
}

function hiddenAudio(): HTMLAudioElement {
  const audio = document.createElement('audio');
  audio.hidden = true;
  audio.autoplay = true;
  audio.setAttribute('playsinline', '');
  // Some browsers play nothing in an element that is outside of the page.
  (document.body ?? document.documentElement).append(audio);
  return audio;
}
