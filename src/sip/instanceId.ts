const PREFIX = 'hookswitch.instance.';

/**
 * The instance id of this tab and address (RFC 5626 section 4.1): the same after a reload, so that the old binding is
 * replaced; another in a duplicated tab, which copies sessionStorage, so that one tab does not take the other's calls.
 */
export function takeInstanceId(aor: string, uuid: () => string): string {
  const key = PREFIX + aor;
  const { id, taken } = read(key);
  const mine = id !== null && !taken ? id : uuid();
  write(key, mine, true);
  globalThis.addEventListener?.('pagehide', () => write(key, mine, false), { once: true });
  return mine;
}

/** Lets the id be used again in this tab. */
export const releaseInstanceId = (aor: string, id: string) => write(PREFIX + aor, id, false);

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
