import '../../src/styles/styles.css';
import { type Call, type CallId, PhoneProvider, Softphone } from '../../src/index.js';
import { type FakePhone, fakeCall, fakePhone } from '../../src/testing/fakePhone.js';
import { mount } from './mount.js';
import { type RenderPath, rendered } from './renderLog.js';

/** What a change does: the components that rendered, and the elements whose inside or attributes changed. */
export interface Effect {
  renders: RenderPath[];
  changed: string[];
}

/** What renders in a softphone of 64 calls when one of them changes. */
export const changeOneOfMany = () =>
  inSoftphone(
    Array.from({ length: 64 }, (_, index) =>
      fakeCall({ id: `call-${index}`, hold: index > 0 ? 'local' : 'none', answeredAt: Date.now() }),
    ),
    (phone) => patch(phone, 'call-40', { hold: 'both' }),
  );

export const pressKey = () =>
  inSoftphone([], async (_, container) => {
    const key = container.querySelector<HTMLButtonElement>('button[aria-label="5"]')!;
    // The first also shows the button that deletes.
    key.click();
    await frame();
    forget();
    key.click();
  });

export const mute = () =>
  inSoftphone([fakeCall({ id: 'call', answeredAt: Date.now() })], (phone) =>
    patch(phone, 'call', { muted: true }),
  );

export const tick = () =>
  inSoftphone([fakeCall({ id: 'call', answeredAt: Date.now() })], async (_, container) => {
    const timer = container.querySelector('[role=timer]')!;
    const before = timer.textContent;
    while (timer.textContent === before) await frame();
  });

let changes: MutationRecord[] = [];

function forget() {
  rendered.splice(0);
  changes = [];
}

async function inSoftphone(
  calls: Call[],
  change: (phone: FakePhone, container: HTMLElement) => void | Promise<void>,
): Promise<Effect> {
  const phone = fakePhone({ calls });
  const { container, remove } = mount(
    <PhoneProvider phone={phone}>
      <Softphone />
    </PhoneProvider>,
  );
  await frame();
  await frame();
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(container, { subtree: true, childList: true, attributes: true, characterData: true });
  forget();
  await change(phone, container);
  await frame();
  const changed = new Set(
    changes.map(({ target }) => (target instanceof Element ? target : target.parentElement!)),
  );
  observer.disconnect();
  const effect = { renders: rendered.splice(0), changed: [...changed].map(nameOf) };
  remove();
  return effect;
}

const nameOf = (element: Element) =>
  `${element.localName}.${element.getAttribute('class') ?? ''}[${element.getAttribute('aria-label') ?? ''}]`;

const patch = (phone: FakePhone, id: string, facts: Partial<Call>) =>
  phone.store.setState(({ calls }) => ({
    calls: calls.map((call) => (call.id === (id as CallId) ? { ...call, ...facts } : call)),
  }));

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
