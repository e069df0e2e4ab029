import { MediaError, type Microphone, type Playback } from '../media/index.js';
import type { EndReason, Session, SessionObserver } from '../sip/index.js';
import type { PhoneContext } from './context.js';
import { PhoneError } from './errors.js';
import type { Call, CallId } from './state.js';
import { uuid } from './uuid.js';

const HISTORY_LIMIT = 100;

/** The live side of a call; it never enters the state. */
export interface Live {
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

/** The calls of a phone: their live sides, and what the state says of them. What can be done with one is in `callVerbs`. */
export function createCalls({ settings, media, get, set, hold, report, onFault, now }: PhoneContext) {
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
        silenced: false,
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

  /** The live side of a call, `null` when it has ended; throws for an id that never was. */
  const find = (id: CallId): Live | null => {
    const live = lives.get(id);
    if (live) return live;
    if (read(id) || get().history.some((call) => call.id === id)) return null;
    throw new Error(
      `hookswitch: no call has the id "${id}", so nothing can be done with it. Use an id from call() or from the state.`,
    );
  };

  return {
    track,
    read,
    patch,
    find,
    end,
    listen,
    tellHold,
    isLive: ({ id }: Live) => lives.has(id),

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
  };
}

export type Calls = ReturnType<typeof createCalls>;

export const FAILED: EndReason = { statusCode: 0, reasonPhrase: '', cause: 'failed' };
const NORMAL: EndReason = { statusCode: 0, reasonPhrase: '', cause: 'normal' };
export const CANCELLED: EndReason = { statusCode: 487, reasonPhrase: '', cause: 'cancelled' };

/** What went wrong, in the phone's words; what nobody foresaw went wrong with the media. */
export const codeOf = (error: unknown) =>
  error instanceof PhoneError || error instanceof MediaError ? error.code : 'media-failed';
