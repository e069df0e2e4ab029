import { uuid } from '../../src/phone/uuid.js';

const FORM = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

describe('a UUID', () => {
  it('is random, of version 4', () => {
    expect(uuid()).toMatch(FORM);
    expect(uuid()).not.toBe(uuid());
  });

  it('is so also where a page is no secure context', () => {
    vi.stubGlobal('crypto', {
      getRandomValues: (bytes: Uint8Array) => bytes.fill(0xff),
    });
    expect(uuid()).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes });
    expect(uuid()).toBe('00000000-0000-4000-8000-000000000000');
    vi.unstubAllGlobals();
  });
});
