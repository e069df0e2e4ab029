import { createHash } from 'node:crypto';
import { type Credentials, createCredentials } from '../../src/sip/credentials.js';
import { type Challenge, type ChallengedRequest, DigestAnswer, withdraw } from '../../src/sip/digest.js';

/** The example of RFC 7616 section 3.9.1. */
const EXAMPLE = {
  realm: 'http-auth@example.org',
  nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
  opaque: 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS',
  cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  nc: '00000001',
};
const MUFASA: Credentials = { username: 'Mufasa', password: 'Circle of Life' };
const GET: ChallengedRequest = { method: 'GET', ruri: { toString: () => '/dir/index.html' } };

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What RFC 7616 section 3.4.1 wants to see for the example, written down a second time. */
const expected = (hash: typeof md5, { cnonce, nc }: Record<string, string>) =>
  hash(
    [
      hash('Mufasa:http-auth@example.org:Circle of Life'),
      EXAMPLE.nonce,
      nc,
      cnonce,
      'auth',
      hash('GET:/dir/index.html'),
    ].join(':'),
  );

/** Answers a challenge; the fields of the header, or `null` when it is not answered. */
function answer(
  challenge: Challenge,
  {
    credentials = MUFASA as Credentials | null,
    realm = undefined as string | undefined,
    request = GET,
    digest = new DigestAnswer(createCredentials(credentials ?? undefined), realm),
  } = {},
): Record<string, string> | null {
  if (!digest.authenticate(request, challenge)) return null;
  expect(digest.toString()).toMatch(/^Digest /);
  const fields = digest.toString().matchAll(/(\w+)=(?:"((?:\\.|[^"\\])*)"|([^\s,]+))/g);
  return Object.fromEntries([...fields].map(([, name, quoted, token]) => [name, quoted ?? token ?? '']));
}

const challenge: Challenge = {
  realm: EXAMPLE.realm,
  nonce: EXAMPLE.nonce,
  opaque: EXAMPLE.opaque,
  qop: ['auth', 'auth-int'],
};

describe('an answer to a digest challenge', () => {
  it('is checked here by a formula that gives the values of RFC 7616', () => {
    expect(expected(md5, EXAMPLE)).toBe('8ca523f5e9506fed4657c9700eebdbec');
    expect(expected(sha256, EXAMPLE)).toBe(
      '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
    );
  });

  it.each([
    ['MD5', md5],
    ['SHA-256', sha256],
  ] as const)('is right with %s', (algorithm, hash) => {
    const fields = answer({ ...challenge, algorithm });
    expect(fields).toMatchObject({
      username: 'Mufasa',
      realm: EXAMPLE.realm,
      nonce: EXAMPLE.nonce,
      opaque: EXAMPLE.opaque,
      uri: '/dir/index.html',
      algorithm,
      qop: 'auth',
      nc: '00000001',
    });
    expect(fields?.response).toBe(expected(hash, fields ?? {}));
  });

  it('is MD5 where the server names no algorithm', () => {
    const fields = answer(challenge);
    expect(fields?.algorithm).toBe('MD5');
    expect(fields?.response).toBe(expected(md5, fields ?? {}));
  });

  it('is of the old kind where the server offers no quality of protection', () => {
    const fields = answer({ realm: 'r', nonce: 'n' });
    expect(fields?.response).toBe(md5(`${md5('Mufasa:r:Circle of Life')}:n:${md5('GET:/dir/index.html')}`));
    expect(Object.keys(fields ?? {})).toEqual(['username', 'realm', 'nonce', 'uri', 'response', 'algorithm']);
  });

  it('takes an ha1 in place of a password', () => {
    const ha1 = md5('Mufasa:http-auth@example.org:Circle of Life');
    const fields = answer(challenge, { credentials: { username: 'Mufasa', ha1 } });
    expect(fields?.response).toBe(expected(md5, fields ?? {}));
  });

  it('never says the same cnonce twice', () => {
    expect(answer(challenge)?.cnonce).toMatch(/^[\da-f]{24}$/);
    expect(answer(challenge)?.cnonce).not.toBe(answer(challenge)?.cnonce);
  });

  it('counts how often a nonce was used, from 1 for each', () => {
    const digest = new DigestAnswer(createCredentials(MUFASA), undefined);
    const counts = ['one', 'one', 'two'].map((nonce) => answer({ ...challenge, nonce }, { digest })?.nc);
    expect(counts).toEqual(['00000001', '00000002', '00000001']);
  });

  it('gives back what the server quoted as it stood, and escapes its own', () => {
    const credentials = { username: 'DOMAIN\\al"ice', password: 'a' };
    const fields = answer({ realm: 'a \\"b\\"', nonce: 'n\\\\', opaque: 'o\\"' }, { credentials });
    expect(fields).toMatchObject({
      realm: 'a \\"b\\"',
      nonce: 'n\\\\',
      opaque: 'o\\"',
      username: 'DOMAIN\\\\al\\"ice',
    });
  });

  it('reads names and passwords as UTF-8', () => {
    const fields = answer(
      { realm: 'r', nonce: 'n' },
      { credentials: { username: 'Jörg', password: 'Größe' } },
    );
    expect(fields?.response).toBe(md5(`${md5('Jörg:r:Größe')}:n:${md5('GET:/dir/index.html')}`));
  });
});

describe('a digest challenge is not answered', () => {
  it.each<[string, Challenge]>([
    ['with an unknown algorithm', { ...challenge, algorithm: 'SHA-512-256' }],
    ['with an algorithm that every object has', { ...challenge, algorithm: 'constructor' }],
    ['without a realm', { nonce: 'n' }],
    ['without a nonce', { realm: 'r' }],
    ['that wants the body protected', { ...challenge, qop: ['auth-int'] }],
    ['with a line break in it', { ...challenge, opaque: 'a\r\nX-Evil: 1' }],
  ])('%s', (_, odd) => {
    expect(answer(odd)).toBeNull();
  });

  it('of another realm than the one in the settings', () => {
    expect(answer(challenge, { realm: 'example.com' })).toBeNull();
    expect(answer(challenge, { realm: EXAMPLE.realm })).not.toBeNull();
  });

  it('inside a call, where it comes from the other party', () => {
    expect(answer(challenge, { request: { ...GET, method: 'BYE', toTag: 'abcd' } })).toBeNull();
  });

  it('to a request that was withdrawn', () => {
    const request = { ...GET };
    withdraw(request);
    expect(answer(challenge, { request })).toBeNull();
    expect(answer(challenge)).not.toBeNull();
  });

  it('without credentials', () => {
    expect(answer(challenge, { credentials: null })).toBeNull();
  });

  it('in SHA-256 with an ha1, which is of MD5', () => {
    const credentials = { username: 'Mufasa', ha1: '0'.repeat(32) };
    expect(answer({ ...challenge, algorithm: 'SHA-256' }, { credentials })).toBeNull();
  });

  it('for a user name that would break the header', () => {
    expect(answer(challenge, { credentials: { username: 'a\r\nX-Evil: 1', password: 'a' } })).toBeNull();
  });
});
