export { CallPanel, type CallPanelProps } from './CallPanel.js';
export { DevicePicker } from './DevicePicker.js';
export { Dialer } from './Dialer.js';
export { IncomingCallToast } from './IncomingCallToast.js';
export { PhoneAlerts } from './PhoneAlerts.js';
export { Softphone, type SoftphoneProps } from './Softphone.js';
export { RegistrationStatus } from './RegistrationStatus.js';
export { useWords, WordsProvider } from './WordsProvider.js';
export type { WidgetProps } from './widgetProps.js';
