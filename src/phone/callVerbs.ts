import type { SessionObserver } from '../sip/index.js';
import { parseTarget } from '../sip/target.js';
import { CANCELLED, type Calls, codeOf, FAILED, type Live } from './calls.js';
import type { PhoneContext } from './context.js';
import { PhoneError } from './errors.js';
import { headerLines } from './headers.js';
import type { CallOptions } from './phone.js';
import { isIncoming } from './selectors.js';
import type { CallId } from './state.js';

const TONES = /^[\d*#A-D]+$/i;

/** What can be done with calls. Verbs act on sessions and media; what comes of it enters the state by `track`. */
export function createCallVerbs(
  { settings, media, get, set, agent, report, clear, onFault }: PhoneContext,
  { track, read, patch, find, end, listen, tellHold, isLive }: Calls,
) {
  const openMicrophone = async (live: Live): Promise<MediaStreamTrack> => {
    const microphone = await media.openMicrophone({
      signal: live.abort.signal,
      ...(settings.audio && { constraints: settings.audio }),
    });
    if (!isLive(live)) {
      microphone.close();
      throw new Error('The call ended while the microphone opened.');
    }
    live.microphone = microphone;
    microphone.onTrackChange = (track) => {
      clear(...MICROPHONE_ERRORS);
      live.session?.replaceTrack(track).catch(onFault);
    };
    microphone.onLost = (error) => report(error.code, live.id);
    return microphone.track;
  };

  /** A call that failed before it stood: it ends, and the error says why. */
  const fail = (live: Live, error: unknown) => {
    if (!isLive(live)) return;
    onFault(error);
    report(codeOf(error), live.id);
    if (live.session) live.session.drop(FAILED);
    end(live, FAILED);
  };

  const place = async (live: Live, target: string, headers: string[], observer: SessionObserver) => {
    const gatherEarly = media.getState().devices.permission === 'granted';
    const track = openMicrophone(live);
    track.then(
      () => patch(live.id, { pending: null }),
      (error) => fail(live, error),
    );
    try {
      const session = await (await agent()).prepare(target, headers, observer).catch((cause: unknown) => {
        throw new PhoneError('transport-failed', 'The credentials for the call could not be had.', { cause });
      });
      if (!isLive(live)) return session.end();
      live.session = session;
      session.setMuted(read(live.id)?.muted ?? false);
      // It may have been changed for another while the server was being reached.
      const present = track.then((opened) => live.microphone?.track ?? opened);
      await session.invite({ track: present, gatherEarly });
    } catch (error) {
      fail(live, error);
    }
  };

  const setMuted = (id: CallId, muted: boolean) => {
    const live = find(id);
    if (!live || read(id)?.muted === muted) return;
    live.session?.setMuted(muted);
    patch(id, { muted });
  };

  const setHeld = async (id: CallId, held: boolean) => {
    const live = find(id);
    const pending = held ? 'hold' : 'resume';
    const call = read(id);
    if (!live?.session || call?.state !== 'established') return;
    const asked = call.pending === null ? live.heldHere : call.pending === 'hold';
    if (asked === held) return;
    patch(id, { pending });
    try {
      await live.session.setHeld(held);
      live.heldHere = held;
    } catch (error) {
      if (isLive(live))
        throw new PhoneError('media-failed', `The call could not be ${held ? 'held' : 'resumed'}.`, {
          cause: error,
        });
    } finally {
      if (isLive(live)) {
        if (read(id)?.pending === pending) patch(id, { pending: null });
        tellHold(live);
      }
    }
  };

  return {
    async call(target: string, { headers = {} }: CallOptions = {}): Promise<CallId> {
      const uri = parseTarget(target, settings.domain);
      if (uri === null) {
        throw new PhoneError(
          'target-invalid',
          `"${target.slice(0, 80)}" is no number, name or SIP address, so it cannot be called.`,
        );
      }
      const lines = headerLines(headers);
      clear('target-invalid', ...CALL_ERRORS);
      const { live, observer, begin } = track();
      begin({
        direction: 'outbound',
        state: 'trying',
        remote: { uri, displayName: shown(uri) },
        pending: 'microphone',
      });
      void place(live, uri, lines, observer);
      return live.id;
    },

    async answer(id: CallId): Promise<void> {
      const live = find(id);
      const call = read(id);
      if (!live?.session || !call || !isIncoming(call) || call.pending) return;
      patch(id, { pending: 'microphone' });
      let track: MediaStreamTrack;
      try {
        track = await openMicrophone(live);
      } catch (error) {
        // The caller gave up meanwhile, or the person hung up: not an error.
        if (!isLive(live)) return;
        patch(id, { pending: null });
        throw new PhoneError(codeOf(error), 'The call could not be answered without a microphone.', {
          cause: error,
        });
      }
      clear(...CALL_ERRORS);
      try {
        await live.session.accept({ track: Promise.resolve(track), gatherEarly: true });
      } catch (error) {
        // The caller gave up, or the person hung up, before the answer was made: not an error.
        if (!isLive(live) && !live.failure) return;
        const cause = live.failure ?? error;
        throw new PhoneError(codeOf(cause), 'The call could not be answered.', { cause });
      }
    },

    async decline(id: CallId): Promise<void> {
      const live = find(id);
      const call = read(id);
      if (!live?.session || !call || !isIncoming(call)) return;
      live.abort.abort();
      live.session.decline();
      await live.ended;
    },

    async silence(id: CallId): Promise<void> {
      const call = find(id) && read(id);
      if (call && isIncoming(call)) patch(id, { silenced: true });
    },

    async hangup(id: CallId): Promise<void> {
      const live = find(id);
      if (!live) return;
      live.abort.abort();
      live.microphone?.close();
      if (live.session) live.session.end();
      else end(live, CANCELLED);
      await live.ended;
    },

    hold: (id: CallId) => setHeld(id, true),
    resume: (id: CallId) => setHeld(id, false),

    mute: async (id: CallId) => setMuted(id, true),
    unmute: async (id: CallId) => setMuted(id, false),

    async sendDtmf(id: CallId, tones: string): Promise<void> {
      if (!TONES.test(tones)) {
        throw new Error(
          `hookswitch: "${tones.slice(0, 40)}" holds more than keypad digits, so it cannot be sent. Use 0-9, *, # and A-D.`,
        );
      }
      const live = find(id);
      if (!live?.session || read(id)?.state !== 'established') return;
      try {
        await live.session.sendDtmf(tones.toUpperCase());
      } catch (error) {
        if (isLive(live))
          throw new PhoneError('not-supported', 'The other side takes no keypad digits.', { cause: error });
      }
    },

    dismiss(id: CallId): void {
      if (find(id)) return;
      if (read(id)) set({ calls: get().calls.filter((call) => call.id !== id) });
    },

    media(id: CallId) {
      const live = find(id);
      return {
        local: live?.microphone ? media.createStream([live.microphone.track]) : null,
        remote: live?.remote ?? null,
      };
    },

    attach(element: HTMLMediaElement, id: CallId): () => void {
      const live = find(id);
      if (!live) return () => {};
      live.element = element;
      listen(live);
      return () => {
        if (live.element !== element) return;
        live.element = null;
        if (isLive(live)) listen(live);
      };
    },
  };
}

/** Errors that a microphone which works makes old news. */
const MICROPHONE_ERRORS = [
  'permission-denied',
  'insecure-context',
  'policy-blocked',
  'device-missing',
  'device-busy',
  'request-pending',
] as const;

/** Errors that the next call makes old news. */
const CALL_ERRORS = [...MICROPHONE_ERRORS, 'target-refused', 'media-failed', 'not-supported'] as const;

/** What to call the other side before it has told its name: the number or name that was dialled. */
function shown(uri: string): string {
  const [user = '', host = ''] = uri.slice(uri.indexOf(':') + 1).split('@');
  return host === '' ? user : decodeURIComponent(user);
}
