import type { Mock } from 'vitest';
import type { PhoneState } from '../../src/phone/state.js';
import { type FakePhone, fakePhone } from '../../src/testing/fakePhone.js';

export type SpyPhone = FakePhone & Record<Exclude<keyof FakePhone, 'store'>, Mock>;

/** A fake phone whose verbs are spies. */
export function spyPhone(state: Partial<PhoneState> = {}): SpyPhone {
  const phone = fakePhone(state);
  for (const [name, verb] of Object.entries(phone)) {
    if (typeof verb === 'function') Object.assign(phone, { [name]: vi.fn(verb) });
  }
  return phone as SpyPhone;
}
