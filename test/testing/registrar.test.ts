import { createExchange } from '../../src/testing/index.js';
import { handset } from './support/handset.js';

const instance = (id: string, regId = 1) => `;+sip.instance="<urn:uuid:${id}>";reg-id=${regId}`;

afterEach(() => {
  vi.useRealTimers();
});

describe('signing in', () => {
  it('challenges a REGISTER with 401, and takes the right password', () => {
    const exchange = createExchange();
    const alice = handset(exchange, 'alice');
    expect(alice.request('REGISTER', 'sip:hookswitch.test').status).toBe(401);
    expect(alice.answer().header('WWW-Authenticate')).toContain('realm="hookswitch.test"');
    expect(alice.register().status).toBe(200);
    expect(exchange.contacts('alice')).toEqual([alice.contact]);
  });

  it('challenges again after a wrong password, and for a user without an account', () => {
    const exchange = createExchange();
    const alice = handset(exchange, 'alice');
    const challenge = alice.request('REGISTER', 'sip:hookswitch.test').header('WWW-Authenticate') ?? '';
    const Authorization = alice.credentials(challenge, 'REGISTER', 'wrong');
    expect(alice.request('REGISTER', 'sip:hookswitch.test', { Authorization }).status).toBe(401);
    expect(alice.answer().text).not.toContain('stale');
    expect(handset(exchange, 'mallory').register().status).toBe(401);
    expect(handset(exchange, 'constructor').register().status).toBe(401);
    expect(exchange.contacts('alice')).toEqual([]);
  });

  it('calls an old nonce stale, and only towards who knows the password', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const alice = handset(createExchange({ nonceLifetime: 30 }), 'alice');
    const challenge = alice.request('REGISTER', 'sip:hookswitch.test').header('WWW-Authenticate') ?? '';
    const register = (password: string) =>
      alice.request('REGISTER', 'sip:hookswitch.test', {
        Authorization: alice.credentials(challenge, 'REGISTER', password),
      });
    expect(register('alice').status).toBe(200);
    vi.advanceTimersByTime(30_000);
    expect(register('alice').status).toBe(401);
    expect(alice.answer().header('WWW-Authenticate')).toContain('stale=true');
    expect(register('wrong').header('WWW-Authenticate')).not.toContain('stale');
  });

  it('offers the algorithms in the order given', () => {
    const exchange = createExchange({ algorithms: ['SHA-256', 'MD5'] });
    const alice = handset(exchange, 'alice');
    alice.request('REGISTER', 'sip:hookswitch.test');
    expect(
      alice
        .answer()
        .headers('WWW-Authenticate')
        .map((value) => /algorithm=([\w-]+)/.exec(value)?.[1]),
    ).toEqual(['SHA-256', 'MD5']);
  });

  it('refuses to register one user with the password of another', () => {
    const alice = handset(createExchange(), 'alice');
    expect(alice.register({ To: '<sip:bob@hookswitch.test>' }).status).toBe(403);
  });
});

describe('bindings', () => {
  it('keeps several phones of one user', () => {
    const exchange = createExchange();
    const [desk, mobile] = [handset(exchange, 'bob'), handset(exchange, 'bob')];
    desk.register();
    expect(mobile.register().headers('Contact')).toHaveLength(2);
    expect(exchange.contacts('bob')).toEqual([desk.contact, mobile.contact]);
  });

  it('replaces the binding of the same instance and reg-id, and of no other', () => {
    const exchange = createExchange();
    const bob = handset(exchange, 'bob');
    bob.register({ Contact: `<sip:one@bob.invalid>${instance('1')}` });
    bob.register({ Contact: `<sip:two@bob.invalid>${instance('2')}` });
    bob.register({ Contact: `<sip:flow@bob.invalid>${instance('1', 2)}` });
    bob.register({ Contact: `<sip:new@bob.invalid>${instance('1')}` });
    expect(exchange.contacts('bob')).toEqual([
      'sip:two@bob.invalid',
      'sip:flow@bob.invalid',
      'sip:new@bob.invalid',
    ]);
  });

  it('gives a contact back as it was written, with the time it is good for', () => {
    const bob = handset(createExchange(), 'bob');
    const uri = 'sip:100%25@bob.invalid;transport=ws;ob';
    bob.register({
      Contact: `"Bob, desk" <${uri}>${instance('1')};expires=120`,
      Supported: 'path, outbound',
    });
    expect(bob.answer().header('Contact')).toBe(`<${uri}>${instance('1')};expires=120`);
    expect(bob.answer().header('Require')).toBe('outbound');
  });

  it.each([
    ['the default', {}, '', 300],
    ['the Expires header', { Expires: '100' }, '', 100],
    ['the contact before the header', { Expires: '100' }, ';expires=50', 50],
    ['at most the maximum', { Expires: '999999999' }, '', 3600],
    ['the default for what is no number', {}, ';expires=soon', 300],
  ])('lasts for %s', (_, lines, parameter, seconds) => {
    const bob = handset(createExchange(), 'bob');
    bob.register({ ...lines, Contact: `<${bob.contact}>${parameter}` });
    expect(bob.answer().header('Contact')).toMatch(new RegExp(`;expires=${seconds}$`));
  });

  it('refuses what is too short, and says what is not', () => {
    const bob = handset(createExchange({ expires: { min: 60 } }), 'bob');
    expect(bob.register({ Expires: '59' }).status).toBe(423);
    expect(bob.answer().header('Min-Expires')).toBe('60');
  });

  it('go when they expire', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const exchange = createExchange();
    handset(exchange, 'bob').register({ Expires: '60' });
    vi.advanceTimersByTime(59_999);
    expect(exchange.contacts('bob')).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(exchange.contacts('bob')).toEqual([]);
  });

  it('go one by one with Expires 0, and all together with *', () => {
    const exchange = createExchange();
    const bob = handset(exchange, 'bob');
    bob.register();
    bob.register({ Contact: '<sip:other@bob.invalid>' });
    bob.register({ Expires: '0' });
    expect(exchange.contacts('bob')).toEqual(['sip:other@bob.invalid']);
    expect(bob.register({ Contact: '*', Expires: '60' }).status).toBe(400);
    expect(bob.register({ Contact: '*', Expires: '0' }).status).toBe(200);
    expect(exchange.contacts('bob')).toEqual([]);
  });

  it('go with the connection that they came over', () => {
    const exchange = createExchange();
    const [desk, mobile] = [handset(exchange, 'bob'), handset(exchange, 'bob')];
    desk.register();
    mobile.register();
    desk.hangUp();
    expect(exchange.contacts('bob')).toEqual([mobile.contact]);
  });

  it('are not changed by a request that was overtaken', () => {
    const exchange = createExchange();
    const bob = handset(exchange, 'bob');
    bob.register({ 'Call-ID': 'same', CSeq: '7 REGISTER' });
    expect(bob.register({ 'Call-ID': 'same', CSeq: '6 REGISTER', Expires: '0' }).status).toBe(500);
    expect(exchange.contacts('bob')).toHaveLength(1);
  });

  it('are listed by a REGISTER without a contact', () => {
    const bob = handset(createExchange(), 'bob');
    bob.register();
    expect(bob.register({ Contact: [] }).header('Contact')).toContain(bob.contact);
  });
});
