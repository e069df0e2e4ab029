export { createMedia, type MediaOptions, sharedMedia } from './createMedia.js';
export { MediaError, type MediaErrorCode } from './errors.js';
export type {
  Device,
  DeviceKind,
  DevicesState,
  Media,
  MediaState,
  Microphone,
  PermissionStatus,
  Playback,
  SoundState,
} from './media.js';
