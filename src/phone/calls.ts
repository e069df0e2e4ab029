import { MediaError, type Microphone, type Playback } from '../media/index.js';
import type { EndReason, Session, SessionObserver } from '../sip/index.js';
import { parseTarget } from '../sip/target.js';
import type { PhoneContext } from './context.js';
import { PhoneError } from './errors.js';
import { headerLines } from './headers.js';
import type { CallOptions } from './phone.js';
import { isIncoming } from './selectors.js';
import type { Call, CallId } from './state.js';
import { uuid } from './uuid.js';

const HISTORY_LIMIT = 100;
const TONES = /^[\d*#A-D]+$/i;

/** The live side of a call; it never enters the state. */
interface Live {
  readonly id: CallId;
  readonly abort: AbortController;
  /** Lets the connection go that the call holds. */
  readonly release: () => void;
  /** Resolves when the call has ended. */
  readonly ended: Promise<void>;
  settleEnd(): void;
  session: Session | null;
  microphone: Microphone | null;
  /** What kept the call from coming about on this side. */
  failure: unknown;
  remote: MediaStream | null;
  playback: Playback | null;
  /** The consumer's own player, in place of ours. */
  element: HTMLMediaElement | null;
  heldHere: boolean;
  heldThere: boolean;
}

type Facts = Pick<Call, 'direction' | 'state' | 'remote' | 'pending'> & Partial<Pick<Call, 'headers'>>;

export function createCalls({
  settings,
  media,
  get,
  set,
  hold,
  agent,
  report,
  clear,
  onFault,
  now,
}: PhoneContext) {
  const lives = new Map<CallId, Live>();

  /** Nothing more is said of a call that has ended. */
  const patch = (id: CallId, change: Partial<Call>) => {
    if (lives.has(id))
      set({ calls: get().calls.map((call) => (call.id === id ? { ...call, ...change } : call)) });
  };

  const read = (id: CallId) => get().calls.find((call) => call.id === id);

  /** The one door for calls: what SIP.js knows of one enters the state through the observer that this returns. */
  const track = () => {
    const id = uuid() as CallId;
    let settleEnd = () => {};
    const ended = new Promise<void>((resolve) => {
      settleEnd = resolve;
    });
    const live: Live = {
      id,
      abort: new AbortController(),
      release: hold(),
      ended,
      settleEnd,
      session: null,
      microphone: null,
      failure: undefined,
      remote: null,
      playback: null,
      element: null,
      heldHere: false,
      heldThere: false,
    };
    lives.set(id, live);

    const begin = (facts: Facts) => {
      const call: Call = {
        headers: {},
        ...facts,
        id,
        muted: false,
        hold: 'none',
        startedAt: now(),
        answeredAt: null,
        endedAt: null,
        endReason: null,
      };
      set({ calls: [...get().calls, call] });
    };

    const observer: SessionObserver = {
      onState: (state) => {
        if (state === 'established') patch(id, { state, answeredAt: now() });
        // The microphone of an answer is open by now.
        else patch(id, state === 'connecting' ? { state, pending: null } : { state });
      },
      onRemoteTrack: (track) => {
        // A change of the call announces the same track again; another one is another stream.
        if (!lives.has(id) || live.remote?.getAudioTracks()[0] === track) return;
        live.remote = media.createStream([track]);
        listen(live);
      },
      onRemoteHold: (held) => {
        live.heldThere = held;
        tellHold(live);
      },
      onEnd: (reason, failure) => {
        live.failure = failure;
        if (failure && lives.has(id)) report(codeOf(failure), id);
        end(live, reason);
      },
      onFault,
    };
    return { live, observer, begin };
  };

  const end = (live: Live, endReason: EndReason) => {
    if (!lives.delete(live.id)) return;
    live.abort.abort();
    live.microphone?.close();
    live.playback?.stop();
    const { calls, history } = get();
    const call = calls.find(({ id }) => id === live.id);
    if (call) {
      const over: Call = {
        ...call,
        state: 'terminated',
        pending: null,
        hold: 'none',
        endedAt: now(),
        endReason,
      };
      set({
        calls: calls.map((other) => (other.id === live.id ? over : other)),
        history: [over, ...history].slice(0, HISTORY_LIMIT),
      });
    }
    live.release();
    live.settleEnd();
  };

  /** Plays the remote party, on the consumer's own player where there is one. */
  const listen = (live: Live) => {
    live.playback?.stop();
    live.playback = live.remote && media.play(live.remote, live.element ?? undefined);
    live.playback?.setMuted(live.heldHere);
  };

  const tellHold = ({ id, heldHere, heldThere, playback }: Live) => {
    // A sloppy phone goes on sending while it is on hold; nobody shall hear it.
    playback?.setMuted(heldHere);
    const hold = heldHere ? (heldThere ? 'both' : 'local') : heldThere ? 'remote' : 'none';
    if (read(id)?.hold !== hold) patch(id, { hold });
  };

  const openMicrophone = async (live: Live): Promise<MediaStreamTrack> => {
    const microphone = await media.openMicrophone({
      signal: live.abort.signal,
      ...(settings.audio && { constraints: settings.audio }),
    });
    if (!lives.has(live.id)) {
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
    if (!lives.has(live.id)) return;
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
      if (!lives.has(live.id)) return session.end();
      live.session = session;
      session.setMuted(read(live.id)?.muted ?? false);
      // It may have been changed for another while the server was being reached.
      const present = track.then((opened) => live.microphone?.track ?? opened);
      await session.invite({ track: present, gatherEarly });
    } catch (error) {
      fail(live, error);
    }
  };

  /** The live side of a call, `null` when it has ended; throws for an id that never was. */
  const find = (id: CallId): Live | null => {
    const live = lives.get(id);
    if (live) return live;
    if (read(id) || get().history.some((call) => call.id === id)) return null;
    throw new Error(
      `hookswitch: no call has the id "${id}", so nothing can be done with it. Use an id from call() or from the state.`,
    );
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
      if (lives.has(id))
        throw new PhoneError('media-failed', `The call could not be ${held ? 'held' : 'resumed'}.`, {
          cause: error,
        });
    } finally {
      if (lives.has(id)) {
        if (read(id)?.pending === pending) patch(id, { pending: null });
        tellHold(live);
      }
    }
  };

  return {
    /** A call comes in. */
    onInvite(observe: (observer: SessionObserver) => Session): void {
      const { live, observer, begin } = track();
      try {
        const session = observe(observer);
        live.session = session;
        begin({
          direction: 'inbound',
          state: 'ringing',
          remote: session.remote,
          headers: session.headers(settings.acceptHeaders),
          pending: null,
        });
      } catch (error) {
        end(live, FAILED);
        throw error;
      }
    },

    /** Ends every call here, because the phone goes away. */
    endAll(): void {
      for (const live of [...lives.values()]) {
        const call = read(live.id);
        live.session?.end();
        end(live, call?.direction === 'outbound' && call.answeredAt === null ? CANCELLED : NORMAL);
      }
    },

    has: (id: string): id is CallId => get().calls.some((call) => call.id === id),
    remoteOf: (id: CallId) => lives.get(id)?.remote ?? null,
    microphoneOf: (id: CallId) => lives.get(id)?.microphone ?? null,

    verbs: {
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
          if (!lives.has(id)) return;
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
          if (!lives.has(id) && !live.failure) return;
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
          if (lives.has(id))
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
          if (lives.has(id)) listen(live);
        };
      },
    },
  };
}

const FAILED: EndReason = { statusCode: 0, reasonPhrase: '', cause: 'failed' };

const NORMAL: EndReason = { statusCode: 0, reasonPhrase: '', cause: 'normal' };
const CANCELLED: EndReason = { statusCode: 487, reasonPhrase: '', cause: 'cancelled' };

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

const codeOf = (error: unknown) =>
  error instanceof PhoneError || error instanceof MediaError ? error.code : 'media-failed';

/** What to call the other side before it has told its name: the number or name that was dialled. */
function shown(uri: string): string {
  const [user = '', host = ''] = uri.slice(uri.indexOf(':') + 1).split('@');
  return host === '' ? user : decodeURIComponent(user);
}
