import { createChoices } from './choices.js';
import { createDevices } from './devices.js';
import { MediaError } from './errors.js';
import { createMeter } from './levels.js';
import type { Media } from './media.js';
import { createMicrophones } from './microphone.js';
import { createOutputs } from './outputs.js';
import { createPermission } from './permission.js';
import { createPlayer } from './playback.js';
import { createRequest } from './request.js';
import { createSound } from './sound.js';
import { createState } from './state.js';
import { createToner } from './toner.js';

export interface MediaOptions {
  /** ms that the person has to answer the microphone prompt before the request counts as failed (60 000). */
  promptLimit?: number;
  /** In place of `navigator.mediaDevices`, for tests. */
  mediaDevices?: MediaDevices;
  /** In place of `navigator.permissions`, for tests. */
  permissions?: Pick<Permissions, 'query'>;
  /** Where the chosen devices are kept, in place of `localStorage`. */
  storage?: Pick<Storage, 'getItem' | 'setItem'>;
}

/** The browser's microphones, speakers and sound. Touches nothing of the browser before a verb is called. */
export function createMedia(options: MediaOptions = {}): Media {
  const hardware = () => options.mediaDevices ?? globalThis.navigator?.mediaDevices;
  const permissions = () => options.permissions ?? globalThis.navigator?.permissions;
  const storage = () => options.storage ?? globalThis.localStorage;

  const state = createState();
  const permission = createPermission(state, permissions);
  const devices = createDevices({
    state,
    permission,
    choices: createChoices(storage),
    hardware,
    canChooseSpeaker,
  });
  const { promptLimit = 60_000 } = options;
  const request = createRequest({ permission, hardware, promptLimit });
  const microphones = createMicrophones({ state, permission, devices, request });
  const outputs = createOutputs(state);
  const sound = createSound(state);
  const play = createPlayer({ devices, outputs, sound });
  const toner = createToner({ state, devices, outputs, sound, play });

  return {
    getState: state.get,
    subscribe: state.subscribe,
    watch: devices.watch,
    async requestPermission() {
      const microphone = await microphones.open();
      const named = devices.refresh();
      microphone.close();
      await named;
    },
    choose: (kind, deviceId) =>
      devices.choose(kind, deviceId, (id) =>
        kind === 'microphone' ? microphones.moveTo(id) : outputs.moveTo(kind, id),
      ),
    openMicrophone: microphones.open,
    createPeerConnection,
    createStream: (tracks) => new MediaStream(tracks),
    play: (stream, element) => play(stream, 'speaker', element),
    ring: toner.ring,
    ringback: toner.ringback,
    testSpeaker: toner.test,
    turnOnSound: sound.turnOn,
    meter: createMeter(),
  };
}

let shared: Media | null = null;

/** The one that all phones of a page share unless they are given another. */
export function sharedMedia(): Media {
  shared ??= createMedia();
  return shared;
}

function canChooseSpeaker(): boolean {
  return typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype;
}

function createPeerConnection(configuration: RTCConfiguration): RTCPeerConnection {
  if (typeof RTCPeerConnection === 'undefined')
    throw new MediaError('not-supported', 'This browser has no WebRTC.');
  return new RTCPeerConnection(configuration);
}
