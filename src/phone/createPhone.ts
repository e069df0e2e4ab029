import { createStore } from 'zustand/vanilla';
import { sharedMedia } from '../media/index.js';
import type { Agent } from '../sip/index.js';
import { createCalls } from './calls.js';
import { createCallVerbs } from './callVerbs.js';
import { createConnection } from './connection.js';
import type { PhoneContext } from './context.js';
import { createDevices } from './devices.js';
import { PhoneError } from './errors.js';
import { createLifecycle } from './lifecycle.js';
import { createMeters } from './meters.js';
import type { Phone } from './phone.js';
import { createRinging } from './ringing.js';
import { checkSettings, type PhoneSettings } from './settings.js';
import type { PhoneState } from './state.js';
import { throwLater } from './throwLater.js';
import { uuid } from './uuid.js';

/**
 * Makes a phone. Nothing is opened, asked for or listened to until `connect()` or a call; SIP.js is loaded then.
 * Throws when the settings cannot work, and says what to do.
 */
export function createPhone(phoneSettings: PhoneSettings): Phone {
  // Credentials go to the user agent alone.
  const { credentials, ...settings } = checkSettings(phoneSettings);
  const media = settings.media ?? sharedMedia();
  const store = createStore<PhoneState>(() => ({
    transport: 'disconnected',
    attempt: 0,
    retryAt: null,
    closeCode: null,
    registration: settings.register ? 'unregistered' : 'off',
    calls: [],
    history: [],
    ...media.getState(),
    lastError: null,
  }));

  const log = (level: 'debug' | 'info' | 'warn' | 'error', line: string) => {
    try {
      settings.logger?.(level, line);
    } catch {
      // A logger that throws must not end a call.
    }
  };
  const onFault = (error: unknown) =>
    log('error', error instanceof Error ? `${error.name}: ${error.message}` : String(error));

  const holds = new Set<() => void>();
  const context: PhoneContext = {
    settings,
    media,
    get: store.getState,
    set: (change) => store.setState(change),
    hold: () => {
      const releases = [lifecycle.hold(), devices.follow()];
      const release = () => {
        holds.delete(release);
        for (const undo of releases) undo();
      };
      holds.add(release);
      return release;
    },
    agent: async () => {
      const agent = await lifecycle.get();
      if (!agent) throw new PhoneError('transport-failed', 'The phone could not be started.');
      try {
        await agent.ready();
      } catch (error) {
        throw new PhoneError('transport-failed', 'The server cannot be reached.', { cause: error });
      }
      return agent;
    },
    report: (code, callId) => context.set({ lastError: { code, callId: callId ?? null, at: context.now() } }),
    clear: (...codes) => {
      const { lastError } = store.getState();
      if (lastError && codes.includes(lastError.code)) context.set({ lastError: null });
    },
    onFault,
    now: Date.now,
  };

  const connection = createConnection(context);
  const devices = createDevices(context);
  const calls = createCalls(context);
  const callVerbs = createCallVerbs(context, calls);
  /** A subscriber that throws must neither keep the others from the news nor reach SIP.js. */
  const subscribe: typeof store.subscribe = (listener) =>
    store.subscribe((state, before) => {
      try {
        listener(state, before);
      } catch (error) {
        throwLater(error);
      }
    });
  const meter = createMeters(context, { subscribe, ...calls });
  const ring = createRinging(media, calls.remoteOf);
  subscribe((state, before) => {
    if (state.calls !== before.calls) ring(state);
  });

  const start = async (): Promise<Agent> => {
    const { createAgent } = await import('../sip/index.js');
    const agent = createAgent(
      {
        ...settings,
        credentials,
        aor: settings.uri,
        createPeerConnection: (configuration) => media.createPeerConnection(configuration),
        log,
        uuid,
        now: context.now,
      },
      { ...connection, onInvite: calls.onInvite },
    );
    agent.start();
    return agent;
  };
  const stop = async (agent: Agent) => {
    calls.endAll();
    await agent.stop();
  };
  const lifecycle = createLifecycle(start, stop, (error) => {
    onFault(error);
    context.report('transport-failed');
  });

  /** What would need the connection; every other verb finds nothing left to do. */
  const refuseDisposed = () => {
    if (lifecycle.disposed) {
      throw new Error(
        'hookswitch: this phone was disposed of, so it can do nothing any more. Make another one with createPhone().',
      );
    }
  };

  /** Callers still get the rejection; the state keeps it too, so that any widget can show it. */
  const tee = <V extends object>(verbs: V): V =>
    Object.fromEntries(
      Object.entries(verbs).map(([name, verb]) => [
        name,
        (...args: unknown[]) => {
          const result: unknown = verb(...args);
          if (result instanceof Promise) {
            result.catch((error: unknown) => {
              if (error instanceof PhoneError)
                context.report(
                  error.code,
                  typeof args[0] === 'string' && calls.has(args[0]) ? args[0] : undefined,
                );
            });
          }
          return result;
        },
      ]),
    ) as V;

  return {
    store: { getState: store.getState, getInitialState: store.getInitialState, subscribe },
    ...tee({
      ...callVerbs,
      call: async (...args: Parameters<Phone['call']>) => {
        refuseDisposed();
        return callVerbs.call(...args);
      },
    }),
    ...tee(devices.verbs),
    connect() {
      refuseDisposed();
      return context.hold();
    },
    async dispose() {
      await lifecycle.dispose();
      // Whoever forgot to let go of the phone must not keep the page's media listening to it.
      for (const release of holds) release();
    },
    dismissError() {
      if (store.getState().lastError) context.set({ lastError: null });
    },
    meter,
  };
}
