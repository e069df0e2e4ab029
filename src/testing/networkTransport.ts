import type { Core } from 'sip.js';
import { WebSocketTransport } from '../sip/transport.js';
import type { Network } from './network.js';

/** The setting `transportConstructor` for a plain SIP.js user agent that is to be on a network in memory. */
export function transportOn(network: Network, user: string): new (logger: Core.Logger) => WebSocketTransport {
  return class extends WebSocketTransport {
    constructor(logger: Core.Logger) {
      super(logger, {
        url: () => 'ws://exchange.invalid',
        socket: (_url, protocols) => network.open(protocols, user),
        onLost() {},
        trace() {},
        onFault(error) {
          throw error;
        },
      });
    }
  };
}
