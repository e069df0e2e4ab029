import { act } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';

/** Does something as a server does it, where there is no page. */
async function withoutPage<T>(body: () => T): Promise<Awaited<T>> {
  for (const name of ['window', 'document', 'navigator', 'location']) vi.stubGlobal(name, undefined);
  try {
    return await body();
  } finally {
    vi.unstubAllGlobals();
  }
}

// A server and a browser each load the modules for themselves, and some look around while they are loaded.
const server = await withoutPage(() => import('./everyWidget.js'));
vi.resetModules();
const browser = await import('./everyWidget.js');
const { everyState, everyWidget, fakePhone, NOW } = browser;

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

/** jsdom measures nothing. */
class SeesNothing {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** Lets the browser take over what the server sent, with the phone that it has by then. */
async function hydrate(name: string, state: object, prepare = () => fakePhone(state)) {
  const sent = () => renderToString(server.pageOf(server.everyWidget[name]!, server.fakePhone(state)));
  const container = document.createElement('div');
  const html = await withoutPage(sent);
  container.innerHTML = html;
  document.body.append(container);
  const nodes = [...container.querySelectorAll('main, main > *')];

  vi.stubGlobal('ResizeObserver', SeesNothing);
  const page = browser.pageOf(everyWidget[name]!, prepare());
  const onRecoverableError = vi.fn();
  const root = await act(async () => hydrateRoot(container, page, { onRecoverableError }));
  onTestFinished(async () => {
    await act(async () => root.unmount());
    container.remove();
  });
  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(nodes.filter((node) => !node.isConnected)).toEqual([]);
  return { html, container };
}

describe.each(Object.keys(everyWidget))('<%s> in the page that a server sent', (name) => {
  it.each(Object.entries(everyState))('takes over %s', async (_, state) => {
    await hydrate(name, state);
  });

  it('takes over calls of the past, though it is another day in another time zone here', async () => {
    vi.stubEnv('TZ', 'Pacific/Auckland');
    const state = everyState['calls of the past']!;
    await hydrate(name, state, () => {
      vi.stubEnv('TZ', 'America/Los_Angeles');
      vi.setSystemTime(NOW + 20 * 3_600_000);
      return fakePhone(state);
    });
  });

  it('takes over a phone that has moved on since', async () => {
    await hydrate(name, {}, () => {
      const phone = fakePhone();
      phone.store.setState(everyState['a call, and one on hold']!);
      return phone;
    });
  });
});

it('tells the time of past calls by the clock of the person, of which a server knows nothing', async () => {
  const { html, container } = await hydrate('CallHistory', everyState['calls of the past']!);
  const when = /yesterday|Apr 27, 2029/g;
  expect(html).toContain('Missed');
  expect(html).not.toMatch(when);
  expect(container.textContent?.match(when)).toEqual(['yesterday', 'Apr 27, 2029']);
});
