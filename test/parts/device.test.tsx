import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DeviceKind, DevicesState } from '../../src/media/index.js';
import { DeviceParts } from '../../src/parts/index.js';
import { spyPhone } from '../support/spyPhone.js';
import { withPhone } from '../support/withPhone.js';

const devices: DevicesState = {
  permission: 'granted',
  microphones: [
    { id: 'default', label: 'Default - Headset' },
    { id: 'usb', label: 'Headset' },
    { id: 'web', label: '' },
  ],
  speakers: [{ id: 'usb-out', label: 'Headset' }],
  microphone: 'usb',
  speaker: 'default',
  ringer: 'usb-out',
  missing: {},
  canChooseSpeaker: true,
};

function mount(kind: DeviceKind, change: Partial<DevicesState> = {}) {
  const phone = spyPhone({ devices: { ...devices, ...change } });
  render(
    <DeviceParts.Root>
      <DeviceParts.Select
        kind={kind}
        aria-label="Device"
        systemDefault="System default"
        unnamed={(place) => `Microphone ${place}`}
        missing={(name) => `${name} (gone)`}
      />
    </DeviceParts.Root>,
    { wrapper: withPhone(phone) },
  );
  const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Device' });
  const options = within(select)
    .getAllByRole('option')
    .map((option) => option.textContent);
  return { phone, select, options };
}

describe('choosing a device', () => {
  it('offers what is plugged in and what the system uses, all by a name', () => {
    const { select, options } = mount('microphone');
    expect(options).toEqual(['System default', 'Headset', 'Microphone 2']);
    expect(select).toHaveDisplayValue('Headset');
  });

  it('shows the chosen one as gone while it is not plugged in', () => {
    const { select, options } = mount('microphone', {
      microphone: 'default',
      missing: { microphone: 'Dock' },
    });
    expect(options).toEqual(['Dock (gone)', 'System default', 'Headset', 'Microphone 2']);
    expect(select).toHaveDisplayValue('Dock (gone)');
    expect(select).toHaveAttribute('data-missing');
  });

  it('lets go of the one that is gone when another is chosen', async () => {
    const { phone, select } = mount('microphone', { microphone: 'default', missing: { microphone: '' } });
    await userEvent.selectOptions(select, 'System default');
    expect(phone.chooseDevice).toHaveBeenCalledExactlyOnceWith('microphone', 'default');
  });

  it('offers the one in use though the browser keeps back what there is', () => {
    const { select, options } = mount('microphone', {
      permission: 'prompt',
      microphones: [{ id: 'default', label: '' }],
    });
    expect(options).toEqual(['System default', 'Microphone 1']);
    expect(select).toHaveDisplayValue('Microphone 1');
  });

  it.each(['microphone', 'speaker', 'ringer'] as const)(
    'offers the default %s where there is none',
    (kind) => {
      const { select, options } = mount(kind, { microphones: [], speakers: [], [kind]: 'default' });
      expect(options).toEqual(['System default']);
      expect(select).toHaveDisplayValue('System default');
    },
  );

  it.each<[DeviceKind, string]>([
    ['speaker', 'System default'],
    ['ringer', 'Headset'],
  ])('offers the speakers for the %s', (kind, chosen) => {
    const { select, options } = mount(kind);
    expect(options).toEqual(['System default', 'Headset']);
    expect(select).toHaveDisplayValue(chosen);
  });

  it('shows the chosen device when the phone uses it, not before', async () => {
    const { phone, select } = mount('speaker');
    await userEvent.selectOptions(select, 'Headset');
    expect(phone.chooseDevice).toHaveBeenCalledExactlyOnceWith('speaker', 'usb-out');
    expect(select).toHaveDisplayValue('System default');
    act(() => phone.store.setState({ devices: { ...devices, speaker: 'usb-out' } }));
    expect(select).toHaveDisplayValue('Headset');
  });

  it('is disabled for speakers where the browser cannot choose', () => {
    const { select } = mount('ringer', { canChooseSpeaker: false, missing: { ringer: 'Dock' } });
    expect(select).toBeDisabled();
    expect(select).toHaveDisplayValue('System default');
  });

  it('is still there for microphones then', () => {
    expect(mount('microphone', { canChooseSpeaker: false }).select).toBeEnabled();
  });
});

describe('testing the speaker', () => {
  it('plays one sound at a time', async () => {
    const phone = spyPhone();
    let end = () => {};
    phone.testSpeaker.mockImplementation(
      () =>
        new Promise<void>((resolve) => {
          end = resolve;
        }),
    );
    render(
      <DeviceParts.Root>
        <DeviceParts.TestSpeaker>Test speaker</DeviceParts.TestSpeaker>
      </DeviceParts.Root>,
      { wrapper: withPhone(phone) },
    );
    const button = screen.getByRole('button', { name: 'Test speaker' });
    await userEvent.click(button);
    await userEvent.click(button);
    expect(phone.testSpeaker).toHaveBeenCalledOnce();
    expect(button).toHaveAttribute('data-playing', '');
    await act(async () => end());
    expect(button).not.toHaveAttribute('data-playing');
  });
});

describe('the level', () => {
  it('is drawn twenty times a second and told once', () => {
    vi.useFakeTimers({ now: 10_000 });
    let say = (_level: number) => {};
    const phone = spyPhone();
    phone.meter.mockImplementation((_source, callback) => {
      say = callback;
      return () => {};
    });
    render(<DeviceParts.Level aria-label="Microphone level" />, { wrapper: withPhone(phone) });
    const meter = screen.getByRole('meter', { name: 'Microphone level' });
    expect(meter).toHaveAttribute('aria-valuenow', '0');
    say(0.5);
    say(0.7);
    expect(meter.style.getPropertyValue('--hs-level')).toBe('0.700');
    expect(meter).toHaveAttribute('aria-valuenow', '50');
    vi.setSystemTime(11_000);
    say(0.254);
    expect(meter).toHaveAttribute('aria-valuenow', '25');
    vi.useRealTimers();
  });
});
