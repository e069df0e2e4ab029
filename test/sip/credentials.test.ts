import { type Credentials, createCredentials } from '../../src/sip/credentials.js';

const hash = (text: string) => `hash(${text})`;

describe('credentials', () => {
  it('make the first half of a digest from a password', () => {
    const { secret, username } = createCredentials({ username: 'alice', password: 'wonder:land' });
    expect(username).toBe('alice');
    expect(secret('example.com', hash, 'SHA-256')).toBe('hash(alice:example.com:wonder:land)');
  });

  it('hand an ha1 over for MD5, and for no other algorithm', () => {
    const { secret } = createCredentials({ username: 'alice', ha1: 'd0c5' });
    expect(secret('example.com', hash, 'MD5')).toBe('d0c5');
    expect(secret('example.com', hash, 'SHA-256')).toBeNull();
  });

  it('are none when none were given', async () => {
    const credentials = createCredentials(undefined);
    await credentials.load();
    expect(credentials.username).toBeNull();
    expect(credentials.secret('example.com', hash, 'MD5')).toBeNull();
    expect(credentials.canRenew).toBe(false);
  });

  it('stay when they cannot be fetched again', () => {
    const credentials = createCredentials({ username: 'alice', password: 'a' });
    credentials.forget();
    expect(credentials.username).toBe('alice');
  });

  it('can be seen nowhere', () => {
    const credentials = createCredentials({ username: 'alice', password: 'wonderland' });
    expect(JSON.stringify(credentials)).not.toContain('wonderland');
    expect(Object.values(credentials).map(String).join()).not.toContain('wonderland');
  });
});

describe('credentials that are fetched', () => {
  const answers: Credentials[] = [
    { username: 'alice', password: 'first' },
    { username: 'alice', password: 'second' },
  ];
  const fetching = () => {
    const fetch = vi.fn(async () => answers[fetch.mock.calls.length - 1] as Credentials);
    return { fetch, credentials: createCredentials(fetch) };
  };

  it('are fetched at the first need, and once', async () => {
    const { fetch, credentials } = fetching();
    expect(fetch).not.toHaveBeenCalled();
    expect(credentials.username).toBeNull();
    await credentials.load();
    await credentials.load();
    expect(credentials.username).toBe('alice');
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('are fetched once for all who ask at the same time', async () => {
    const { fetch, credentials } = fetching();
    await Promise.all([credentials.load(), credentials.load()]);
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('are fetched anew once they were let go', async () => {
    const { credentials } = fetching();
    await credentials.load();
    credentials.forget();
    expect(credentials.username).toBeNull();
    await credentials.load();
    expect(credentials.secret('r', hash, 'MD5')).toBe('hash(alice:r:second)');
  });

  it('are not kept when they come after they were let go', async () => {
    const { credentials } = fetching();
    const loading = credentials.load();
    credentials.forget();
    await loading;
    expect(credentials.username).toBeNull();
  });

  it('may come at once', async () => {
    const credentials = createCredentials(() => ({ username: 'alice', password: 'a' }));
    await credentials.load();
    expect(credentials.username).toBe('alice');
  });

  it('may fail to come, and be asked for again', async () => {
    const fetch = vi.fn<() => Promise<Credentials>>();
    fetch
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValueOnce({ username: 'alice', password: 'a' });
    const credentials = createCredentials(fetch);
    await expect(credentials.load()).rejects.toThrow('offline');
    await credentials.load();
    expect(credentials.username).toBe('alice');
  });

  it('may fail at once, which is no different', async () => {
    const credentials = createCredentials(() => {
      throw new Error('offline');
    });
    await expect(credentials.load()).rejects.toThrow('offline');
  });
});
