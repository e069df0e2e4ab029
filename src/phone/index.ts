export type {
  Device,
  DeviceKind,
  DevicesState,
  Media,
  PermissionStatus,
  SoundState,
} from '../media/index.js';
export type { Credentials, CredentialsSource, LogLevel, SocketFactory, SocketLike } from '../sip/index.js';
export { createPhone } from './createPhone.js';
export { PhoneError, type PhoneErrorCode } from './errors.js';
export type { CallOptions, MeterSource, Phone } from './phone.js';
export {
  isIncoming,
  type PhoneStatus,
  selectActiveCall,
  selectCall,
  selectIncomingIds,
  selectStatus,
} from './selectors.js';
export type { PhoneSettings } from './settings.js';
export type {
  Call,
  CallId,
  CallState,
  EndCause,
  EndReason,
  LastError,
  Pending,
  PhoneState,
  RegistrationState,
  RemoteParty,
  TransportStatus,
} from './state.js';
export { type CallEvents, watchCalls } from './watchCalls.js';
