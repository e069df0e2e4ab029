import type { DeviceKind } from '../media/index.js';
import { MediaError } from '../media/index.js';
import type { PhoneContext } from './context.js';
import { PhoneError } from './errors.js';

/** What the store knows of the devices and the sound of this machine, while somebody wants to know. */
export function createDevices({ media, set, get }: Pick<PhoneContext, 'media' | 'set' | 'get'>) {
  let readers = 0;
  let stop = () => {};

  /** The one door for facts about devices and sound. */
  const copy = () => {
    const { devices, sound } = media.getState();
    if (devices !== get().devices || sound !== get().sound) set({ devices, sound });
  };

  /** Begins to listen to the media with the first reader, and stops with the last. */
  const follow = (): (() => void) => {
    readers += 1;
    if (readers === 1) {
      stop = media.subscribe(copy);
      copy();
    }
    let following = true;
    return () => {
      if (!following) return;
      following = false;
      readers -= 1;
      if (readers === 0) stop();
    };
  };

  return {
    follow,
    verbs: {
      watchDevices(): () => void {
        const unfollow = follow();
        const unwatch = media.watch();
        return () => {
          unwatch();
          unfollow();
        };
      },
      requestPermission: () => told(media.requestPermission()),
      chooseDevice: (kind: DeviceKind, deviceId: string) => told(media.choose(kind, deviceId)),
      testSpeaker: () => told(media.testSpeaker()),
      turnOnSound: () => told(media.turnOnSound()),
    },
  };
}

/** An error of the media in the phone's words. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof MediaError ? new PhoneError(error.code, error.message, { cause: error }) : error;
  }
}
