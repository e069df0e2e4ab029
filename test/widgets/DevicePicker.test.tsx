import { act, screen } from '@testing-library/react';
import { DevicePicker, type DevicesState } from '../../src/index.js';
import { mount } from './mount.js';

const devices: DevicesState = {
  permission: 'granted',
  microphones: [{ id: 'usb', label: 'Headset' }],
  speakers: [
    { id: 'usb', label: 'Headset' },
    { id: 'laptop', label: 'Laptop' },
  ],
  microphone: 'usb',
  speaker: 'usb',
  ringer: 'laptop',
  missing: {},
  canChooseSpeaker: true,
};

const choice = (name: string) => screen.getByRole('combobox', { name });

describe('<DevicePicker>', () => {
  it('shows the device in use of each kind', () => {
    mount(<DevicePicker />, { devices });
    expect(choice('Microphone')).toHaveDisplayValue('Headset');
    expect(choice('Speaker')).toHaveDisplayValue('Headset');
    expect(choice('Ringer')).toHaveDisplayValue('Laptop');
    expect(screen.getByRole('meter', { name: 'Microphone level' })).toBeVisible();
  });

  it('watches the devices once', () => {
    const watchDevices = vi.fn(() => () => {});
    mount(<DevicePicker />, { devices }, { watchDevices });
    expect(watchDevices).toHaveBeenCalledOnce();
  });

  it('uses another one when it is chosen', async () => {
    const chooseDevice = vi.fn(async () => {});
    const { user } = mount(<DevicePicker />, { devices }, { chooseDevice });
    await user.selectOptions(choice('Speaker'), 'Laptop');
    expect(chooseDevice).toHaveBeenCalledExactlyOnceWith('speaker', 'laptop');
  });

  it('plays a sound to try the speaker', async () => {
    const testSpeaker = vi.fn(async () => {});
    const { user } = mount(<DevicePicker />, { devices }, { testSpeaker });
    await user.click(screen.getByRole('button', { name: 'Test speaker' }));
    expect(testSpeaker).toHaveBeenCalledOnce();
  });

  it('opens no microphone before the person allows it', async () => {
    const [meter, requestPermission] = [vi.fn(() => () => {}), vi.fn(async () => {})];
    const { user } = mount(
      <DevicePicker />,
      {
        devices: { ...devices, permission: 'prompt', microphones: [{ id: 'a', label: '' }], microphone: 'a' },
      },
      { meter, requestPermission },
    );
    expect(choice('Microphone')).toHaveDisplayValue('Device 1');
    await user.click(screen.getByRole('button', { name: 'Allow the microphone' }));
    expect(requestPermission).toHaveBeenCalledOnce();
    expect(meter).not.toHaveBeenCalled();
  });

  it('says where to allow a microphone that was refused', () => {
    const { view } = mount(<DevicePicker />, { devices: { ...devices, permission: 'denied' } });
    expect(view.container).toHaveTextContent('Allow it in the browser’s site settings');
    expect(screen.queryByRole('button', { name: 'Allow the microphone' })).toBeNull();
  });

  it('says so when there is none', () => {
    const { view } = mount(<DevicePicker />, { devices: { ...devices, microphones: [] } });
    expect(view.container).toHaveTextContent('No microphone was found.');
  });

  it('says so where the browser chooses the speaker, and of none that it is missing', () => {
    const missing = { speaker: 'Dock' };
    const { view } = mount(<DevicePicker />, { devices: { ...devices, missing, canChooseSpeaker: false } });
    expect(view.container).not.toHaveTextContent('Dock');
    expect(choice('Speaker')).toBeDisabled();
    expect(view.container).toHaveTextContent('This browser plays sound where the system says.');
  });

  it('shows a chosen device that is not connected as missing, and lets another be chosen', async () => {
    const chooseDevice = vi.fn(async () => {});
    const missing = { microphone: '', speaker: 'Dock' };
    const { user } = mount(
      <DevicePicker />,
      { devices: { ...devices, microphone: 'default', speaker: 'default', missing } },
      { chooseDevice },
    );
    expect(choice('Microphone')).toHaveDisplayValue('Device not connected');
    expect(choice('Microphone')).not.toHaveAccessibleDescription();
    expect(choice('Speaker')).toHaveDisplayValue('Dock');
    expect(choice('Speaker')).toHaveAccessibleDescription('Device not connected');
    await user.selectOptions(choice('Speaker'), 'System default');
    expect(chooseDevice).toHaveBeenCalledExactlyOnceWith('speaker', 'default');
  });

  it('has something to choose in every select, whatever there is', () => {
    mount(<DevicePicker />, { devices: { ...devices, microphones: [], speakers: [], ringer: 'default' } });
    expect(choice('Microphone')).toHaveDisplayValue('Device 1');
    expect(choice('Speaker')).toHaveDisplayValue('Device 1');
    expect(choice('Ringer')).toHaveDisplayValue('System default');
  });

  it('is used with the keyboard alone, which goes on when the microphone is allowed', async () => {
    const [requestPermission, testSpeaker] = [vi.fn(async () => {}), vi.fn(async () => {})];
    const { phone, user } = mount(
      <DevicePicker />,
      { devices: { ...devices, permission: 'prompt' } },
      { requestPermission, testSpeaker },
    );
    await user.tab();
    expect(choice('Microphone')).toHaveFocus();
    await user.keyboard('{Tab}{Enter}');
    expect(requestPermission).toHaveBeenCalledOnce();
    act(() => phone.store.setState({ devices }));
    expect(screen.getByRole('group', { name: 'Sound' })).toHaveFocus();
    await user.keyboard('{Tab}{Tab}');
    expect(choice('Speaker')).toHaveFocus();
    await user.keyboard('{Tab} {Tab}');
    expect(testSpeaker).toHaveBeenCalledOnce();
    expect(choice('Ringer')).toHaveFocus();
  });
});
