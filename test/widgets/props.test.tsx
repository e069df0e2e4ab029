import { fireEvent } from '@testing-library/react';
import type { ComponentType } from 'react';
import {
  CallButton,
  CallHistory,
  CallPanel,
  DevicePicker,
  Dialer,
  IncomingCallToast,
  PhoneAlerts,
  RegistrationStatus,
  Softphone,
  type WidgetProps,
} from '../../src/index.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
import { mount } from './mount.js';

it.each<[string, ComponentType<WidgetProps<'div'>>, string]>([
  ['CallButton', (props) => <CallButton target="bob" {...props} />, 'hs-call-button'],
  ['CallHistory', CallHistory, 'hs-card'],
  ['CallPanel', CallPanel, 'hs-card'],
  ['DevicePicker', DevicePicker, 'hs-card'],
  ['Dialer', Dialer, 'hs-card'],
  ['IncomingCallToast', IncomingCallToast, 'hs-toasts'],
  ['PhoneAlerts', PhoneAlerts, 'hs-alerts'],
  ['Softphone', Softphone, 'hs-softphone'],
  ['RegistrationStatus', RegistrationStatus, 'hs-status'],
])('<%s> gives its root the props of its consumer', (_, Widget, ours) => {
  const onKeyDown = vi.fn();
  const { view } = mount(<Widget id="mine" className="theirs" title="A title" onKeyDown={onKeyDown} />, {
    calls: [fakeCall()],
    sound: 'blocked',
  });
  const root = view.container.querySelector('#mine')!;
  expect(root).toHaveClass('theirs', ours);
  expect(root).toHaveAttribute('title', 'A title');
  fireEvent.keyDown(root);
  expect(onKeyDown).toHaveBeenCalledOnce();
});
