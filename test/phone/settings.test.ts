import { checkSettings, type PhoneSettings } from '../../src/phone/settings.js';

const GIVEN: PhoneSettings = { server: 'wss://pbx.example.com/ws', aor: 'sip:alice@example.com' };

const check = (settings: Partial<PhoneSettings> = {}) => checkSettings({ ...GIVEN, ...settings });

/** Settings as a program without types may give them. */
const untyped = (settings: object) => settings as Partial<PhoneSettings>;

describe('settings', () => {
  it('have defaults', () => {
    expect(check()).toMatchObject({
      uri: 'sip:alice@example.com',
      user: 'alice',
      domain: 'example.com',
      servers: ['wss://pbx.example.com/ws'],
      displayName: '',
      credentials: undefined,
      register: true,
      realm: undefined,
      expires: 300,
      iceServers: [],
      iceTransportPolicy: 'all',
      gatheringLimit: 500,
      earlyMedia: false,
      dtmf: 'auto',
      ringLimit: 60,
      acceptHeaders: [],
    });
  });

  it('are kept as given', () => {
    const given = {
      displayName: 'Alice',
      credentials: { username: 'alice', ha1: 'd0c5' },
      register: false,
      realm: 'example.com',
      expires: 60,
      iceServers: [{ urls: 'stun:stun.example.com' }],
      iceTransportPolicy: 'relay',
      gatheringLimit: 1_000,
      audio: { echoCancellation: false },
      earlyMedia: true,
      dtmf: 'info',
      ringLimit: 30,
      acceptHeaders: ['X-Order'],
    } as const satisfies Partial<PhoneSettings>;
    expect(check({ ...given, iceServers: [...given.iceServers] })).toMatchObject(given);
  });

  it('are frozen', () => {
    const settings = check({ acceptHeaders: ['X-Order'] });
    expect(Object.isFrozen(settings)).toBe(true);
    expect(Object.isFrozen(settings.servers)).toBe(true);
    expect(Object.isFrozen(settings.acceptHeaders)).toBe(true);
  });

  it('do not change with what they were made from', () => {
    const server = ['wss://a.example.com'];
    const acceptHeaders = ['X-Order'];
    const settings = check({ server, acceptHeaders });
    server.push('ws://evil.example.com');
    acceptHeaders.push('Authorization');
    expect(settings.servers).toEqual(['wss://a.example.com/']);
    expect(settings.acceptHeaders).toEqual(['X-Order']);
  });

  it('open a WebSocket unless told how else', () => {
    const WebSocket = vi.fn();
    vi.stubGlobal('WebSocket', WebSocket);
    check().socket('wss://pbx.example.com/ws', ['sip']);
    expect(WebSocket).toHaveBeenCalledWith('wss://pbx.example.com/ws', ['sip']);
    vi.unstubAllGlobals();
    const socket = vi.fn();
    expect(check({ socket }).socket).toBe(socket);
  });

  it('touch nothing of the browser', () => {
    const WebSocket = vi.fn();
    vi.stubGlobal('WebSocket', WebSocket);
    check();
    expect(WebSocket).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});

describe('the server', () => {
  it.each([
    ['WSS://PBX.Example.com/ws', 'wss://pbx.example.com/ws'],
    ['wss://pbx.example.com', 'wss://pbx.example.com/'],
    ['wss://pbx.example.com:8443/ws?x=1', 'wss://pbx.example.com:8443/ws?x=1'],
    ['ws://localhost:5173/sip', 'ws://localhost:5173/sip'],
    ['ws://phone.localhost/sip', 'ws://phone.localhost/sip'],
    ['ws://127.0.0.1:8080', 'ws://127.0.0.1:8080/'],
    ['ws://127.1:8080', 'ws://127.0.0.1:8080/'],
    ['ws://[::1]:8080', 'ws://[::1]:8080/'],
  ])('may be %s', (server, url) => {
    expect(check({ server }).servers).toEqual([url]);
  });

  it('may be several', () => {
    const server = ['wss://a.example.com/ws', 'wss://b.example.com/ws'];
    expect(check({ server }).servers).toEqual(server);
  });

  it('may be reached without encryption where that was allowed', () => {
    expect(check({ server: 'ws://pbx.lan/ws', allowInsecure: true }).servers).toEqual(['ws://pbx.lan/ws']);
  });
});

/** Each error says what is wrong, why that matters and what to do. */
describe('a setting that cannot work is refused', () => {
  it.each<[string, Partial<PhoneSettings>, what: string, why: string, todo: string]>([
    ['no address', { aor: 'alice' }, '"alice" is no address-of-record', 'no identity', 'Use the form'],
    [
      'a missing address',
      untyped({ aor: undefined }),
      'is no address-of-record',
      'no identity',
      'Use the form',
    ],
    [
      'an address with a second line',
      { aor: 'sip:a@b.c\r\nX: 1' },
      'is no address',
      'no identity',
      'Use the form',
    ],
    ['no URL', { server: 'pbx.example.com' }, 'is no URL', 'nothing can be reached', 'Use the form'],
    [
      'a missing server',
      untyped({ server: undefined }),
      'is no URL',
      'nothing can be reached',
      'Use the form',
    ],
    ['an empty list of servers', { server: [] }, 'is empty', 'nothing to connect to', 'Give at least one'],
    [
      'the URL of a page',
      { server: 'https://a.b' },
      'is no WebSocket address',
      'cannot speak SIP',
      'begins with',
    ],
    [
      'a server of plain SIP',
      { server: 'sip:a.b' },
      'is no WebSocket address',
      'cannot speak SIP',
      'begins with',
    ],
    ['a server in clear text', { server: 'ws://a.b' }, 'is not encrypted', 'listen', 'Use "wss://"'],
    [
      'a name like this machine',
      { server: 'ws://localhost.evil.org' },
      'not encrypted',
      'listen',
      'Use "wss://"',
    ],
    [
      'a name like its address',
      { server: 'ws://127.0.0.1.evil.org' },
      'not encrypted',
      'listen',
      'Use "wss://"',
    ],
    ['one bad server of two', { server: ['wss://a.b', 'ws://c.d'] }, '"ws://c.d"', 'listen', 'Use "wss://"'],
    ['a password in the URL', { server: 'wss://a:b@c.d' }, 'holds a user name', 'forbids', 'Leave them out'],
    ['a fragment in the URL', { server: 'wss://c.d/#x' }, 'fragment', 'forbids', 'Leave them out'],
    [
      'a name with a second line',
      { displayName: 'A\r\nX: 1' },
      'displayName holds',
      'headers of its own',
      'Remove',
    ],
    ['a realm with a second line', { realm: 'a\nb' }, 'realm holds', 'headers of its own', 'Remove'],
    ['half credentials', untyped({ credentials: { username: 'a' } }), 'neither', 'cannot sign in', 'Give {'],
    ['a short ring', { ringLimit: 4 }, 'ringLimit is 4', 'outside', 'from 5 to 3600'],
    ['a long ring', { ringLimit: 3_601 }, 'ringLimit is 3601', 'outside', 'from 5 to 3600'],
    ['no number', { ringLimit: Number.NaN }, 'ringLimit is NaN', 'outside', 'from 5 to 3600'],
    ['no lifetime', { expires: 0 }, 'expires is 0', 'outside', 'from 10 to 86400'],
    ['an endless lifetime', { expires: Number.POSITIVE_INFINITY }, 'Infinity', 'outside', 'from 10 to 86400'],
    ['no time to gather', { gatheringLimit: 0 }, 'gatheringLimit is 0', 'outside', 'from 10 to 60000'],
  ])('%s', (_, settings, ...parts) => {
    expect(() => check(settings)).toThrow(/^hookswitch: /);
    for (const part of parts) expect(() => check(settings)).toThrow(part);
  });

  it.each(['wss', 'ws', 'https'])('without telling the password in a URL of %s', (scheme) => {
    const server = `${scheme}://alice:wonderland@pbx.example.com`;
    expect(() => check({ server })).toThrow(/^(?!.*wonderland).*pbx\.example\.com/);
  });
});
