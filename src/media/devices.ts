import type { Choices } from './choices.js';
import { MediaError } from './errors.js';
import type { Device, DeviceKind, DevicesState } from './media.js';
import type { Permission } from './permission.js';
import type { State } from './state.js';

export const defaultDevice = 'default';

const kinds = ['microphone', 'speaker', 'ringer'] as const;

/** Docks and headsets appear as several devices, one shortly after another. */
const settleTime = 300;

export interface Devices {
  /** Keeps lists and permission fresh while held. Counted. */
  watch(): () => void;
  /** Id of the device to use now. */
  inUse(kind: DeviceKind): string;
  /** Reads the lists anew. */
  refresh(): Promise<void>;
  /** Once everything open has moved to the device, uses it from now on and remembers it on this machine. */
  choose(kind: DeviceKind, id: string, move: (id: string) => Promise<void>): Promise<void>;
}

export interface DevicesOptions {
  state: State;
  permission: Permission;
  choices: Choices;
  hardware: () => MediaDevices | undefined;
  canChooseSpeaker: () => boolean;
}

export function createDevices({
  state,
  permission,
  choices,
  hardware,
  canChooseSpeaker,
}: DevicesOptions): Devices {
  let microphones: readonly Device[] = [];
  let speakers: readonly Device[] = [];
  let holds = 0;
  let stopListening: (() => void) | null = null;
  let choosing: Promise<void> = Promise.resolve();
  let lastAsked = 0;
  let lastAnswered = 0;

  // Without the permission a browser names no device, so a chosen one cannot be told to be gone.
  const named = () => microphones.some(({ label }) => label !== '');
  const ofKind = (kind: DeviceKind) => (kind === 'microphone' ? microphones : speakers);

  // Ids change when site data is cleared and, in some browsers, at each visit: then the label finds the device.
  const there = (kind: DeviceKind, { id, label }: Device) =>
    ofKind(kind).find((one) => one.id === id) ?? ofKind(kind).find((one) => label && one.label === label);

  function inUse(kind: DeviceKind): string {
    const chosen = choices.get(kind);
    if (!chosen) return defaultDevice;
    if (!named()) return chosen.id;
    return there(kind, chosen)?.id ?? defaultDevice;
  }

  function missing(): DevicesState['missing'] {
    const labels: Partial<Record<DeviceKind, string>> = {};
    for (const kind of kinds) {
      const chosen = choices.get(kind);
      const known = named() || (lastAnswered > 0 && ofKind(kind).length === 0);
      if (chosen && known && !there(kind, chosen)) labels[kind] = chosen.label;
    }
    return labels;
  }

  function tell(): void {
    state.setDevices({
      microphones,
      speakers,
      microphone: inUse('microphone'),
      speaker: inUse('speaker'),
      ringer: inUse('ringer'),
      missing: missing(),
      canChooseSpeaker: canChooseSpeaker(),
    });
  }

  async function refresh(): Promise<void> {
    const asked = ++lastAsked;
    const found = await hardware()
      ?.enumerateDevices()
      .catch(() => undefined);
    if (!found || asked < lastAnswered) return;
    lastAnswered = asked;
    microphones = list(found, 'audioinput');
    speakers = list(found, 'audiooutput');
    tell();
  }

  /** The device of this id, nothing for the system's choice. */
  async function find(kind: DeviceKind, id: string): Promise<Device | undefined> {
    if (id === defaultDevice) return undefined;
    await refresh();
    const device = ofKind(kind).find((one) => one.id === id);
    if (!device) throw new MediaError('device-missing', `There is no ${kind} with the id "${id}".`);
    return device;
  }

  function listen(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onDeviceChange = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void refresh(), settleTime);
    };
    let before = state.get().devices.permission;
    const onStateChange = () => {
      const now = state.get().devices.permission;
      // The permission decides whether labels are readable; the first answer comes with lists that are fresh anyway.
      if (now !== before && before !== 'unknown') void refresh();
      before = now;
    };

    const source = hardware();
    source?.addEventListener('devicechange', onDeviceChange);
    const unsubscribe = state.subscribe(onStateChange);
    const releasePermission = permission.watch();
    return () => {
      clearTimeout(timer);
      source?.removeEventListener('devicechange', onDeviceChange);
      unsubscribe();
      releasePermission();
    };
  }

  return {
    watch() {
      if (holds++ === 0) {
        tell();
        stopListening = listen();
        void refresh();
      } else if (!named()) {
        void refresh();
      }
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        if (--holds === 0) stopListening?.();
      };
    },
    inUse,
    refresh,
    choose(kind, id, move) {
      const turn = choosing.then(async () => {
        const device = await find(kind, id);
        await move(id);
        choices.set(kind, device);
        tell();
      });
      // One at a time, so that the last wish wins.
      choosing = turn.catch(() => {});
      return turn;
    },
  };
}

/** The system's choice first, then each device. Empty when there is no device of the kind at all. */
function list(found: readonly MediaDeviceInfo[], kind: MediaDeviceKind): Device[] {
  const infos = found.filter((info) => info.kind === kind);
  if (infos.length === 0) return [];
  // One nameless device with an empty id says that there are some, while the permission is missing.
  const devices = infos
    .filter(({ deviceId }) => deviceId)
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
  const system = devices.find(({ id }) => id === defaultDevice) ?? { id: defaultDevice, label: '' };
  return [system, ...devices.filter(({ id }) => id !== defaultDevice)];
}
