export {
  type CallActions,
  CallScope,
  type DeviceActions,
  type DialerControls,
  type DialerOptions,
  formatDuration,
  PhoneProvider,
  type Sound,
  useCall,
  useCallActions,
  useCallDuration,
  useCallEvents,
  useCalls,
  useDevices,
  useDial,
  useDialer,
  useHistory,
  useIncomingCalls,
  useLastError,
  useMeter,
  usePhone,
  usePhoneState,
  useSound,
  useStatus,
} from './hooks/index.js';
export type { Words } from './locales/en.js';
export * from './phone/index.js';
export * from './widgets/index.js';
