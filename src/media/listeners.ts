/** Calls code that is not ours: what it throws is reported as uncaught and harms nobody else. */
export function callOut(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    globalThis.reportError?.(error);
  }
}
