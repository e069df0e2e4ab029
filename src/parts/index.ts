export { addressOf } from './addressOf.js';
export * as CallParts from './call.js';
export * as DeviceParts from './device.js';
export * as DialerParts from './dialer.js';
export * as IncomingCallParts from './incoming-call.js';
export type { Part, PartProps } from './part.js';
export * as PhoneParts from './phone.js';
