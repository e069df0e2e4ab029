import { createRinging } from '../../src/phone/ringing.js';
import type { Call } from '../../src/phone/state.js';
import { createFakeMedia } from '../../src/testing/fakeMedia.js';
import { fakeCall } from '../../src/testing/fakePhone.js';

const incoming = (facts: Partial<Call> = {}) =>
  fakeCall({ direction: 'inbound', state: 'ringing', ...facts, id: 'in' });
const outgoing = (facts: Partial<Call> = {}) => fakeCall({ state: 'ringing', ...facts, id: 'out' });
const talking = () => fakeCall({ id: 'talk' });

describe('what sounds', () => {
  it.each<[string, Call[], sound: 'ring' | 'ringback' | 'nothing']>([
    ['nothing without calls', [], 'nothing'],
    ['a ring for a call that comes in', [incoming()], 'ring'],
    ['one ring for two', [incoming(), incoming()], 'ring'],
    ['nothing for one that was silenced', [incoming({ silenced: true })], 'nothing'],
    ['a ring for another one than the silenced', [incoming({ silenced: true }), incoming()], 'ring'],
    ['nothing once it is being answered', [incoming({ pending: 'microphone' })], 'nothing'],
    ['nothing once it is answered', [incoming({ state: 'connecting' })], 'nothing'],
    ['nothing once it has ended', [incoming({ state: 'terminated' })], 'nothing'],
    ['nothing into a call that stands', [talking(), incoming()], 'nothing'],
    ['a ring while another call is only dialled', [outgoing({ state: 'trying' }), incoming()], 'ring'],
    ['a ringback while it rings at the other end', [outgoing()], 'ringback'],
    ['nothing before it rings there', [outgoing({ state: 'trying' })], 'nothing'],
    ['nothing while a call stands', [talking(), outgoing()], 'nothing'],
  ])('is %s', (_, calls, sound) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const media = createFakeMedia();
    createRinging(media, () => null)({ calls });
    vi.advanceTimersByTime(250);
    expect({ ring: media.ringing, ringback: media.ringingBack }).toEqual({
      ring: sound === 'ring',
      ringback: sound === 'ringback',
    });
  });

  it('is not a ringback of ours where the other side sends its own', () => {
    const media = createFakeMedia();
    const stream = media.createStream([]);
    createRinging(media, (id) => (id === outgoing().id ? stream : null))({ calls: [outgoing()] });
    expect(media.ringingBack).toBe(false);
  });

  it('is no ringback for a call that is answered at once', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const media = createFakeMedia();
    const follow = createRinging(media, () => null);
    follow({ calls: [outgoing()] });
    vi.advanceTimersByTime(249);
    follow({ calls: [outgoing({ state: 'established' })] });
    vi.advanceTimersByTime(1_000);
    expect(media.ringingBack).toBe(false);
  });

  it('begins once and ends once, however often the calls change', () => {
    const media = createFakeMedia();
    const stop = vi.fn();
    const ring = vi.fn(() => stop);
    const follow = createRinging({ ...media, ring }, () => null);
    follow({ calls: [incoming()] });
    follow({ calls: [incoming({ muted: true })] });
    expect(ring).toHaveBeenCalledOnce();
    expect(stop).not.toHaveBeenCalled();
    follow({ calls: [] });
    follow({ calls: [] });
    expect(stop).toHaveBeenCalledOnce();
    follow({ calls: [incoming()] });
    expect(ring).toHaveBeenCalledTimes(2);
  });
});
