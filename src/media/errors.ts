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

/** The browser's name of an error, such as `NotFoundError`. By name, for a DOMException is not always an Error. */
export function errorName(error: unknown): string {
  const name: unknown = typeof error === 'object' && error !== null && 'name' in error ? error.name : '';
  return typeof name === 'string' ? name : '';
}

/** Puts what `getUserMedia` rejected with into one of our codes. */
export function microphoneError(cause: unknown): MediaError {
  if (cause instanceof MediaError) return cause;
  switch (errorName(cause)) {
    case 'NotAllowedError':
      return policyForbids('microphone')
        ? new MediaError(
            'policy-blocked',
            'The page may not use the microphone: its Permissions-Policy forbids it.',
            { cause },
          )
        : new MediaError('permission-denied', 'The microphone was refused.', { cause });
    case 'NotFoundError':
      return new MediaError('device-missing', 'There is no microphone.', { cause });
    case 'NotReadableError':
    case 'AbortError':
      return new MediaError('device-busy', 'The microphone cannot be opened; another program may hold it.', {
        cause,
      });
    default:
      return new MediaError('media-failed', 'The microphone could not be opened.', { cause });
  }
}

/** Puts what `setSinkId` rejected with into one of our codes. */
export function speakerError(cause: unknown): MediaError {
  if (cause instanceof MediaError) return cause;
  switch (errorName(cause)) {
    case 'NotFoundError':
      return new MediaError('device-missing', 'The speaker is not plugged in.', { cause });
    case 'NotAllowedError':
      return policyForbids('speaker-selection')
        ? new MediaError(
            'policy-blocked',
            'The page may not choose a speaker: its Permissions-Policy forbids it.',
            { cause },
          )
        : new MediaError('permission-denied', 'The speaker was refused.', { cause });
    default:
      return new MediaError('media-failed', 'The speaker could not be used.', { cause });
  }
}

interface FeaturePolicy {
  allowsFeature(feature: string): boolean;
}

/** Chromium alone tells; elsewhere a forbidden feature looks like a refusal by the person. */
function policyForbids(feature: string): boolean {
  if (typeof document === 'undefined') return false;
  const { permissionsPolicy, featurePolicy } = document as {
    permissionsPolicy?: FeaturePolicy;
    featurePolicy?: FeaturePolicy;
  };
  const policy = permissionsPolicy ?? featurePolicy;
  return policy?.allowsFeature(feature) === false;
}
