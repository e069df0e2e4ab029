/**
 * What a screen reader is given to say from now on, in order: each text that is added to a live region which was there
 * before it. Urgent ones begin with "!".
 */
export function listen(): { readonly heard: string[]; stop(): void } {
  const heard: string[] = [];
  const take = (records: MutationRecord[]) => {
    for (const { target, addedNodes } of records) {
      const live = (target as Element).closest('[aria-live]')?.getAttribute('aria-live');
      if (live !== 'polite' && live !== 'assertive') continue;
      for (const { textContent } of addedNodes)
        heard.push(`${live === 'assertive' ? '!' : ''}${textContent}`);
    }
  };
  const observer = new MutationObserver(take);
  observer.observe(document.body, { childList: true, subtree: true });
  return {
    get heard() {
      take(observer.takeRecords());
      return heard;
    },
    stop: () => observer.disconnect(),
  };
}
