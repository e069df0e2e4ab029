import { createExchange } from '../../src/testing/index.js';
import { handset } from './support/handset.js';

/** An exchange on which Alice can call Bob. */
function setUp() {
  const exchange = createExchange();
  const [alice, bob] = [handset(exchange, 'alice'), handset(exchange, 'bob')];
  bob.register();
  return { exchange, alice, bob };
}

const topVia = (message: string) => /^Via: (.*)\r$/m.exec(message)?.[1] ?? '';

/** Answers a request as the phone that got it would. */
const answerTo = (request: string, status: string, lines: string[] = []) =>
  [
    `SIP/2.0 ${status}`,
    ...(request.match(/^(?:Via|From|Call-ID|CSeq|Record-Route): .*(?=\r$)/gm) ?? []),
    `${/^To: .*(?=\r$)/m.exec(request)?.[0]};tag=bob`,
    ...lines,
    'Content-Length: 0',
    '\r\n',
  ].join('\r\n');

describe('a request', () => {
  it('goes on with one hop less, a Via and a Record-Route more, and without the credentials', () => {
    const { alice, bob } = setUp();
    alice.signed(
      'INVITE',
      'sip:bob@hookswitch.test',
      { 'X-Order': '48213', Supported: 'outbound' },
      'v=0\r\n',
    );
    const invite = bob.received.at(-1) ?? '';
    expect(invite).toMatch(/^INVITE sip:bob@bob\d+\.invalid;transport=ws SIP\/2\.0\r\n/);
    expect(invite.match(/^Via: .*/gm)).toEqual([
      expect.stringMatching(/^Via: SIP\/2\.0\/WS hookswitch\.test;branch=z9hG4bK/),
      expect.stringContaining(alice.host),
    ]);
    expect(invite).toContain('Max-Forwards: 69\r\n');
    expect(invite).toContain('Record-Route: <sip:hookswitch.test;transport=ws;lr>\r\n');
    expect(invite).toContain('X-Order: 48213\r\n');
    expect(invite).toMatch(/Content-Length: 5\r\n\r\nv=0\r\n$/);
    expect(invite).not.toContain('Authorization');
  });

  it('is challenged with 407, and refused under another name', () => {
    const { alice } = setUp();
    expect(alice.request('MESSAGE', 'sip:bob@hookswitch.test').status).toBe(407);
    expect(
      alice.signed('MESSAGE', 'sip:bob@hookswitch.test', { From: '<sip:bob@hookswitch.test>;tag=1' }).status,
    ).toBe(403);
  });

  it.each([
    ['404 to whom nobody knows', 'sip:nobody-knows@hookswitch.test', {}, 404],
    ['404 outside the domain', 'sip:bob@elsewhere.test', {}, 404],
    ['480 to who is not registered', 'sip:carol@hookswitch.test', {}, 480],
    ['416 to a telephone number', 'tel:+15550100', { To: '<sip:bob@hookswitch.test>' }, 416],
    ['483 after too many hops', 'sip:bob@hookswitch.test', { 'Max-Forwards': '0' }, 483],
    [
      '420 when it wants what no proxy here can do',
      'sip:bob@hookswitch.test',
      { 'Proxy-Require': 'magic' },
      420,
    ],
    ['481 when it cancels what is not there', 'sip:bob@hookswitch.test', {}, 481, 'CANCEL'],
    [
      '480 within a dialog whose other end is away',
      'sip:x@gone.invalid',
      { To: '<sip:x@gone.invalid>;tag=1' },
      480,
    ],
  ])('gets %s', (_, uri, lines, status, method = 'INVITE') => {
    const { alice } = setUp();
    expect(alice.signed(method, uri, lines).status).toBe(status);
    expect(alice.answer().header('To')).toContain(';tag=');
  });

  it('to the domain itself is answered: OPTIONS says what is allowed, without signing in', () => {
    const { alice } = setUp();
    expect(alice.request('OPTIONS', 'sip:hookswitch.test', { 'Max-Forwards': '0' }).status).toBe(200);
    expect(alice.answer().header('Allow')).toContain('INVITE');
  });
});

describe('a response', () => {
  it('goes back by the Via of the request, unchanged but for ours', () => {
    const { alice, bob } = setUp();
    alice.signed('INVITE', 'sip:bob@hookswitch.test', {
      Via: `SIP/2.0/WS ${alice.host};branch=z9hG4bKa, SIP/2.0/WS odd.invalid;branch=z9hG4bKb;note="a, b"`,
    });
    bob.send(answerTo(bob.received.at(-1) ?? '', '180 Ringing', ['X-Mood: fine']));
    expect(alice.answer().status).toBe(180);
    expect(alice.answer().headers('Via')).toHaveLength(2);
    expect(topVia(alice.answer().text)).toContain(alice.host);
    expect(alice.answer().header('X-Mood')).toBe('fine');
  });

  it('to a branch that is not there goes nowhere', () => {
    const { alice, bob } = setUp();
    alice.signed('INVITE', 'sip:bob@hookswitch.test');
    const before = alice.received.length;
    bob.send(answerTo((bob.received.at(-1) ?? '').replace(/z9hG4bK\w+/, 'z9hG4bKforged'), '200 OK'));
    expect(alice.received).toHaveLength(before);
  });

  it('of success goes back each time that it comes', () => {
    const { alice, bob } = setUp();
    alice.signed('INVITE', 'sip:bob@hookswitch.test');
    const success = answerTo(bob.received.at(-1) ?? '', '200 OK', [`Contact: <${bob.contact}>`]);
    const before = alice.received.length;
    bob.send(success);
    bob.send(success);
    expect(alice.received).toHaveLength(before + 2);
  });

  it('finds a caller who has connected anew meanwhile', () => {
    const { exchange, alice, bob } = setUp();
    const Contact = `<${alice.contact}>`;
    alice.signed('INVITE', 'sip:bob@hookswitch.test', { Contact });
    alice.hangUp();
    const again = handset(exchange, 'alice');
    again.register({ Contact });
    bob.send(answerTo(bob.received.at(-1) ?? '', '200 OK', [`Contact: <${bob.contact}>`]));
    expect(again.answer().text).toContain('INVITE');
  });
});

describe('the best answer of several phones', () => {
  const answered = (...statuses: string[]) => {
    const exchange = createExchange();
    const alice = handset(exchange, 'alice');
    const phones = statuses.map(() => handset(exchange, 'bob'));
    for (const phone of phones) phone.register();
    alice.signed('INVITE', 'sip:bob@hookswitch.test');
    const invites = phones.map((phone) => phone.received.at(-1) ?? '');
    phones.forEach((phone, index) => {
      phone.send(answerTo(invites[index] ?? '', statuses[index] ?? ''));
    });
    return { alice, phones };
  };

  it.each([
    ['the only one', ['486 Busy Here'], 486],
    ['the lowest', ['486 Busy Here', '480 Away'], 480],
    ['a challenge, for it can be met', ['404 Not Found', '407 Sign in'], 407],
    ['a refusal for all phones', ['404 Not Found', '603 Decline', '302 Moved'], 603],
  ])('is %s', (_, statuses, best) => {
    const { alice, phones } = answered(...statuses);
    expect(alice.answer().status).toBe(best);
    for (const phone of phones) expect(phone.answer().text).toMatch(/^ACK /);
  });

  it('waits for all of them', () => {
    const { alice } = answered('486 Busy Here', '180 Ringing');
    expect(alice.answer().status).toBe(180);
  });
});

describe('a refusal', () => {
  it('is acknowledged once, by the proxy, inside a dialog too', () => {
    const { alice, bob } = setUp();
    const lines = {
      Via: `SIP/2.0/WS ${alice.host};branch=z9hG4bKagain`,
      To: '<sip:bob@hookswitch.test>;tag=bob',
    };
    alice.request('INVITE', bob.contact, lines);
    bob.send(answerTo(bob.received.at(-1) ?? '', '488 Not Acceptable Here'));
    expect(alice.answer().status).toBe(488);
    alice.request('ACK', bob.contact, lines);
    expect(bob.received.filter((text) => text.startsWith('ACK '))).toHaveLength(1);
  });
});

describe('a cancelled call', () => {
  it('stops a phone that has answered nothing yet as soon as it does', () => {
    const { alice, bob } = setUp();
    const Via = `SIP/2.0/WS ${alice.host};branch=z9hG4bKinvite`;
    alice.signed('INVITE', 'sip:bob@hookswitch.test', { Via });
    const invite = bob.received.at(-1) ?? '';
    alice.request('CANCEL', 'sip:bob@hookswitch.test', { Via });
    expect(alice.received.slice(-2).map((text) => text.slice(0, 11))).toEqual(['SIP/2.0 200', 'SIP/2.0 487']);
    expect(bob.received.at(-1)).toBe(invite);
    bob.send(answerTo(invite, '180 Ringing'));
    expect(bob.received.at(-1)).toMatch(/^CANCEL /);
    expect(topVia(bob.received.at(-1) ?? '')).toBe(topVia(invite));
    bob.send(answerTo(invite, '487 Request Terminated'));
    expect(bob.received.at(-1)).toMatch(/^ACK /);
    expect(alice.answer().status).toBe(487);
  });

  it('ends when the phone that rang is gone', () => {
    const { alice, bob } = setUp();
    const Via = `SIP/2.0/WS ${alice.host};branch=z9hG4bKinvite`;
    alice.signed('INVITE', 'sip:bob@hookswitch.test', { Via });
    bob.send(answerTo(bob.received.at(-1) ?? '', '180 Ringing'));
    bob.hangUp();
    alice.request('CANCEL', 'sip:bob@hookswitch.test', { Via });
    expect(alice.answer().status).toBe(487);
  });
});

describe('numbers', () => {
  it.each([
    ['busy', 486],
    ['away', 480],
    ['nobody', 180],
  ])('%s answers %i', (user, status) => {
    expect(setUp().alice.signed('INVITE', `sip:${user}@hookswitch.test`).status).toBe(status);
  });

  it('that ring for ever stop when the caller gives up', () => {
    const { alice } = setUp();
    const Via = `SIP/2.0/WS ${alice.host};branch=z9hG4bKinvite`;
    alice.signed('INVITE', 'sip:nobody@hookswitch.test', { Via });
    alice.request('CANCEL', 'sip:nobody@hookswitch.test', { Via });
    expect(alice.answer().status).toBe(487);
    expect(alice.answer().header('CSeq')).toContain('INVITE');
  });

  it('take the place of a user, until it is undone', () => {
    const { exchange, alice, bob } = setUp();
    const restore = exchange.answerWith('bob', 503, 'Out of lines');
    expect(alice.signed('INVITE', 'sip:bob@hookswitch.test').text).toMatch(/^SIP\/2\.0 503 Out of lines/);
    restore();
    alice.signed('INVITE', 'sip:bob@hookswitch.test');
    expect(bob.received.at(-1)).toMatch(/^INVITE /);
  });

  it('cannot take a call', () => {
    expect(() => createExchange().answerWith('bob', 200)).toThrow(RangeError);
  });
});

describe('a line', () => {
  it('is kept alive by CRLF CRLF', () => {
    const { alice } = setUp();
    alice.send('\r\n\r\n');
    expect(alice.received).toEqual(['\r\n']);
  });

  it('is closed over a message that is too long', () => {
    const { alice } = setUp();
    alice.request('OPTIONS', 'sip:hookswitch.test', {}, 'x'.repeat(70_000));
    expect(alice.closed).toEqual([1009]);
  });

  it.each([
    ['nothing', ''],
    ['no SIP', 'GET / HTTP/1.1\r\nHost: hookswitch.test\r\n\r\n'],
    ['a message without headers', 'INVITE sip:bob@hookswitch.test SIP/2.0\r\n\r\n'],
    ['a message that stops', 'INVITE sip:bob@hookswitch.test SIP/2.0\r\nVia: SIP/2.0/WS'],
    [
      'a response with a bad CSeq',
      'SIP/2.0 200 OK\r\nVia: SIP/2.0/WS a;branch=z9hG4bK1\r\nCSeq: many\r\n\r\n',
    ],
    [
      'a status that is none',
      'SIP/2.0 999 What\r\nVia: SIP/2.0/WS a;branch=z9hG4bK1\r\nCSeq: 1 INVITE\r\n\r\n',
    ],
    ['commas', `OPTIONS sip:hookswitch.test SIP/2.0\r\nVia: ${',<"'.repeat(9_000)}\r\n\r\n`],
    ['control characters', '\u0000\u0001\ud800'],
  ])('survives %s', (_, text) => {
    const { alice } = setUp();
    alice.send(text);
    expect(alice.request('OPTIONS', 'sip:hookswitch.test').status).toBe(200);
  });

  it.each([
    'sip:100%25@hookswitch.test',
    'sip:%00@hookswitch.test',
    'sip:%@hookswitch.test',
    'sip:__proto__@hookswitch.test',
    'sip:hookswitch.test',
    'urn:service:sos',
  ])('survives a call to %s', (uri) => {
    const { alice } = setUp();
    alice.signed('INVITE', uri, { To: '<sip:bob@hookswitch.test>' });
    expect(alice.request('OPTIONS', 'sip:hookswitch.test').status).toBe(200);
  });

  it('carries a contact that SIP.js reads and cannot write', () => {
    const { exchange, alice } = setUp();
    const bob = handset(exchange, 'bob');
    bob.register({ Contact: '<sip:100%25@odd.invalid>' });
    alice.signed('MESSAGE', 'sip:bob@hookswitch.test');
    expect(bob.received.at(-1)).toMatch(/^MESSAGE sip:100%25@odd\.invalid SIP/);
  });
});
