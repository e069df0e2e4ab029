import { createConnection } from '../../src/phone/connection.js';
import type { PhoneErrorCode } from '../../src/phone/errors.js';
import type { PhoneState } from '../../src/phone/state.js';
import { fakePhone } from '../../src/testing/fakePhone.js';

/** The slice over a state, and the errors that it told and took back, in order. */
function connecting() {
  const { store } = fakePhone({ transport: 'disconnected', registration: 'unregistered' });
  const errors: string[] = [];
  const connection = createConnection({
    get: store.getState,
    set: (change) => store.setState(change),
    report: (code) => errors.push(code),
    clear: (...codes: PhoneErrorCode[]) => errors.push(...codes.map((code) => `no ${code}`)),
  });
  /** An attempt to connect failed, so many since the last that worked. */
  const failed = (attempt: number) =>
    connection.onConnection({ transport: 'reconnecting', attempt, retryAt: 1, closeCode: 1006 });
  const stands = () =>
    connection.onConnection({ transport: 'connected', attempt: 0, retryAt: null, closeCode: null });
  return { connection, store, errors, failed, stands };
}

describe('the connection in the state', () => {
  it('is as it was told', () => {
    const { connection, store } = connecting();
    const facts: Pick<PhoneState, 'transport' | 'attempt' | 'retryAt' | 'closeCode'> = {
      transport: 'reconnecting',
      attempt: 2,
      retryAt: 1_700_000_000_000,
      closeCode: 1012,
    };
    connection.onConnection(facts);
    expect(store.getState()).toMatchObject(facts);
  });

  it('is an error at once when it never stood', () => {
    const { errors, failed } = connecting();
    failed(1);
    failed(2);
    failed(3);
    expect(errors).toEqual(['transport-failed']);
  });

  it('is an error only after some attempts when it was lost, for it mostly comes back', () => {
    const { errors, failed, stands } = connecting();
    stands();
    errors.length = 0;
    failed(1);
    failed(2);
    expect(errors).toEqual([]);
    failed(3);
    failed(4);
    expect(errors).toEqual(['transport-failed']);
  });

  it('is no error any more once it stands', () => {
    const { errors, failed, stands } = connecting();
    failed(1);
    stands();
    expect(errors).toEqual(['transport-failed', 'no transport-failed']);
  });

  it('is an error at once when the server will have none of it', () => {
    const { connection, errors, stands } = connecting();
    stands();
    errors.length = 0;
    connection.onConnection({ transport: 'disconnected', attempt: 1, retryAt: null, closeCode: 4403 });
    expect(errors).toEqual(['transport-failed']);
  });

  it('is no error when it was closed on purpose', () => {
    const { connection, errors, stands } = connecting();
    stands();
    errors.length = 0;
    connection.onConnection({ transport: 'disconnected', attempt: 0, retryAt: null, closeCode: 1006 });
    expect(errors).toEqual([]);
  });
});

describe('the registration in the state', () => {
  it('is as it was told, and written once', () => {
    const { connection, store } = connecting();
    const listener = vi.fn();
    store.subscribe(listener);
    connection.onRegistration('registering', 0);
    connection.onRegistration('registering', 0);
    expect(store.getState().registration).toBe('registering');
    expect(listener).toHaveBeenCalledOnce();
  });

  it('is an error when it is refused, until it is not', () => {
    const { connection, errors } = connecting();
    connection.onRegistration('rejected', 0);
    connection.onRegistration('registering', 0);
    expect(errors).toEqual(['registration-rejected']);
    connection.onRegistration('registered', 0);
    expect(errors).toEqual(['registration-rejected', 'no registration-rejected', 'no transport-failed']);
  });

  it('is told when the server does not do it twice in a row', () => {
    const { connection, errors } = connecting();
    connection.onRegistration('registering', 0);
    connection.onRegistration('unregistered', 1);
    expect(errors).toEqual([]);
    connection.onRegistration('registering', 1);
    connection.onRegistration('unregistered', 2);
    expect(errors).toEqual(['transport-failed']);
  });
});
