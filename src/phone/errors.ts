import type { MediaErrorCode } from '../media/index.js';

/** Every way a verb of the phone can fail while the program is right. Each has words in every locale. */
export type PhoneErrorCode =
  | 'target-invalid'
  | 'target-refused'
  | 'transport-failed'
  | 'registration-rejected'
  | MediaErrorCode;

/** What a verb of the phone rejects with. Show words by its `code`; `message` is for developers. */
export class PhoneError extends Error {
  override readonly name = 'PhoneError';
  constructor(
    readonly code: PhoneErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
