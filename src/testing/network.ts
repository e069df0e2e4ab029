import type { Exchange, Line } from './createExchange.js';
import { MemorySocket } from './memorySocket.js';

/** A SIP message as a phone said it, or is about to hear it. */
export interface WireMessage {
  /** Whose phone; empty for a socket that has not said yet whose it is. */
  readonly user: string;
  readonly direction: 'sent' | 'received';
  readonly text: string;
}

/** One socket of one phone, and its line into the exchange once it is open. */
interface Link {
  user: string;
  readonly socket: MemorySocket;
  line: Line | null;
}

/** What lies between phones and an exchange. Every message arrives in a task of its own, in order. */
export interface Network {
  /** Opens a socket to the exchange; without a user, the first request that it sends says whose it is. */
  open(protocols: readonly string[], user?: string): MemorySocket;
  /** Drops every connection and refuses new ones, until `up`. Code: RFC 6455 section 7.4, by default 1006. */
  down(code?: number): void;
  /** The server hangs: connections stay open, nothing passes, new ones never open, until `up`. */
  freeze(): void;
  up(): void;
  /** Drops the connections of one user, who may connect again at once. By default with 1006. */
  cut(user: string, code?: number, reason?: string): void;
}

/** `pass` sees each message on its way and returns what arrives, or null to lose it. */
export function createNetwork(
  exchange: Exchange,
  pass: (message: WireMessage) => string | null = ({ text }) => text,
): Network {
  const links = new Set<Link>();
  const later = createQueue();
  let server: 'up' | 'down' | 'frozen' = 'up';

  function open(protocols: readonly string[], user = ''): MemorySocket {
    const socket = new MemorySocket({
      onSend: (text) => later(() => carry(link, 'sent', text)),
      onClose: (code, reason) => later(() => drop(link, code, reason)),
    });
    const link: Link = { user, socket, line: null };
    links.add(link);
    later(() => {
      if (server === 'down' || !protocols.includes('sip')) drop(link, 1006, '');
      else if (server === 'up') connect(link);
    });
    return socket;
  }

  function connect(link: Link): void {
    // It may have been closed before it opened.
    if (!links.has(link)) return;
    link.line = exchange.connect({
      send: (text) => later(() => carry(link, 'received', text)),
      close: (code, reason) => later(() => drop(link, code, reason)),
    });
    link.socket.open('sip');
  }

  function carry(link: Link, direction: WireMessage['direction'], said: string): void {
    if (server === 'frozen' || !links.has(link)) return;
    if (direction === 'sent') link.user ||= userOf(said);
    const heard = pass({ user: link.user, direction, text: said });
    if (heard === null) return;
    if (direction === 'sent') link.line?.receive(heard);
    else link.socket.deliver(heard);
  }

  function drop(link: Link, code: number, reason: string): void {
    // A server that hangs does not take part in the closing handshake either.
    if (server === 'frozen') return;
    links.delete(link);
    link.line?.close();
    link.socket.drop(code, reason);
  }

  return {
    open,
    down(code = 1006) {
      server = 'down';
      for (const link of links) later(() => drop(link, code, ''));
    },
    freeze() {
      server = 'frozen';
    },
    up() {
      server = 'up';
      for (const link of links) if (link.socket.isClosing) later(() => drop(link, 1006, ''));
    },
    cut(user, code = 1006, reason = '') {
      for (const link of links) if (link.user === user) later(() => drop(link, code, reason));
    },
  };
}

const userOf = (message: string) => /^(?:from|f)\s*:.*?sips?:([^@;>\s]+)@/im.exec(message)?.[1] ?? '';

/** Runs each task in a turn of its own, as a socket delivers its messages. Fake timers do not hold it up. */
function createQueue(): (task: () => void) => void {
  const tasks: (() => void)[] = [];
  return (task) => {
    tasks.push(task);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      tasks.shift()?.();
    };
    port2.postMessage(null);
  };
}
