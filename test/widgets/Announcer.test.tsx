import { act, render, screen } from '@testing-library/react';
import { type ReactElement, type ReactNode, StrictMode } from 'react';
import {
  CallButton,
  CallPanel,
  DevicePicker,
  IncomingCallToast,
  PhoneProvider,
  type PhoneState,
  Softphone,
  WordsProvider,
} from '../../src/index.js';
import { de } from '../../src/locales/de.js';
import { en } from '../../src/locales/en.js';
import { fakeCall, fakePhone } from '../../src/testing/fakePhone.js';
import { listen } from '../support/heard.js';

let ears: ReturnType<typeof listen>;
beforeEach(() => {
  vi.useFakeTimers();
  ears = listen();
});
afterEach(() => {
  ears.stop();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const rings = (id = 'in', displayName = 'Bob') =>
  fakeCall({
    id,
    direction: 'inbound',
    state: 'ringing',
    remote: { uri: 'sip:bob@hookswitch.test', displayName },
  });

type Shown = 'panel' | 'toast' | 'devices' | 'softphone' | 'button';
const widgets = {
  panel: <CallPanel key="panel" />,
  toast: <IncomingCallToast key="toast" />,
  devices: <DevicePicker key="devices" />,
  softphone: <Softphone key="softphone" />,
  button: <CallButton key="button" target="bob" />,
};

/** Widgets of one phone, under StrictMode, and how to change what the phone knows and which widgets there are. */
function show(first: Shown[], state: Partial<PhoneState> = {}) {
  const phone = fakePhone(state);
  const tree = (names: Shown[]) => (
    <StrictMode>
      <PhoneProvider phone={phone}>{names.map((name) => widgets[name])}</PhoneProvider>
    </StrictMode>
  );
  const { rerender, container, unmount } = render(tree(first));
  pass(100);
  return {
    set: (change: Partial<PhoneState>) => act(() => phone.store.setState(change)),
    showOnly: (...names: Shown[]) => rerender(tree(names)),
    unmount,
    regions: () =>
      [...container.querySelectorAll('[aria-live=polite], [aria-live=assertive]')].map((region) =>
        region.getAttribute('aria-live'),
      ),
    standing: () => [...container.querySelectorAll('[aria-live] > p')].map(({ textContent }) => textContent),
  };
}

describe('the announcements', () => {
  it('come from one polite and one assertive region of a softphone, for all that is in it', () => {
    const { regions } = show(['softphone'], { calls: [rings(), fakeCall({ id: 'other' })] });
    expect(regions()).toEqual(['polite', 'assertive']);
  });

  it.each<Shown>(['panel', 'toast', 'devices', 'softphone', 'button'])(
    'come from one widget alone: %s',
    (name) => {
      const { set } = show([name]);
      set({ calls: [fakeCall()] });
      expect(ears.heard).toEqual(['Call with Bob: Connected']);
    },
  );

  it('are made once, however many widgets there are', () => {
    const { set } = show(['panel', 'toast', 'softphone']);
    set({ calls: [fakeCall({ state: 'trying' })] });
    set({ calls: [fakeCall()] });
    expect(ears.heard).toEqual(['Call with Bob: Calling…', 'Call with Bob: Connected']);
  });

  it('stand beside each other when they come in a moment', () => {
    const { set, standing } = show(['panel']);
    set({ calls: [fakeCall({ state: 'trying' })] });
    set({ calls: [fakeCall({ state: 'trying' }), fakeCall({ id: 'second', hold: 'remote' })] });
    expect(standing()).toEqual(['Call with Bob: Calling…', 'Call with Bob: They put you on hold']);
  });

  it('are removed after a while, each by itself', () => {
    const { set, standing } = show(['panel']);
    set({ calls: [fakeCall({ state: 'trying' })] });
    pass(6_000);
    set({ calls: [fakeCall()] });
    pass(4_000);
    expect(standing()).toEqual(['Call with Bob: Connected']);
    pass(6_000);
    expect(standing()).toEqual([]);
    expect(ears.heard).toHaveLength(2);
  });

  it('say nothing of what was there before, but that a call rings', () => {
    show(['panel', 'toast'], { calls: [fakeCall({ id: 'first' }), rings('second', 'Grace')] });
    expect(ears.heard).toEqual(['!Incoming call from Grace. Press F8 to go to it.']);
  });

  it('name no key where none reaches the call', () => {
    const { set } = show(['panel']);
    set({ calls: [rings()] });
    expect(ears.heard).toEqual(['!Incoming call from Bob.']);
  });

  it('go on from another widget when the one that spoke is gone, and repeat nothing', () => {
    const { set, showOnly } = show(['softphone', 'panel', 'toast']);
    set({ calls: [rings()] });
    showOnly('panel', 'toast');
    pass(100);
    set({ calls: [{ ...rings(), state: 'established' }] });
    expect(ears.heard).toEqual([
      '!Incoming call from Bob. Press F8 to go to it.',
      'Call with Bob: Connected',
    ]);
  });

  it.each<[string, (node: ReactNode) => ReactElement]>([
    ['is hidden', (node) => <div hidden>{node}</div>],
    ['is inert', (node) => <div aria-hidden="true">{node}</div>],
  ])('come from the first widget that can be heard, where another one %s', (_, hide) => {
    const phone = fakePhone();
    render(
      <PhoneProvider phone={phone}>
        {hide(<Softphone />)}
        <div data-testid="heard">
          <CallPanel />
        </div>
      </PhoneProvider>,
    );
    pass(100);
    act(() => phone.store.setState({ calls: [fakeCall()] }));
    expect(ears.heard).toEqual(['Call with Bob: Connected']);
    expect(screen.getByTestId('heard').querySelector('[aria-live] > p')).not.toBeNull();
  });

  it('do not wait for a page that renders all the time, with new words each time', () => {
    const phone = fakePhone({ calls: [rings()] });
    const tree = (count: number) => (
      <PhoneProvider phone={phone}>
        <WordsProvider words={{ ...en, callUs: String(count) }}>
          <IncomingCallToast />
        </WordsProvider>
      </PhoneProvider>
    );
    const { rerender } = render(tree(0));
    for (let count = 1; count < 6; count += 1) {
      pass(50);
      rerender(tree(count));
    }
    expect(ears.heard).toEqual(['!Incoming call from Bob. Press F8 to go to it.']);
  });

  it('come late, and in order, when they were made before anybody took notice of the region', () => {
    const { set, showOnly } = show([]);
    showOnly('panel');
    set({ calls: [fakeCall({ state: 'trying' })] });
    set({ calls: [fakeCall({ state: 'ringing' })] });
    set({ calls: [fakeCall()] });
    expect(ears.heard).toEqual([]);
    pass(100);
    expect(ears.heard).toEqual([
      'Call with Bob: Calling…',
      'Call with Bob: Ringing…',
      'Call with Bob: Connected',
    ]);
  });

  it('miss nothing that happens while the voice changes', () => {
    const { set, showOnly } = show(['softphone', 'panel']);
    set({ calls: [fakeCall({ state: 'trying' })] });
    showOnly('panel');
    set({ calls: [fakeCall()] });
    pass(100);
    expect(ears.heard).toEqual(['Call with Bob: Calling…', 'Call with Bob: Connected']);
  });

  it('end with the last widget', () => {
    const { set, unmount } = show(['panel', 'toast']);
    unmount();
    set({ calls: [rings()] });
    pass(10_000);
    expect(ears.heard).toEqual([]);
  });

  it('are of each phone by itself', () => {
    const [first, second] = [fakePhone(), fakePhone()];
    const { container } = render(
      [first, second].map((phone, key) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never move
        <PhoneProvider key={key} phone={phone}>
          <CallPanel />
        </PhoneProvider>
      )),
    );
    pass(100);
    expect(container.querySelectorAll('[aria-live=polite]')).toHaveLength(2);
    act(() => second.store.setState({ calls: [rings()] }));
    expect(ears.heard).toEqual(['!Incoming call from Bob.']);
  });

  it('are made in the language of the widgets', () => {
    const phone = fakePhone();
    const { container } = render(
      <WordsProvider words={de}>
        <PhoneProvider phone={phone}>
          <CallPanel />
        </PhoneProvider>
      </WordsProvider>,
    );
    pass(100);
    act(() => phone.store.setState({ calls: [rings()] }));
    expect(ears.heard).toEqual([`!${de.news.incoming('Bob')}`]);
    expect(container.querySelector('[aria-live]')?.closest('[lang]')).toHaveAttribute('lang', 'de');
  });

  it('tell of a headset that is gone, at once when it was in use', () => {
    const { devices } = fakePhone().store.getState();
    const headset = { id: 'usb', label: 'Headset' };
    const both = { ...devices, microphones: [{ id: 'laptop', label: 'Laptop' }, headset], microphone: 'usb' };
    const { set } = show(['devices'], { devices: both });
    set({ devices: { ...both, microphones: both.microphones.slice(0, 1), microphone: 'default' } });
    set({ devices: both });
    expect(ears.heard).toEqual(['!Headset is no longer connected.', 'Headset is connected.']);
  });
});
