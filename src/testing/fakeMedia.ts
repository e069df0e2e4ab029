import { createChoices } from '../media/choices.js';
import { createDevices } from '../media/devices.js';
import type { Media, Playback, SoundState } from '../media/index.js';
import { createMicrophones } from '../media/microphone.js';
import { createPermission } from '../media/permission.js';
import { createRequest } from '../media/request.js';
import { createState } from '../media/state.js';
import { type FakeDevice, FakeHardware, type FakeHardwareOptions } from './media/hardware.js';
import { type FakeConnectionOptions, FakePeerConnection } from './media/peerConnection.js';
import { FakeStream, type FakeTrack } from './media/track.js';

export type { FakeDevice } from './media/hardware.js';
export type { FakePeerConnection } from './media/peerConnection.js';

export interface FakeMediaOptions extends FakeHardwareOptions, FakeConnectionOptions {
  /** `blocked`: nothing sounds before `turnOnSound` (`ready`). */
  sound?: SoundState;
  /** As of `createMedia`. */
  promptLimit?: number;
  /** False as in Safari (true). */
  canChooseSpeaker?: boolean;
}

/** Remote audio that would be playing. */
export interface FakePlayback {
  readonly stream: MediaStream;
  readonly muted: boolean;
}

/** Media without a browser, and what a test does to them and sees of them. */
export interface FakeMedia extends Media {
  plug(device: FakeDevice): void;
  /** Pulls a plug: its tracks end. */
  unplug(id: string): void;
  /** The person allows the microphone, in a prompt that waits or later. */
  allow(): void;
  /** The person refuses the microphone, in a prompt that waits or later: what is open ends. */
  deny(): void;
  /** Lets each later request for a microphone reject with a DOMException of this name, or none any more. */
  failMicrophone(name: string | undefined): void;
  /** Microphone tracks that are live. None may be left when no call is up. */
  liveTracks(): MediaStreamTrack[];
  /** Every microphone track that was ever granted, oldest first. */
  readonly tracks: readonly MediaStreamTrack[];
  /** How often a microphone was asked for. */
  readonly requests: number;
  /** Every peer connection that was made, oldest first. */
  readonly connections: readonly FakePeerConnection[];
  /** What plays now. */
  readonly playing: readonly FakePlayback[];
  readonly ringing: boolean;
  readonly ringingBack: boolean;
}

/**
 * Media for Node and jsdom. Devices, permission and microphones behave as in a browser, connections negotiate for real;
 * only sound is missing.
 */
export function createFakeMedia(options: FakeMediaOptions = {}): FakeMedia {
  const fake = new FakeHardware(options);
  const hardware = () => fake as unknown as MediaDevices;
  const state = createState();
  const permission = createPermission(state, () => fake);
  const devices = createDevices({
    state,
    permission,
    choices: createChoices(() => undefined),
    hardware,
    canChooseSpeaker: () => options.canChooseSpeaker ?? true,
  });
  const request = createRequest({ permission, hardware, promptLimit: options.promptLimit ?? 60_000 });
  const microphones = createMicrophones({ state, permission, devices, request });

  const connections: FakePeerConnection[] = [];
  const playing = new Set<{ stream: MediaStream; muted: boolean }>();
  let turnedOn = options.sound !== 'blocked';
  let rings = 0;
  let ringbacks = 0;

  const tell = () => state.setSound(!turnedOn && playing.size + rings + ringbacks > 0 ? 'blocked' : 'ready');

  /** Counts something that sounds until the returned function is called. */
  function sounding(change: (by: 1 | -1) => void): () => void {
    change(1);
    tell();
    let on = true;
    return () => {
      if (!on) return;
      on = false;
      change(-1);
      tell();
    };
  }

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
    choose: (kind, id) =>
      devices.choose(kind, id, async (id) => {
        if (kind === 'microphone') await microphones.moveTo(id);
      }),
    openMicrophone: microphones.open,
    createPeerConnection(configuration) {
      const connection = new FakePeerConnection(configuration, options);
      connections.push(connection);
      return connection as unknown as RTCPeerConnection;
    },
    createStream: (tracks) => new FakeStream(tracks as unknown as FakeTrack[]) as unknown as MediaStream,
    play(stream): Playback {
      const playback = { stream, muted: false };
      const stop = sounding((by) => (by > 0 ? playing.add(playback) : playing.delete(playback)));
      return {
        setMuted(muted) {
          playback.muted = muted;
        },
        stop,
      };
    },
    ring: () =>
      sounding((by) => {
        rings += by;
      }),
    ringback: () =>
      sounding((by) => {
        ringbacks += by;
      }),
    async testSpeaker() {},
    async turnOnSound() {
      turnedOn = true;
      tell();
    },
    meter(track, callback) {
      const timer = setInterval(() => callback(track.enabled && track.readyState === 'live' ? 0.5 : 0), 50);
      return () => clearInterval(timer);
    },

    plug: (device) => fake.plug(device),
    unplug: (id) => fake.unplug(id),
    allow: () => fake.allow(),
    deny: () => fake.deny(),
    failMicrophone(name) {
      fake.microphoneError = name;
    },
    liveTracks: () => fake.liveTracks as unknown as MediaStreamTrack[],
    tracks: fake.tracks as unknown as readonly MediaStreamTrack[],
    get requests() {
      return fake.requests.length;
    },
    connections,
    get playing() {
      return [...playing];
    },
    get ringing() {
      return rings > 0;
    },
    get ringingBack() {
      return ringbacks > 0;
    },
  };
}
