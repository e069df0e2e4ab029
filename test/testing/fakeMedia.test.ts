import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createFakeMedia, createWire, type FakeMediaOptions } from '../../src/testing/index.js';

function phones(aliceMedia: FakeMediaOptions = {}) {
  const wire = createWire({ accounts: { alice: { password: 'a' }, bob: { password: 'b' } } });
  const [alice, bob] = (['alice', 'bob'] as const).map((user) => {
    const media = createFakeMedia(user === 'alice' ? aliceMedia : {});
    const phone = wire.phone(user, { media });
    const release = phone.connect();
    onTestFinished(async () => {
      release();
      await phone.dispose();
    });
    const first = () => phone.store.getState().calls[0];
    return { media, phone, first, connection: () => media.connections[0] };
  });
  if (!alice || !bob) throw new Error('There are two.');
  return { alice, bob };
}

async function call(aliceMedia: FakeMediaOptions = {}) {
  const { alice, bob } = phones(aliceMedia);
  await vi.waitFor(() => expect(bob.phone.store.getState().registration).toBe('registered'), 3_000);
  const id = await alice.phone.call('bob');
  return { alice, bob, id };
}

async function established(aliceMedia: FakeMediaOptions = {}) {
  const { alice, bob, id } = await call(aliceMedia);
  await vi.waitFor(() => expect(bob.first()?.state).toBe('ringing'), 3_000);
  await bob.phone.answer(bob.first()!.id);
  await vi.waitFor(() =>
    expect([alice.first()?.state, bob.first()?.state]).toEqual(['established', 'established']),
  );
  await vi.waitFor(() => expect([alice.connection()?.hears, bob.connection()?.hears]).toEqual([true, true]));
  return { alice, bob, id };
}

describe('fake media', () => {
  it('carry a call of two phones: ringing, talking, muted, on hold, ended', async () => {
    const { alice, bob, id } = await call();
    await vi.waitFor(() => expect([alice.media.ringingBack, bob.media.ringing]).toEqual([true, true]), 3_000);
    await bob.phone.answer(bob.first()!.id);
    await vi.waitFor(() =>
      expect([alice.connection()?.hears, bob.connection()?.hears]).toEqual([true, true]),
    );
    expect([alice.media.ringingBack, bob.media.ringing]).toEqual([false, false]);
    expect([alice.media.playing.length, bob.media.playing.length]).toEqual([1, 1]);

    await alice.phone.mute(id);
    expect([alice.connection()?.hears, bob.connection()?.hears]).toEqual([true, false]);
    await alice.phone.unmute(id);
    await alice.phone.hold(id);
    expect([alice.connection()?.hears, bob.connection()?.hears]).toEqual([false, false]);
    await alice.phone.resume(id);
    await vi.waitFor(() =>
      expect([alice.connection()?.hears, bob.connection()?.hears]).toEqual([true, true]),
    );

    await alice.phone.sendDtmf(id, '1#');
    await vi.waitFor(() => expect(alice.connection()?.sentTones).toBe('1#'), 2_000);

    await bob.phone.hangup(bob.first()!.id);
    await vi.waitFor(() => expect(alice.first()?.state).toBe('terminated'));
    expect([alice.media.liveTracks(), bob.media.liveTracks()]).toEqual([[], []]);
    expect([alice.media.playing, bob.media.playing]).toEqual([[], []]);
    expect(alice.connection()?.signalingState).toBe('closed');
  });

  it('keep a call when the microphone is unplugged or exchanged', async () => {
    const { alice, bob } = await established();
    alice.media.unplug('built-in');
    await vi.waitFor(() => expect(bob.connection()?.hears).toBe(true));
    expect(alice.media.liveTracks().map(({ label }) => label)).toEqual(['Headset microphone']);
    alice.media.plug({ kind: 'audioinput', id: 'webcam', label: 'Webcam' });
    await alice.phone.chooseDevice('microphone', 'webcam');
    await vi.waitFor(() => expect(bob.connection()?.hears).toBe(true));
    expect(alice.media.liveTracks().map(({ label }) => label)).toEqual(['Webcam']);
  });

  it('wait for the person to answer the prompt', async () => {
    const { alice, bob } = await call({ permission: 'prompt' });
    await vi.waitFor(() => expect(alice.media.requests).toBe(1));
    expect(bob.first()).toBeUndefined();
    alice.media.allow();
    await vi.waitFor(() => expect(bob.first()?.state).toBe('ringing'), 3_000);
  });

  it('stop a microphone that is granted after the call has ended', async () => {
    const { alice, id } = await call({ permission: 'prompt' });
    await vi.waitFor(() => expect(alice.media.requests).toBe(1));
    await alice.phone.hangup(id);
    alice.media.allow();
    await vi.waitFor(() => expect(alice.media.tracks.map(({ readyState }) => readyState)).toEqual(['ended']));
    expect(alice.first()?.state).toBe('terminated');
  });

  it('refuse the microphone', async () => {
    const { alice } = await call({ permission: 'denied' });
    await vi.waitFor(() => expect(alice.phone.store.getState().lastError?.code).toBe('permission-denied'));
    expect(alice.first()?.state).toBe('terminated');
  });

  it('find no way through the network', async () => {
    const { alice } = await call({ candidates: [] });
    await vi.waitFor(() => expect(alice.first()?.state).toBe('terminated'), 2_000);
    expect(alice.connection()?.iceGatheringState).toBe('complete');
    expect(alice.media.liveTracks()).toEqual([]);
  });

  it('are blocked until the person turns the sound on', async () => {
    const media = createFakeMedia({ sound: 'blocked' });
    const stop = media.ring();
    expect(media.getState().sound).toBe('blocked');
    await media.turnOnSound();
    expect([media.getState().sound, media.ringing]).toEqual(['ready', true]);
    stop();
    expect(media.ringing).toBe(false);
  });
});
