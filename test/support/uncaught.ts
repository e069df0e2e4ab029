/** What reaches the page's own error handler from now to the end of the test, which it does not fail. */
export function catchUncaught(): readonly unknown[] {
  const caught: unknown[] = [];
  const listeners = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error) => caught.push(error));
  // Errors of handlers come to the window of jsdom; all others to Node.
  const onError = (event: ErrorEvent) => {
    event.preventDefault();
    caught.push(event.error);
  };
  window.addEventListener('error', onError);
  onTestFinished(() => {
    window.removeEventListener('error', onError);
    process.removeAllListeners('uncaughtException');
    for (const listener of listeners) process.on('uncaughtException', listener);
  });
  return caught;
}
