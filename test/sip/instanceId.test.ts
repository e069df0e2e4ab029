import { takeInstanceId } from '../../src/sip/instanceId.js';

const ALICE = 'sip:alice@example.com';

/** A tab of a browser: its session storage, and the page that it shows. */
class Tab {
  window = new EventTarget();
  listeners = 0;
  constructor(readonly storage = new Map<string, string>()) {}

  /** Makes this the tab in which the code runs. */
  show(): this {
    const { storage } = this;
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => storage.set(key, value),
    });
    const listen = (by: 1 | -1, method: 'addEventListener' | 'removeEventListener') =>
      vi.stubGlobal(method, (...args: Parameters<EventTarget['addEventListener']>) => {
        this.listeners += by;
        this.window[method](...args);
      });
    listen(1, 'addEventListener');
    listen(-1, 'removeEventListener');
    return this;
  }

  say(type: 'pagehide' | 'pageshow'): void {
    this.window.dispatchEvent(new Event(type));
  }

  /** The page goes, and another comes in the same tab. */
  reload(): this {
    this.say('pagehide');
    this.window = new EventTarget();
    return this;
  }

  /** The browser copies the storage into a new tab. */
  duplicate(): Tab {
    return new Tab(new Map(this.storage));
  }
}

const take = (aor = ALICE) => takeInstanceId(aor, () => crypto.randomUUID());

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the id of this tab and address', () => {
  it('is the same after a reload', () => {
    const tab = new Tab().show();
    const { id } = take();
    tab.reload();
    expect(take().id).toBe(id);
    tab.reload();
    expect(take().id).toBe(id);
  });

  it('is another in another tab', () => {
    new Tab().show();
    const { id } = take();
    new Tab().show();
    expect(take().id).not.toBe(id);
  });

  it('is another in a duplicated tab, and stays so', () => {
    const tab = new Tab().show();
    const { id } = take();
    const copy = tab.duplicate().show();
    const other = take().id;
    expect(other).not.toBe(id);
    copy.reload();
    expect(take().id).toBe(other);
    tab.show().reload();
    expect(take().id).toBe(id);
  });

  it('is another in a duplicate of a tab that came back from the cache of the back button', () => {
    const tab = new Tab().show();
    const { id } = take();
    tab.say('pagehide');
    tab.say('pageshow');
    tab.duplicate().show();
    expect(take().id).not.toBe(id);
  });

  it('is another for another address', () => {
    new Tab().show();
    expect(take().id).not.toBe(take('sip:bob@example.com').id);
  });

  it('is another for a second phone of the same address', () => {
    new Tab().show();
    expect(take().id).not.toBe(take().id);
  });

  it('is the same again once it was released, and leaves nothing behind', () => {
    const tab = new Tab().show();
    const instance = take();
    instance.release();
    expect(tab.listeners).toBe(0);
    expect(take().id).toBe(instance.id);
  });

  it('is not read from a storage that holds something else', () => {
    const tab = new Tab().show();
    take();
    const [key = ''] = tab.storage.keys();
    for (const value of ['', 'x', '"><script>', 'taken', `${'a'.repeat(36)}\r\nX: 1`]) {
      tab.storage.set(key, value);
      const instance = take();
      expect(instance.id).toMatch(/^[\da-f-]{36}$/);
      expect(instance.id).not.toBe(value);
      instance.release();
    }
  });

  it.each([
    ['throws', { getItem: refuse, setItem: refuse }],
    ['is full', { getItem: () => null, setItem: refuse }],
    ['is not there', undefined],
  ])('is a new one each time where the storage %s', (_, storage) => {
    new Tab().show();
    vi.stubGlobal('sessionStorage', storage);
    const first = take();
    first.release();
    expect(first.id).toMatch(/^[\da-f-]{36}$/);
    expect(take().id).not.toBe(first.id);
  });

  it('needs no window', () => {
    const instance = take();
    expect(instance.id).toMatch(/^[\da-f-]{36}$/);
    instance.release();
  });
});

function refuse(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}
