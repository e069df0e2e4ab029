import { TransportState } from 'sip.js';
import { type CloseFact, WebSocketTransport } from '../../src/sip/transport.js';
import { ScriptedSocket } from './support/scriptedSocket.js';

/** A transport, the sockets that it opened, and all that it told. */
function transporting(open: () => ScriptedSocket = () => new ScriptedSocket()) {
  const sockets: ScriptedSocket[] = [];
  const asked: { url: string; protocols: string[] }[] = [];
  const lost: CloseFact[] = [];
  const faults: string[] = [];
  const traced: string[] = [];
  const told: string[] = [];
  let url = 'wss://pbx.example.com/ws';
  const transport = new WebSocketTransport(null, {
    url: () => url,
    socket: (address, protocols) => {
      asked.push({ url: address, protocols });
      const socket = open();
      sockets.push(socket);
      return socket;
    },
    onLost: (fact) => lost.push({ code: fact.code, reason: fact.reason }),
    onFault: (error) => faults.push(error instanceof Error ? error.message : String(error)),
    trace: (direction, message) => traced.push(`${direction} ${message}`),
  });
  transport.stateChange.addListener((state) => told.push(state));
  transport.onConnect = () => told.push('onConnect');
  transport.onDisconnect = (error) => told.push(error ? 'onDisconnect with an error' : 'onDisconnect');
  transport.onMessage = (message) => told.push(message);
  return {
    transport,
    asked,
    lost,
    faults,
    traced,
    told,
    moveTo: (address: string) => {
      url = address;
    },
    socket: (number = 1) => {
      expect(sockets).toHaveLength(number);
      return sockets[number - 1] as ScriptedSocket;
    },
  };
}

/** One that is connected, with nothing told yet. */
async function connected(open?: () => ScriptedSocket) {
  const all = transporting(open);
  const connecting = all.transport.connect();
  all.socket().opens();
  await connecting;
  all.told.length = 0;
  return all;
}

const REFUSED = /cannot be reached \(WebSocket close code 1006\)/;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('connecting', () => {
  it('opens a socket for SIP, and is connected when it is open', async () => {
    const { transport, asked, socket, told, lost } = transporting();
    const connecting = transport.connect();
    expect(asked).toEqual([{ url: 'wss://pbx.example.com/ws', protocols: ['sip'] }]);
    expect(transport.isConnected()).toBe(false);
    socket().opens();
    await connecting;
    expect(transport.isConnected()).toBe(true);
    expect(transport.state).toBe(TransportState.Connected);
    expect(told).toEqual(['Connecting', 'Connected', 'onConnect']);
    expect(lost).toEqual([]);
    expect(socket().binaryType).toBe('arraybuffer');
  });

  it('opens one socket for all who ask', async () => {
    const { transport, socket } = transporting();
    const all = [transport.connect(), transport.connect()];
    socket().opens();
    await Promise.all(all);
    await transport.connect();
    socket(1);
  });

  it('fails when the server refuses', async () => {
    const { transport, socket, told, lost } = transporting();
    const connecting = transport.connect();
    const outcome = expect(connecting).rejects.toThrow(REFUSED);
    socket().closes(1006);
    await outcome;
    expect(lost).toEqual([{ code: 1006, reason: '' }]);
    expect(told).toEqual(['Connecting', 'Disconnected']);
  });

  it('fails when the server says nothing for 5 s', async () => {
    const { transport, socket, lost } = transporting();
    const outcome = expect(transport.connect()).rejects.toThrow(REFUSED);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(lost).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await outcome;
    expect(lost).toEqual([{ code: 1006, reason: 'No answer in 5 s.' }]);
    expect(socket().closed).toHaveLength(1);
  });

  it('is not confused by what a socket does that it gave up', async () => {
    const { transport, socket, told, lost } = transporting();
    const outcome = expect(transport.connect()).rejects.toThrow(REFUSED);
    await vi.advanceTimersByTimeAsync(5_000);
    await outcome;
    const count = told.length;
    socket().opens();
    socket().says('SIP/2.0 200 OK\r\n\r\n');
    socket().closes(1000);
    expect(told).toHaveLength(count);
    expect(lost).toHaveLength(1);
    expect(transport.isConnected()).toBe(false);
  });

  it('fails when the browser does not even try', async () => {
    const { transport, told, lost, faults } = transporting(() => {
      throw new Error('Refused by the content security policy.');
    });
    await expect(transport.connect()).rejects.toThrow(REFUSED);
    expect(lost).toEqual([{ code: 1006, reason: 'The browser refused to connect.' }]);
    expect(faults).toEqual(['Refused by the content security policy.']);
    expect(told).toEqual(['Connecting', 'Disconnected']);
  });

  it('survives a socket that cannot be closed', async () => {
    const { transport, socket } = transporting();
    const outcome = expect(transport.connect()).rejects.toThrow(REFUSED);
    socket().closeThrows = true;
    await vi.advanceTimersByTimeAsync(5_000);
    await outcome;
  });

  it('can be tried again, at another server', async () => {
    const { transport, asked, socket, moveTo } = transporting();
    expect(transport.protocol).toBe('WSS');
    const outcome = expect(transport.connect()).rejects.toThrow(REFUSED);
    socket().closes();
    await outcome;
    moveTo('ws://localhost/ws');
    const connecting = transport.connect();
    socket(2).opens();
    await connecting;
    expect(asked[1]?.url).toBe('ws://localhost/ws');
    expect(transport.protocol).toBe('WS');
  });

  it.each(['onConnect', 'stateChange'] as const)('stands although %s throws', async (listener) => {
    const { transport, socket, faults } = transporting();
    const fail = () => {
      throw new Error('A listener failed.');
    };
    if (listener === 'stateChange') transport.stateChange.addListener(fail);
    else transport.onConnect = fail;
    const connecting = transport.connect();
    socket().opens();
    await connecting;
    expect(transport.isConnected()).toBe(true);
    expect(faults).toContain('A listener failed.');
    socket().closes(1001);
    expect(transport.state).toBe(TransportState.Disconnected);
    const again = transport.connect();
    socket(2).opens();
    await again;
    expect(transport.isConnected()).toBe(true);
  });
});

describe('a connection', () => {
  it('carries messages both ways, and traces them', async () => {
    const { transport, socket, told, traced } = await connected();
    await transport.send('OPTIONS sip:a SIP/2.0');
    socket().says('SIP/2.0 200 OK');
    expect(socket().sent).toEqual(['OPTIONS sip:a SIP/2.0']);
    expect(told).toEqual(['SIP/2.0 200 OK']);
    expect(traced).toEqual(['sent OPTIONS sip:a SIP/2.0', 'received SIP/2.0 200 OK']);
  });

  it('takes binary frames as text', async () => {
    const { socket, told } = await connected();
    socket().says(new TextEncoder().encode('SIP/2.0 200 Grüße').buffer);
    expect(told).toEqual(['SIP/2.0 200 Grüße']);
  });

  it('answers when it is asked whether it lives', async () => {
    const { socket, told, traced } = await connected();
    socket().says('\r\n\r\n');
    expect(socket().sent).toEqual(['\r\n']);
    socket().says('\r\n');
    expect(socket().sent).toEqual(['\r\n']);
    expect(told).toEqual([]);
    expect(traced).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['a blob', { size: 1 }],
    ['null', null],
  ])('ignores %s', async (_, data) => {
    const { socket, told, faults } = await connected();
    socket().says(data);
    expect(told).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('keeps from the page what is thrown over a message', async () => {
    const { transport, socket, faults } = await connected();
    transport.onMessage = () => {
      throw new TypeError('Request-URI undefined.');
    };
    socket().says('INVITE tel:1 SIP/2.0');
    expect(faults).toEqual(['Request-URI undefined.']);
    expect(transport.isConnected()).toBe(true);
  });

  it('keeps from the page that an answer to a keep-alive could not be sent', async () => {
    const { socket, faults } = await connected();
    socket().readyState = 2;
    socket().says('\r\n\r\n');
    expect(faults).toEqual(['The socket is not open.']);
  });

  it('rejects a message that cannot be sent', async () => {
    const { transport, socket } = await connected();
    socket().readyState = 2;
    await expect(transport.send('x')).rejects.toThrow('not open');
  });

  it('rejects a message while there is none', async () => {
    const { transport, traced } = transporting();
    await expect(transport.send('x')).rejects.toThrow('no connection');
    expect(traced).toEqual([]);
  });

  it('tells once when it is lost, with the code', async () => {
    const { transport, socket, told, lost } = await connected();
    socket().closes(1012, 'Service restart');
    expect(told).toEqual(['Disconnected', 'onDisconnect with an error']);
    expect(lost).toEqual([{ code: 1012, reason: 'Service restart' }]);
    socket().closes(1006);
    expect(lost).toHaveLength(1);
    await expect(transport.send('x')).rejects.toThrow('no connection');
  });

  it('is lost although a listener throws', async () => {
    const { transport, socket, lost, faults } = await connected();
    transport.onDisconnect = () => {
      throw new Error('A listener failed.');
    };
    socket().closes(1006);
    expect(lost).toHaveLength(1);
    expect(faults).toEqual(['A listener failed.']);
    expect(transport.state).toBe(TransportState.Disconnected);
  });
});

describe('disconnecting', () => {
  it('closes the socket and waits until it is closed', async () => {
    const { transport, socket, told, lost } = await connected();
    const disconnecting = transport.disconnect();
    expect(socket().closed).toEqual([1000]);
    expect(transport.state).toBe(TransportState.Disconnecting);
    socket().closes(1000);
    await disconnecting;
    expect(told).toEqual(['Disconnecting', 'Disconnected', 'onDisconnect']);
    // It was wanted, so nothing was lost.
    expect(lost).toEqual([]);
  });

  it('waits 1 s at most', async () => {
    const { transport, socket, told } = await connected();
    const disconnecting = transport.disconnect();
    await vi.advanceTimersByTimeAsync(999);
    expect(transport.state).toBe(TransportState.Disconnecting);
    await vi.advanceTimersByTimeAsync(1);
    await disconnecting;
    expect(transport.state).toBe(TransportState.Disconnected);
    const count = told.length;
    socket().closes(1006);
    expect(told).toHaveLength(count);
  });

  it('is done at once where there is nothing to close, or no way to', async () => {
    const none = transporting();
    await none.transport.disconnect();
    expect(none.told).toEqual([]);
    const { transport, socket } = await connected();
    socket().closeThrows = true;
    await transport.disconnect();
    expect(transport.state).toBe(TransportState.Disconnected);
  });

  it('hears nothing more', async () => {
    const { transport, socket, told } = await connected();
    const disconnecting = transport.disconnect();
    socket().says('SIP/2.0 200 OK');
    socket().says('\r\n\r\n');
    socket().closes(1000);
    await disconnecting;
    expect(told).toEqual(['Disconnecting', 'Disconnected', 'onDisconnect']);
  });

  it('ends an attempt to connect', async () => {
    const { transport, socket, lost } = transporting();
    const outcome = expect(transport.connect()).rejects.toThrow('closed while it opened');
    const disconnecting = transport.disconnect();
    await outcome;
    // The server accepts all the same.
    socket().opens();
    socket().closes(1006);
    await disconnecting;
    expect(transport.state).toBe(TransportState.Disconnected);
    expect(lost).toEqual([]);
  });

  it('is harmless twice, and can be followed by another connection', async () => {
    const { transport, socket } = await connected();
    const both = [transport.disconnect(), transport.dispose()];
    await vi.advanceTimersByTimeAsync(1_000);
    await Promise.all(both);
    const connecting = transport.connect();
    socket(2).opens();
    await connecting;
    expect(transport.isConnected()).toBe(true);
  });
});
