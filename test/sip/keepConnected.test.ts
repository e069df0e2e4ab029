import { backOff, type ConnectionFacts, keepConnected } from '../../src/sip/keepConnected.js';

const lost = (code = 1006) => ({ code, reason: '' });

/** A connection whose attempts a test lets succeed or fail. */
function connecting() {
  const told: ConnectionFacts[] = [];
  const attempts: { succeed(): Promise<void>; fail(code?: number): Promise<void> }[] = [];
  const connection = keepConnected({
    connect: () =>
      new Promise((resolve, reject) => {
        attempts.push({
          async succeed() {
            resolve();
            await vi.advanceTimersByTimeAsync(0);
          },
          // As the transport does it: first the fact, then the rejection.
          async fail(code) {
            connection.lost(lost(code));
            reject(new Error('refused'));
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    onChange: (facts) => told.push(facts),
    now: Date.now,
  });
  const attempt = (number: number) => {
    expect(attempts).toHaveLength(number);
    return attempts[number - 1] as (typeof attempts)[number];
  };
  return { connection, told, attempt, facts: () => told.at(-1) };
}

/** What a browser's window and document tell of their fate. */
function page() {
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const listeners = { count: 0 };
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    target.addEventListener = (...args) => {
      listeners.count += 1;
      addEventListener.apply(target, args);
    };
    target.removeEventListener = (...args) => {
      listeners.count -= 1;
      removeEventListener.apply(target, args);
    };
  }
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', window.addEventListener);
  vi.stubGlobal('removeEventListener', window.removeEventListener);
  return {
    listeners,
    say: (type: string) => (type === 'visibilitychange' ? document : window).dispatchEvent(new Event(type)),
    hide: () => {
      document.visibilityState = 'hidden';
      document.dispatchEvent(new Event('visibilitychange'));
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  // The longest wait of each back-off.
  vi.spyOn(Math, 'random').mockReturnValue(1);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the wait before the next attempt', () => {
  it('is anything up to a limit that doubles, to 30 s', () => {
    const limits = [1, 2, 3, 4, 5, 6, 7, 8, 100].map((attempt) => backOff(attempt, () => 1));
    expect(limits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    expect(backOff(5, () => 0)).toBe(0);
    expect(backOff(5, () => 0.25)).toBe(2_000);
  });
});

describe('staying connected', () => {
  it('begins with nothing, and with one attempt when told to start', () => {
    const { connection, told, attempt } = connecting();
    expect(told).toEqual([]);
    connection.start();
    connection.start();
    attempt(1);
    expect(told).toEqual([{ transport: 'connecting', attempt: 0, retryAt: null, closeCode: null }]);
  });

  it('is told when it is connected', async () => {
    const { connection, attempt, facts } = connecting();
    connection.start();
    await attempt(1).succeed();
    expect(facts()).toEqual({ transport: 'connected', attempt: 0, retryAt: null, closeCode: null });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tries again after each failure, and says when', async () => {
    const { connection, attempt, facts } = connecting();
    connection.start();
    await attempt(1).fail();
    expect(facts()).toEqual({ transport: 'reconnecting', attempt: 1, retryAt: 1_000_500, closeCode: 1006 });
    await vi.advanceTimersByTimeAsync(499);
    attempt(1);
    await vi.advanceTimersByTimeAsync(1);
    await attempt(2).fail(1012);
    // Why the first one failed stays: nothing stood that could be lost since.
    expect(facts()).toEqual({ transport: 'reconnecting', attempt: 2, retryAt: 1_001_500, closeCode: 1006 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(facts()).toMatchObject({ transport: 'reconnecting', retryAt: null });
    await attempt(3).succeed();
    expect(facts()).toMatchObject({ transport: 'connected', attempt: 0, retryAt: null });
  });

  it('waits longer each time for a server that accepts and drops', async () => {
    const { connection, attempt, facts } = connecting();
    connection.start();
    await attempt(1).succeed();
    connection.lost(lost(1006));
    expect(facts()).toMatchObject({ attempt: 1 });
    await vi.runOnlyPendingTimersAsync();
    await attempt(2).succeed();
    connection.lost(lost(1006));
    expect(facts()).toMatchObject({ attempt: 2, retryAt: Date.now() + 1_000 });
  });

  it('begins with short waits again after it proved good', async () => {
    const { connection, attempt, facts } = connecting();
    connection.start();
    await attempt(1).fail();
    await vi.runOnlyPendingTimersAsync();
    await attempt(2).fail();
    await vi.runOnlyPendingTimersAsync();
    await attempt(3).succeed();
    connection.proven();
    connection.lost(lost(1001));
    expect(facts()).toMatchObject({ transport: 'reconnecting', attempt: 1, closeCode: 1001 });
    await vi.advanceTimersByTimeAsync(500);
    attempt(4);
  });

  it('has one attempt planned, however often the loss is told', async () => {
    const { connection, attempt } = connecting();
    connection.start();
    await attempt(1).succeed();
    connection.lost(lost());
    connection.lost(lost());
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    attempt(2);
  });

  it.each([1008, 4000, 4401, 4999])('ends with code %i, by which the server says no', async (code) => {
    const { say } = page();
    const { connection, attempt, facts } = connecting();
    connection.start();
    await attempt(1).succeed();
    connection.lost(lost(code));
    expect(facts()).toEqual({ transport: 'disconnected', attempt: 1, retryAt: null, closeCode: code });
    await vi.advanceTimersByTimeAsync(3_600_000);
    for (const type of ['online', 'pageshow', 'visibilitychange']) say(type);
    attempt(1);
  });

  it('ends with such a code before it was connected too', async () => {
    const { connection, attempt, facts } = connecting();
    connection.start();
    await attempt(1).fail(4403);
    expect(facts()).toMatchObject({ transport: 'disconnected', closeCode: 4403 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tries once more after such a code when somebody wants to call', async () => {
    const { connection, attempt, facts } = connecting();
    connection.start();
    await attempt(1).fail(4403);
    connection.tryNow();
    expect(facts()).toMatchObject({ transport: 'reconnecting' });
    await attempt(2).succeed();
    expect(facts()).toMatchObject({ transport: 'connected', attempt: 0 });
  });

  it.each([1000, 1001, 1006, 1011, 1012, 1013, 3000, 3999, 5000])('goes on after code %i', async (code) => {
    const { connection, attempt } = connecting();
    connection.start();
    await attempt(1).fail(code);
    await vi.advanceTimersByTimeAsync(500);
    attempt(2);
  });

  it.each(['online', 'pageshow', 'visibilitychange'])('tries at once when the page says %s', async (type) => {
    const { say } = page();
    const { connection, attempt } = connecting();
    connection.start();
    await attempt(1).fail();
    say(type);
    attempt(2);
    await vi.advanceTimersByTimeAsync(60_000);
    attempt(2);
  });

  it('waits for its time while nobody looks at the page', async () => {
    const { hide, say } = page();
    const { connection, attempt } = connecting();
    connection.start();
    await attempt(1).fail();
    hide();
    say('online');
    attempt(1);
    await vi.advanceTimersByTimeAsync(500);
    attempt(2);
  });

  it('never makes two attempts at once', async () => {
    const { say } = page();
    const { connection, attempt } = connecting();
    connection.start();
    connection.tryNow();
    say('online');
    say('pageshow');
    attempt(1);
    await attempt(1).fail();
    connection.tryNow();
    connection.tryNow();
    say('online');
    attempt(2);
  });

  it('makes no attempt while it is connected', async () => {
    const { say } = page();
    const { connection, attempt } = connecting();
    connection.start();
    await attempt(1).succeed();
    connection.tryNow();
    say('online');
    attempt(1);
  });
});

describe('the end of staying connected', () => {
  it('takes the planned attempt and the listeners back', async () => {
    const { listeners, say } = page();
    const { connection, attempt, facts } = connecting();
    connection.start();
    expect(listeners.count).toBe(3);
    await attempt(1).fail();
    connection.stop();
    expect(facts()).toEqual({ transport: 'disconnected', attempt: 0, retryAt: null, closeCode: 1006 });
    expect(listeners.count).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    for (const type of ['online', 'pageshow', 'visibilitychange']) say(type);
    connection.tryNow();
    attempt(1);
  });

  it('is told nothing of what comes after', async () => {
    const { connection, told, attempt } = connecting();
    connection.start();
    connection.stop();
    const count = told.length;
    await attempt(1).succeed();
    connection.lost(lost());
    expect(told).toHaveLength(count);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('needs no page around it', async () => {
    const { connection, attempt } = connecting();
    connection.start();
    await attempt(1).fail();
    connection.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
