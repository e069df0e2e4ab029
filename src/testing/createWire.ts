import { createPhone, type Phone, type PhoneSettings } from '../phone/index.js';
import type { SocketFactory } from '../sip/socket.js';
import { createExchange, type Exchange, type ExchangeOptions } from './createExchange.js';
import { createFakeMedia } from './fakeMedia.js';
import { createNetwork, type Network, type WireMessage } from './network.js';

export type { WireMessage } from './network.js';

export interface WireOptions extends ExchangeOptions {
  /** An exchange that is there already, in place of one made from the other options. */
  exchange?: Exchange;
}

/** Phones and an exchange in memory, and what can happen between them. */
export interface Wire extends Omit<Network, 'open'> {
  readonly exchange: Exchange;
  /** Every SIP message that a phone said or heard since the wire was made, oldest first. */
  readonly messages: readonly WireMessage[];
  /** The setting `socket` for a phone that is to be on this wire. */
  readonly socket: SocketFactory;
  /**
   * A real phone of a user, signing in with the user's account. Its media are fake where there is no WebRTC, unless
   * `settings.media` says otherwise. It connects when told to, like every phone.
   */
  phone(user: string, settings?: Partial<PhoneSettings>): Phone;
  /** Sees each message on its way and returns it, altered or not, or null to lose it. */
  onMessage: ((message: WireMessage) => string | null) | null;
}

/** Makes a wire: real phones, real SIP.js and real messages, without a network. For tests and stories. */
export function createWire(options: WireOptions = {}): Wire {
  const exchange = options.exchange ?? createExchange(options);
  const messages: WireMessage[] = [];

  const { open, ...network } = createNetwork(exchange, (message) => {
    const heard = wire.onMessage ? wire.onMessage(message) : message.text;
    const text = message.direction === 'sent' ? message.text : heard;
    // Keep-alives are blank lines, and no SIP.
    if (text?.trim()) messages.push({ ...message, text });
    return heard;
  });

  const wire: Wire = {
    ...network,
    exchange,
    messages,
    onMessage: null,
    socket: (_url, protocols) => open(protocols),
    phone(user, settings = {}) {
      const account = exchange.accounts[user];
      return createPhone({
        server: `wss://${exchange.domain}/sip`,
        aor: `sip:${user}@${exchange.domain}`,
        displayName: account?.displayName ?? user,
        credentials: { username: user, password: account?.password ?? user },
        socket: (_url, protocols) => open(protocols, user),
        ...(typeof RTCPeerConnection === 'undefined' && { media: createFakeMedia() }),
        ...settings,
      });
    },
  };
  return wire;
}
