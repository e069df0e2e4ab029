export { addressOf, type HistoryEntry, isMissed } from '../hooks/index.js';
export * as CallParts from './call.js';
export * as CallListParts from './call-list.js';
export * as DeviceParts from './device.js';
export * as DialerParts from './dialer.js';
export * as HistoryParts from './history.js';
export * as IncomingCallParts from './incoming-call.js';
export type { Part, PartProps } from './part.js';
export * as PhoneParts from './phone.js';
