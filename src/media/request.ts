import { defaultDevice } from './devices.js';
import { MediaError } from './errors.js';
import type { Permission } from './permission.js';

export interface RequestOptions {
  permission: Permission;
  hardware: () => MediaDevices | undefined;
  /** ms that the person has to answer the prompt. */
  promptLimit: number;
}

/** Asks the browser for the track of one device. Rejects with what `getUserMedia` said, or with a reason of ours. */
export type RequestTrack = (
  deviceId: string,
  constraints: MediaTrackConstraints,
  signal?: AbortSignal,
) => Promise<MediaStreamTrack>;

export function createRequest({ permission, hardware, promptLimit }: RequestOptions): RequestTrack {
  // `getUserMedia` is called before this returns: each task that passes first is heard as delay.
  return (deviceId, constraints, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const source = hardware();
      if (!source)
        throw new MediaError('insecure-context', 'Only https pages and localhost get a microphone.');

      let waiting = true;
      const finish = (end: () => void) => {
        if (!waiting) return;
        waiting = false;
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        end();
      };
      const onAbort = () => finish(() => reject(signal?.reason));
      const onLimit = () =>
        finish(() => reject(new MediaError('request-pending', 'The microphone prompt was not answered.')));
      const timer = setTimeout(onLimit, promptLimit);
      signal?.addEventListener('abort', onAbort);

      const device = deviceId === defaultDevice ? {} : { deviceId: { exact: deviceId } };
      source.getUserMedia({ audio: { ...constraints, ...device } }).then(
        (stream) => {
          const [track] = stream.getAudioTracks();
          // Nobody waits any more for what was granted late.
          if (!waiting || !track) for (const one of stream.getTracks()) one.stop();
          permission.learn('granted');
          if (track) finish(() => resolve(track));
          else finish(() => reject(new MediaError('media-failed', 'The microphone has no track.')));
        },
        (error) => {
          permission.learn({ error });
          finish(() => reject(error));
        },
      );
    });
}
