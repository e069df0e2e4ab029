/** After a start that failed, ms. */
const RETRY = 5_000;

/**
 * Keeps a resource up while anyone holds it: the one queue for connecting and disconnecting. Starts and stops never
 * overlap, and a release followed at once by a new hold, as React StrictMode does, leaves it untouched.
 */
export function createLifecycle<T>(
  start: () => Promise<T>,
  stop: (resource: T) => Promise<void>,
  onFault: (error: unknown) => void,
) {
  let holders = 0;
  let resource: T | null = null;
  let disposed = false;
  let queue: Promise<void> = Promise.resolve();
  let retry: ReturnType<typeof setTimeout> | undefined;

  const settle = (): Promise<void> => {
    queue = queue
      .then(async () => {
        const wanted = holders > 0 && !disposed;
        if (wanted === (resource !== null)) return;
        if (wanted) resource = await start();
        else if (resource !== null) {
          const ended = resource;
          resource = null;
          await stop(ended);
        }
      })
      .catch((error) => {
        onFault(error);
        // What is wanted is tried again: the page may have been offline, or have lost a file to a deploy.
        clearTimeout(retry);
        if (holders > 0 && !disposed) retry = setTimeout(settle, RETRY);
      });
    return queue;
  };

  return {
    /** Counts one more holder; returns its release, which is harmless twice. */
    hold(): () => void {
      holders += 1;
      void settle();
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        holders -= 1;
        void settle();
      };
    },
    /** The resource, once the queue has worked off what was asked. `null` when nobody holds it or it failed to start. */
    async get(): Promise<T | null> {
      await settle();
      return resource;
    },
    dispose(): Promise<void> {
      disposed = true;
      clearTimeout(retry);
      return settle();
    },
    get disposed(): boolean {
      return disposed;
    },
  };
}
