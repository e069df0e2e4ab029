import { startCallback, startEcho } from '../../playground/server/bots.js';
import { createExchange } from '../../src/testing/index.js';

it('lets a bot be called as soon as it has started', async () => {
  const exchange = createExchange({ accounts: { echo: { password: 'echo' } } });
  const bot = await startEcho(exchange);
  expect(exchange.contacts('echo')).toHaveLength(1);
  await bot.stop();
});

it('tells that a bot cannot sign in', async () => {
  const exchange = createExchange({ accounts: {} });
  await expect(startCallback(exchange)).rejects.toThrow('sip:callback@hookswitch.test was refused');
});
