'use client';
import { type ComponentPropsWithoutRef, useState } from 'react';
import { useDevices, useMeter } from '../hooks/index.js';
import type { Device, DeviceKind } from '../media/index.js';
import type { MeterSource } from '../phone/phone.js';
import { part } from './part.js';
import { partContext } from './partContext.js';

const [DevicesProvider, useDevicesContext] = partContext<ReturnType<typeof useDevices>>({
  whole: 'a choice of devices',
  does: 'shows and uses the devices that are watched by',
  root: 'DeviceParts.Root',
});

/** Watches the devices of this machine for the parts inside. Asks for no permission. Renders a `<div>`. */
export const Root = part('div', function useDeviceRoot(theirs) {
  const devices = useDevices();
  return {
    theirs,
    wrap: (div) => <DevicesProvider value={devices}>{div}</DevicesProvider>,
  };
});

type SelectProps = ComponentPropsWithoutRef<'select'> & {
  kind: DeviceKind;
  /** The option for whatever the system uses, such as "System default". */
  systemDefault: string;
  /** The option for a device whose name the browser keeps back, by its place from 1, such as "Microphone 2". */
  unnamed: (place: number) => string;
  /** The option for the chosen device while it is not plugged in, by its name, which may be empty. */
  missing: (name: string) => string;
};

/**
 * Chooses a device; disabled, with the system's choice, where the browser cannot. `data-kind`, `data-missing` while the
 * chosen one is not plugged in. Renders a `<select>`.
 */
export const Select = part('select', function useDeviceSelect(given: SelectProps) {
  const { kind, systemDefault, unnamed, missing, ...theirs } = given;
  const devices = useDevicesContext();
  const fixed = kind !== 'microphone' && !devices.canChooseSpeaker;
  const gone = fixed ? undefined : devices.missing[kind];
  const used = fixed ? 'default' : devices[kind];
  const listed = kind === 'microphone' ? devices.microphones : devices.speakers;
  return {
    theirs,
    ours: {
      value: gone === undefined ? used : '',
      disabled: fixed,
      onChange: (event) => void devices.choose(kind, event.currentTarget.value),
      children: [
        gone !== undefined && (
          <option key="missing" value="" disabled>
            {missing(gone)}
          </option>
        ),
        <option key="default" value="default">
          {systemDefault}
        </option>,
        ...withUsed(listed, used).map(({ id, label }, index) => (
          <option key={id} value={id}>
            {label || unnamed(index + 1)}
          </option>
        )),
      ],
    },
    state: { kind, missing: gone !== undefined },
  };
});

/** The devices to choose from. Before the microphone is allowed a browser may keep back even the one in use. */
function withUsed(listed: readonly Device[], used: string): Device[] {
  const devices = listed.filter(({ id }) => id && id !== 'default');
  const there = used === 'default' || devices.some(({ id }) => id === used);
  return there ? devices : [...devices, { id: used, label: '' }];
}

type LevelProps = ComponentPropsWithoutRef<'div'> & {
  /** Whose level; by default the microphone's. */
  source?: MeterSource | undefined;
};

/** How loud it is: `--hs-level`, 0 to 1, on the element. Give it a name by `aria-label`. Renders a `<div role="meter">`. */
export const Level = part('div', function useDeviceLevel({ source = 'microphone', ...theirs }: LevelProps) {
  const [sayLevel] = useState(onceASecond);
  const ref = useMeter(source, sayLevel);
  return {
    theirs,
    ours: { ref, role: 'meter', 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': 0 },
  };
});

/** Assistive technology is told the level now and then: twenty times a second nobody could hear. */
function onceASecond() {
  let next = 0;
  return (level: number, element: HTMLElement) => {
    const now = Date.now();
    if (now < next) return;
    next = now + 1000;
    element.setAttribute('aria-valuenow', String(Math.round(level * 100)));
  };
}

/** Plays a short sound on the chosen speaker. `data-playing` meanwhile. Renders a `<button>`. */
export const TestSpeaker = part('button', function useDeviceTestSpeaker(theirs) {
  const { testSpeaker } = useDevicesContext();
  const [playing, setPlaying] = useState(false);
  return {
    theirs,
    ours: {
      type: 'button',
      'aria-disabled': playing || undefined,
      onClick: async () => {
        if (playing) return;
        setPlaying(true);
        await testSpeaker();
        setPlaying(false);
      },
    },
    state: { playing },
  };
});

/** Asks for the microphone; nothing once it is granted. `data-permission`. Renders a `<button>`. */
export const Allow = part('button', function useDeviceAllow(theirs) {
  const { permission, requestPermission } = useDevicesContext();
  if (permission === 'granted') return null;
  return {
    theirs,
    ours: { type: 'button', onClick: () => void requestPermission() },
    state: { permission },
  };
});
