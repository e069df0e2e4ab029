import { defaultDevice } from './devices.js';
import { MediaError, speakerError } from './errors.js';
import type { DeviceKind } from './media.js';
import type { State } from './state.js';

/** Anything that sounds on a device: an audio element, or an AudioContext in Chromium. */
export interface Output {
  setSinkId?(sinkId: string): Promise<unknown>;
}

export type OutputKind = Exclude<DeviceKind, 'microphone'>;

/** Keeps everything that sounds on the device that is in use for its kind. */
export interface Outputs {
  /** Puts the output on its device, and again after each change, until the returned release is called. */
  add(output: Output, kind: OutputKind): () => void;
  /** Moves all outputs of a kind to a device. Rejects with `MediaError`, and then none has moved. */
  moveTo(kind: OutputKind, deviceId: string): Promise<void>;
}

interface Route {
  readonly kind: OutputKind;
  deviceId: string;
}

export function createOutputs(state: State): Outputs {
  const routes = new Map<Output, Route>();
  let stopFollowing: (() => void) | null = null;

  function follow(output: Output, route: Route): void {
    const wanted = state.get().devices[route.kind];
    if (wanted === route.deviceId) return;
    route.deviceId = wanted;
    // A speaker that cannot be used must not silence the call.
    setSink(output, wanted).catch(() => setSink(output, defaultDevice).catch(() => {}));
  }

  return {
    add(output, kind) {
      const route = { kind, deviceId: defaultDevice };
      routes.set(output, route);
      follow(output, route);
      stopFollowing ??= state.subscribe(() => {
        for (const [output, route] of routes) follow(output, route);
      });
      return () => {
        routes.delete(output);
        if (routes.size > 0) return;
        stopFollowing?.();
        stopFollowing = null;
      };
    },
    async moveTo(kind, deviceId) {
      const moving = [...routes].filter(([, route]) => route.kind === kind);
      try {
        // An element that plays nothing tells whether the device can be used, even when nothing sounds now.
        await setSink(new Audio(), deviceId);
        await Promise.all(moving.map(([output]) => setSink(output, deviceId)));
        for (const [, route] of moving) route.deviceId = deviceId;
      } catch (error) {
        for (const [output, { deviceId }] of moving) setSink(output, deviceId).catch(() => {});
        throw speakerError(error);
      }
    },
  };
}

async function setSink(output: Output, deviceId: string): Promise<void> {
  const isDefault = deviceId === defaultDevice;
  if (output.setSinkId) await output.setSinkId(isDefault ? '' : deviceId);
  else if (!isDefault) throw new MediaError('not-supported', 'This browser lets no page choose a speaker.');
}
