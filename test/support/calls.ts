import type { Call, Phone } from '../../src/phone/index.js';

/** The one call that a phone has on screen. */
export const only = (phone: Phone): Call => {
  const { calls } = phone.store.getState();
  if (calls.length !== 1) throw new Error(`There are ${calls.length} calls, not one.`);
  return calls[0]!;
};

/** Connects phones and waits until the exchange knows them. */
export async function register(...phones: Phone[]): Promise<void> {
  for (const phone of phones) phone.connect();
  await vi.waitFor(() => {
    for (const phone of phones) expect(phone.store.getState().registration).toBe('registered');
  });
}

/** Waits until a phone's only call is as expected. */
export const reach = (phone: Phone, facts: object): Promise<void> =>
  vi.waitFor(() => expect(only(phone)).toMatchObject(facts));

/** Waits until a phone's only call has ended for a cause. */
export const ended = (phone: Phone, cause: string): Promise<void> =>
  reach(phone, { state: 'terminated', endReason: { cause } });

/** Lets one phone call another, which answers; both are established. Returns the caller's id. */
export async function talk(caller: Phone, callee: Phone, target: string) {
  const id = await caller.call(target);
  await reach(callee, { state: 'ringing' });
  await callee.answer(only(callee).id);
  await Promise.all([reach(caller, { state: 'established' }), reach(callee, { state: 'established' })]);
  return id;
}
