import { createLifecycle } from '../../src/phone/lifecycle.js';

/** A resource that starts and stops when the test says so. */
function staging() {
  const events: string[] = [];
  const waiting: (() => void)[] = [];
  const faults: unknown[] = [];
  let made = 0;
  let refusal: Error | null = null;
  const gate = () => new Promise<void>((resolve) => waiting.push(resolve));
  const lifecycle = createLifecycle(
    async () => {
      made += 1;
      const name = `phone ${made}`;
      events.push(`${name} starts`);
      await gate();
      if (refusal) throw refusal;
      events.push(`${name} started`);
      return name;
    },
    async (name) => {
      events.push(`${name} stops`);
      await gate();
      events.push(`${name} stopped`);
    },
    (error) => faults.push(error),
  );
  return {
    lifecycle,
    events,
    faults,
    refuse: (error: Error | null) => {
      refusal = error;
    },
    /** Lets what has begun end. */
    async pass() {
      await settled();
      for (const resolve of waiting.splice(0)) resolve();
      await settled();
    },
  };
}

/** What is queued has run. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a lifecycle', () => {
  it('starts with the first holder and stops with the last', async () => {
    const { lifecycle, events, pass } = staging();
    await pass();
    expect(events).toEqual([]);
    const first = lifecycle.hold();
    const second = lifecycle.hold();
    await pass();
    expect(events).toEqual(['phone 1 starts', 'phone 1 started']);
    first();
    await pass();
    expect(events).toHaveLength(2);
    second();
    await pass();
    expect(events.slice(2)).toEqual(['phone 1 stops', 'phone 1 stopped']);
  });

  it('counts each release once', async () => {
    const { lifecycle, events, pass } = staging();
    const first = lifecycle.hold();
    lifecycle.hold();
    await pass();
    first();
    first();
    first();
    await pass();
    expect(events).toHaveLength(2);
  });

  it('is left untouched by a release that a hold follows at once, as in React StrictMode', async () => {
    const { lifecycle, events, pass } = staging();
    const release = lifecycle.hold();
    release();
    lifecycle.hold();
    await pass();
    await pass();
    expect(events).toEqual(['phone 1 starts', 'phone 1 started']);
  });

  it('does not start at all for who lets go at once', async () => {
    const { lifecycle, events, pass } = staging();
    lifecycle.hold()();
    await pass();
    expect(events).toEqual([]);
  });

  it('stops only after it has started, when it is let go meanwhile', async () => {
    const { lifecycle, events, pass } = staging();
    const release = lifecycle.hold();
    await settled();
    release();
    await settled();
    expect(events).toEqual(['phone 1 starts']);
    await pass();
    await pass();
    expect(events).toEqual(['phone 1 starts', 'phone 1 started', 'phone 1 stops', 'phone 1 stopped']);
  });

  it('starts again only after it has stopped, when it is held meanwhile', async () => {
    const { lifecycle, events, pass } = staging();
    const release = lifecycle.hold();
    await pass();
    release();
    await settled();
    lifecycle.hold();
    await settled();
    expect(events.slice(2)).toEqual(['phone 1 stops']);
    await pass();
    await pass();
    expect(events.slice(2)).toEqual([
      'phone 1 stops',
      'phone 1 stopped',
      'phone 2 starts',
      'phone 2 started',
    ]);
  });

  it('stays up for a hundred who come and go while one stays', async () => {
    const { lifecycle, events, pass } = staging();
    lifecycle.hold();
    for (let count = 0; count < 100; count += 1) lifecycle.hold()();
    await pass();
    expect(events).toEqual(['phone 1 starts', 'phone 1 started']);
  });

  it('gives what it holds once it has started', async () => {
    const { lifecycle, pass } = staging();
    lifecycle.hold();
    const resource = lifecycle.get();
    await pass();
    expect(await resource).toBe('phone 1');
  });

  it('gives nothing when nobody holds it', async () => {
    const { lifecycle } = staging();
    expect(await lifecycle.get()).toBeNull();
  });

  it('gives nothing that stops already', async () => {
    const { lifecycle, pass } = staging();
    const release = lifecycle.hold();
    await pass();
    release();
    await settled();
    const resource = lifecycle.get();
    await pass();
    expect(await resource).toBeNull();
  });

  it('tells when it cannot start, and tries again for the next who asks', async () => {
    const { lifecycle, events, faults, refuse, pass } = staging();
    refuse(new Error('SIP.js could not be loaded.'));
    const release = lifecycle.hold();
    await pass();
    expect(faults).toEqual([new Error('SIP.js could not be loaded.')]);
    refuse(null);
    const resource = lifecycle.get();
    await pass();
    expect(await resource).toBe('phone 2');
    release();
    await pass();
    expect(events.at(-1)).toBe('phone 2 stopped');
  });

  it('has nothing to stop after it could not start', async () => {
    const { lifecycle, events, refuse, pass } = staging();
    refuse(new Error('no'));
    const release = lifecycle.hold();
    await pass();
    release();
    await pass();
    expect(events).toEqual(['phone 1 starts']);
  });

  it('goes on after a stop that failed', async () => {
    const faults: unknown[] = [];
    const lifecycle = createLifecycle(
      async () => 'phone',
      async () => {
        throw new Error('no goodbye');
      },
      (error) => faults.push(error),
    );
    lifecycle.hold()();
    const release = lifecycle.hold();
    await settled();
    release();
    await settled();
    expect(faults).toEqual([new Error('no goodbye')]);
    lifecycle.hold();
    expect(await lifecycle.get()).toBe('phone');
  });
});

describe('the end of a lifecycle', () => {
  it('stops it whoever holds it, for good', async () => {
    const { lifecycle, events, pass } = staging();
    lifecycle.hold();
    const release = lifecycle.hold();
    await pass();
    const ended = lifecycle.dispose();
    expect(lifecycle.disposed).toBe(true);
    await pass();
    await ended;
    expect(events.slice(2)).toEqual(['phone 1 stops', 'phone 1 stopped']);
    release();
    lifecycle.hold();
    await pass();
    expect(events).toHaveLength(4);
    expect(await lifecycle.get()).toBeNull();
  });

  it('waits for a start that is under way, and stops it', async () => {
    const { lifecycle, events, pass } = staging();
    lifecycle.hold();
    await settled();
    const ended = lifecycle.dispose();
    await pass();
    await pass();
    await ended;
    expect(events).toEqual(['phone 1 starts', 'phone 1 started', 'phone 1 stops', 'phone 1 stopped']);
  });

  it('is harmless twice, and before anything', async () => {
    const { lifecycle, events } = staging();
    await Promise.all([lifecycle.dispose(), lifecycle.dispose()]);
    expect(events).toEqual([]);
  });
});
