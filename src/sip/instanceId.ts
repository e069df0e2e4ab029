const PREFIX = 'hookswitch.instance.';

/**
 * The instance id of this tab and address (RFC 5626 section 4.1): the same after a reload, so that the old binding is
 * replaced; another in a duplicated tab, which copies sessionStorage, so that one tab does not take the other's calls.
 */
export function takeInstanceId(aor: string, uuid: () => string): { id: string; release(): void } {
  const key = PREFIX + aor;
  const { id, taken } = read(key);
  const mine = id !== null && !taken ? id : uuid();
  const take = () => write(key, mine, true);
  const free = () => write(key, mine, false);
  take();
  // A page that the browser keeps for the back button comes back as it was.
  globalThis.addEventListener?.('pageshow', take);
  globalThis.addEventListener?.('pagehide', free);
  return {
    id: mine,
    /** Lets the id be used again in this tab. */
    release() {
      globalThis.removeEventListener?.('pageshow', take);
      globalThis.removeEventListener?.('pagehide', free);
      free();
    },
  };
}

function read(key: string): { id: string | null; taken: boolean } {
  try {
    const [id, taken] = (sessionStorage.getItem(key) ?? '').split(' ');
    return { id: id && /^[\da-f-]{36}$/.test(id) ? id : null, taken: taken === 'taken' };
  } catch {
    return { id: null, taken: false };
  }
}

function write(key: string, id: string, taken: boolean): void {
  try {
    sessionStorage.setItem(key, taken ? `${id} taken` : id);
  } catch {
    // No storage here: each page load is a new instance, and old bindings live until they expire.
  }
}
