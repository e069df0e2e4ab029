// First: React looks for the log when it is loaded.
import '../../bench/pages/renderLog.js';
import { act, fireEvent, screen } from '@testing-library/react';
import { rendered } from '../../bench/pages/renderLog.js';
import { type Call, type CallId, Softphone } from '../../src/index.js';
import { fakeCall } from '../../src/testing/fakePhone.js';
import { mount } from './mount.js';

/** A softphone in a call, beside one on hold, and how to change the call. */
function talking() {
  const { phone } = mount(<Softphone />, {
    calls: [fakeCall({ id: 'first', hold: 'local' }), fakeCall({ id: 'second', answeredAt: Date.now() })],
  });
  const patch = (facts: Partial<Call>) =>
    phone.store.setState(({ calls }) => ({
      calls: calls.map((call) => (call.id === ('second' as CallId) ? { ...call, ...facts } : call)),
    }));
  return { patch };
}

/** The components that rendered, each with those above it. */
function pathsOf(happen: () => void): string[][] {
  rendered.splice(0);
  act(happen);
  return rendered.splice(0);
}

const namesOf = (happen: () => void) => [...new Set(pathsOf(happen).map((path) => path.at(-1)))].sort();

describe('what renders again in a softphone', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => void vi.useRealTimers());

  it('a key press: the dialer alone', () => {
    mount(<Softphone />);
    const paths = pathsOf(() => fireEvent.click(screen.getByRole('button', { name: '5' })));
    expect(paths.filter((path) => !path.includes('Dialer'))).toEqual([]);
    expect(paths.length).toBeGreaterThan(0);
  });

  it('mute: its button alone', () => {
    const { patch } = talking();
    expect(namesOf(() => patch({ muted: true }))).toEqual(['CallMute']);
  });

  it('a hold that is asked for: its button and the words about it', () => {
    const { patch } = talking();
    expect(namesOf(() => patch({ pending: 'hold' }))).toEqual(['CallHold', 'CallStatus', 'Progress']);
  });

  it('a call on hold: what shows it', () => {
    const { patch } = talking();
    expect(namesOf(() => patch({ hold: 'local' }))).toEqual([
      'Avatar',
      'CallHold',
      'CallRoot',
      'CallScope',
      'CallStatus',
      'Progress',
    ]);
  });

  it('a second of talk: the timer alone', () => {
    talking();
    expect(namesOf(() => vi.advanceTimersByTime(1000))).toEqual(['CallTimer']);
  });

  it('a pointer and the focus that come by: nothing', () => {
    talking();
    const mute = screen.getByRole('button', { name: 'Mute' });
    expect(
      namesOf(() => {
        fireEvent.pointerOver(mute);
        mute.focus();
      }),
    ).toEqual([]);
  });
});
