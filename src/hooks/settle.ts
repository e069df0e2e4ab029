import { PhoneError } from '../phone/errors.js';
import { throwLater } from '../phone/throwLater.js';

/**
 * Runs a verb and never rejects: what went wrong in operation is in `lastError` already, and the result is
 * `undefined`. A mistake of the program is not hidden; the page's own error handler gets it.
 */
export async function settle<T>(run: () => Promise<T> | T): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof PhoneError)) throwLater(error);
    return undefined;
  }
}
