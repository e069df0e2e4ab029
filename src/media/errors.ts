export type MediaErrorCode =
  | 'permission-denied'
  | 'insecure-context'
  | 'policy-blocked'
  | 'device-missing'
  | 'device-busy'
  | 'request-pending'
  | 'media-failed'
  | 'not-supported';

/** What the verbs of `Media` reject with: one code for each thing that a person can do something about. */
export class MediaError extends Error {
  override readonly name = 'MediaError';
  constructor(
    readonly code: MediaErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
