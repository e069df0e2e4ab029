import { describe, expect, it, vi } from 'vitest';
import { createMedia, sharedMedia } from '../../src/media/index.js';
import { FakeHardware } from '../../src/testing/media/hardware.js';

function setup() {
  const hardware = new FakeHardware();
  const media = createMedia({ mediaDevices: hardware as unknown as MediaDevices, permissions: hardware });
  return { hardware, media };
}

describe('createMedia', () => {
  it('touches nothing of the browser before a verb is called', () => {
    const touched: PropertyKey[] = [];
    const trap = new Proxy({}, { get: (_, name) => touched.push(name) });
    for (const name of ['navigator', 'document', 'localStorage', 'AudioContext']) vi.stubGlobal(name, trap);
    const media = createMedia();
    media.getState();
    media.subscribe(() => {})();
    expect(touched).toEqual([]);
    vi.unstubAllGlobals();
  });

  it('gives the same frozen snapshot until something changed', async () => {
    const { media } = setup();
    const before = media.getState();
    expect(media.getState()).toBe(before);
    const release = media.watch();
    await vi.waitFor(() => expect(media.getState().devices.microphones).toHaveLength(3));
    const after = media.getState();
    expect(after).not.toBe(before);
    expect(media.getState()).toBe(after);
    expect(
      [after, after.devices, after.devices.microphones, after.devices.microphones[0]].every(Object.isFrozen),
    ).toBe(true);
    expect(JSON.parse(JSON.stringify(after))).toEqual(after);
    release();
  });

  it('keeps the lists that did not change when another does', async () => {
    const { hardware, media } = setup();
    const release = media.watch();
    await vi.waitFor(() => expect(media.getState().devices.speakers).toHaveLength(3));
    const { speakers } = media.getState().devices;
    hardware.plug({ kind: 'audioinput', id: 'webcam', label: 'Webcam' });
    await vi.waitFor(() => expect(media.getState().devices.microphones).toHaveLength(4));
    expect(media.getState().devices.speakers).toBe(speakers);
    release();
  });

  it('reports what a listener throws and tells the others', async () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const { media } = setup();
    const heard = vi.fn();
    media.subscribe(() => {
      throw new Error('of the listener');
    });
    const stop = media.subscribe(heard);
    media.watch()();
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    expect(report).toHaveBeenCalledWith(expect.objectContaining({ message: 'of the listener' }));
    stop();
    vi.unstubAllGlobals();
  });

  it('is one for the whole page', () => {
    expect(sharedMedia()).toBe(sharedMedia());
  });

  it('says so where there is no WebRTC', () => {
    const { media } = setup();
    expect(() => media.createPeerConnection({})).toThrow(expect.objectContaining({ code: 'not-supported' }));
  });
});
