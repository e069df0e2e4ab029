import { type Devices, defaultDevice } from './devices.js';
import { errorName, microphoneError } from './errors.js';
import { callOut } from './listeners.js';
import type { Media, Microphone } from './media.js';
import type { Permission } from './permission.js';
import type { RequestTrack } from './request.js';
import type { State } from './state.js';

export interface Microphones {
  open: Media['openMicrophone'];
  /** Moves every open microphone to a device. Rejects with `MediaError`, and then none has moved. */
  moveTo(deviceId: string): Promise<void>;
}

export interface MicrophonesOptions {
  state: State;
  permission: Permission;
  devices: Devices;
  request: RequestTrack;
}

/** A track, and the device that it was asked from. */
interface Source {
  readonly track: MediaStreamTrack;
  readonly deviceId: string;
}

/** An open microphone, and what it takes to change the device under it. */
interface Line {
  readonly constraints: MediaTrackConstraints;
  readonly closed: AbortSignal;
  source: Source;
  replace(source: Source): void;
  lose(error: unknown): void;
}

export function createMicrophones({ state, permission, devices, request }: MicrophonesOptions): Microphones {
  const lines = new Set<Line>();
  let moving: Promise<void> = Promise.resolve();

  async function requestFrom(
    deviceId: string,
    ...rest: [MediaTrackConstraints, AbortSignal?]
  ): Promise<Source> {
    return { track: await request(deviceId, ...rest), deviceId };
  }

  /** A device that is gone, or whose id is stale, is no reason to have no microphone. */
  async function requestOrDefault(
    deviceId: string,
    ...rest: [MediaTrackConstraints, AbortSignal?]
  ): Promise<Source> {
    try {
      return await requestFrom(deviceId, ...rest);
    } catch (error) {
      const gone = ['OverconstrainedError', 'NotFoundError'].includes(errorName(error));
      if (!gone || deviceId === defaultDevice) throw error;
      return requestFrom(defaultDevice, ...rest);
    }
  }

  async function open(options: { constraints?: MediaTrackConstraints; signal?: AbortSignal } = {}) {
    const { constraints = {}, signal } = options;
    const wanted = devices.inUse('microphone');
    const granted = requestOrDefault(wanted, constraints, signal);
    const releasePermission = permission.watch();
    try {
      const source = await granted;
      if (signal?.aborted) source.track.stop();
      signal?.throwIfAborted();
      const microphone = connect(source, constraints);
      if (devices.inUse('microphone') !== wanted) void follow();
      return microphone;
    } catch (error) {
      throw signal?.aborted ? signal.reason : microphoneError(error);
    } finally {
      releasePermission();
    }
  }

  function connect(first: Source, constraints: MediaTrackConstraints): Microphone {
    const closing = new AbortController();
    const onEnded = () => void follow();

    const line: Line = {
      constraints,
      closed: closing.signal,
      source: first,
      replace(next) {
        if (closing.signal.aborted) return next.track.stop();
        const previous = line.source.track;
        previous.removeEventListener('ended', onEnded);
        next.track.addEventListener('ended', onEnded);
        // Whoever muted the old one expects silence from the new one.
        next.track.enabled = previous.enabled;
        line.source = next;
        previous.stop();
        callOut(() => microphone.onTrackChange?.(next.track));
      },
      lose(error) {
        if (!closing.signal.aborted) callOut(() => microphone.onLost?.(microphoneError(error)));
      },
    };
    const microphone: Microphone = {
      get track() {
        return line.source.track;
      },
      onTrackChange: null,
      onLost: null,
      close() {
        if (closing.signal.aborted) return;
        closing.abort();
        lines.delete(line);
        line.source.track.removeEventListener('ended', onEnded);
        line.source.track.stop();
        unsubscribe();
        release();
      },
    };

    first.track.addEventListener('ended', onEnded);
    lines.add(line);
    let before = state.get().devices;
    const unsubscribe = state.subscribe(() => {
      const now = state.get().devices;
      if (now !== before) void follow();
      before = now;
    });
    const release = devices.watch();
    return microphone;
  }

  /** One move at a time, so that the last wish wins. */
  function inTurn(move: () => Promise<void>): Promise<void> {
    const turn = moving.then(move);
    moving = turn.catch(() => {});
    return turn;
  }

  /** After a device came or went: puts each line on the device in use, and revives one that was unplugged. */
  function follow(): Promise<void> {
    return inTurn(async () => {
      const wanted = devices.inUse('microphone');
      const moves = [...lines].map(async (line) => {
        const { track, deviceId } = line.source;
        if (deviceId === wanted && track.readyState === 'live') return;
        // A live track is not given up for one that nobody wants either.
        const ask = track.readyState === 'live' ? requestFrom : requestOrDefault;
        try {
          line.replace(await ask(wanted, line.constraints, line.closed));
        } catch (error) {
          if (track.readyState === 'ended') line.lose(error);
          throw error;
        }
      });
      // What failed is tried again when the devices change next.
      await Promise.allSettled(moves);
    });
  }

  function moveTo(deviceId: string): Promise<void> {
    return inTurn(async () => {
      const moves = [...lines]
        .filter(({ source }) => source.deviceId !== deviceId || source.track.readyState === 'ended')
        .map(async (line) => {
          const source = await requestFrom(deviceId, line.constraints, line.closed).catch((error) => {
            if (!line.closed.aborted) throw error;
          });
          return { line, source };
        });
      const results = await Promise.allSettled(moves);
      const failure = results.find((result) => result.status === 'rejected');
      for (const result of results) {
        if (result.status === 'rejected' || !result.value.source) continue;
        const { line, source } = result.value;
        if (failure) source.track.stop();
        else line.replace(source);
      }
      if (failure) throw microphoneError(failure.reason);
    });
  }

  return { open, moveTo };
}
