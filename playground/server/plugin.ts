import type { Plugin } from 'vite';
import { createExchange, developmentAccounts } from '../../src/testing/createExchange.js';
import { startCallback, startEcho } from './bots.js';
import { serveExchange } from './webSocket.js';

export const SIP_PATH = '/sip';

const secret = () => crypto.randomUUID();

/** Puts a development exchange on Vite's own port: its accounts, its fixed numbers, `echo` and `callback`. */
export function exchangePlugin(): Plugin {
  return {
    name: 'hookswitch-exchange',
    configureServer({ httpServer, config }) {
      if (!httpServer) return;
      const exchange = createExchange({
        accounts: {
          ...developmentAccounts,
          echo: { password: secret(), displayName: 'Echo' },
          callback: { password: secret(), displayName: 'Callback' },
        },
      });
      serveExchange(httpServer, exchange, SIP_PATH);
      httpServer.once('listening', () => {
        config.logger.info(
          `The exchange of ${exchange.domain} is for development and tests only: every password is its user name.`,
        );
        for (const start of [startEcho, startCallback]) {
          start(exchange).then(
            (bot) => httpServer.once('close', () => void bot.stop()),
            // The phones of people work without it.
            (error) => config.logger.error(`A bot of the playground is not there: ${error.message}`),
          );
        }
      });
    },
  };
}
