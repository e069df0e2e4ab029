import { Invitation, type Inviter, SessionState, type Session as SipSession, type URI } from 'sip.js';
import { DescriptionHandler, type DescriptionHandlerOptions } from './descriptionHandler.js';
import { withdraw } from './digest.js';
import { type EndReason, endReason, type Progress, reasonOfCancel, reasonOfResponse } from './endReason.js';
import { clearPendingReinvite, forgetSession } from './internals.js';
import { plainText, plainValue } from './text.js';

/** The other party of a call. */
export interface RemoteParty {
  /** SIP URI without parameters, `sip:bob@example.com`. */
  readonly uri: string;
  /** The name to show; the user part or host of `uri` when the other side sent none. */
  readonly displayName: string;
}

/** What a session tells of itself, in order; nothing after `onEnd`. */
export interface SessionObserver {
  onState(state: 'ringing' | 'connecting' | 'established' | 'terminating'): void;
  onRemoteTrack(track: MediaStreamTrack): void;
  onRemoteHold(held: boolean): void;
  /** `failure` is what kept the call from coming about, when that was on this side. */
  onEnd(reason: EndReason, failure?: unknown): void;
  onFault(error: unknown): void;
}

export interface SessionSettings extends Omit<DescriptionHandlerOptions, 'onRemoteTrack' | 'onNegotiated'> {
  /** How long a call may ring, s. */
  ringLimit: number;
  dtmf: 'auto' | 'rtp' | 'info';
}

export interface Microphone {
  track: Promise<MediaStreamTrack>;
  /** Permission is given, so ICE candidates may be gathered while the microphone still opens. */
  gatherEarly: boolean;
}

/** SIP.js is given this long to end what was told to end, ms; then it is ended here. */
const END_LIMIT = 500;
/** How long a re-INVITE may stay unanswered before the other side is taken for gone (RFC 3261 section 14.1), ms. */
const REINVITE_LIMIT = 32_000;
/** One INFO after another, each with this much time, ms. */
const INFO_LIMIT = 5_000;

const handlers = new WeakMap<SipSession, DescriptionHandler>();

/** The factory that SIP.js asks for the description handler of a session. */
export const handlerOf = (session: SipSession): DescriptionHandler => {
  const handler = handlers.get(session);
  if (!handler) throw new Error('This session was not made by hookswitch.');
  return handler;
};

/** One call as SIP.js lives it, told in our words and ended for certain. */
export class Session {
  readonly direction: 'inbound' | 'outbound';
  readonly remote: RemoteParty;
  readonly #handler: DescriptionHandler;
  #reason: EndReason | null = null;
  #ended = false;
  /** Tells those who still wait for an answer that the call has ended. */
  readonly #over = new AbortController();
  #stood = false;
  #progress: Progress = 'unheard';
  #ringTimer: ReturnType<typeof setTimeout> | undefined;
  #endTimer: ReturnType<typeof setTimeout> | undefined;
  #held = false;
  #negotiation: Promise<unknown> = Promise.resolve();
  /** An answer of ours that the other side has not acknowledged yet. */
  #unacknowledged: Deferred | null = null;
  #infos: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly session: Inviter | Invitation,
    private readonly settings: SessionSettings,
    private readonly observer: SessionObserver,
  ) {
    this.direction = session instanceof Invitation ? 'inbound' : 'outbound';
    this.remote = remoteParty(session.remoteIdentity);
    this.#handler = new DescriptionHandler({
      ...settings,
      onRemoteTrack: (track) => this.#tell(() => observer.onRemoteTrack(track)),
      onNegotiated: ({ remoteHold }) => this.#tell(() => observer.onRemoteHold(remoteHold)),
    });
    handlers.set(session, this.#handler);
    session.stateChange.addListener((state) => this.#onState(state));
    session.delegate = {
      onAck: () => {
        this.#unacknowledged?.resolve();
        this.#unacknowledged = null;
      },
      onInvite: (_request, _response, statusCode) => {
        if (statusCode < 300) this.#awaitAck();
      },
      onBye: (bye) => {
        this.#reason ??= endReason('normal');
        void bye.accept();
      },
      onCancel: ({ request }) => {
        this.#reason ??= reasonOfCancel(request.getHeaders('Reason'));
      },
      onInfo: (info) => void info.accept(),
      // Taken and shown to nobody, it would seem to have arrived.
      onMessage: (message) => void message.reject({ statusCode: 405 }),
      onNotify: (notification) => void notification.accept(),
      // Followed, it would let the other side dial whatever it likes in the person's name.
      onRefer: (referral) => void referral.reject({ statusCode: 603 }),
    };
    if (session instanceof Invitation) {
      this.#limitRinging(() => this.#refuse(480, endReason('no-answer', 480)));
    }
  }

  /** Headers of the incoming INVITE, of those named. */
  headers(names: readonly string[]): Record<string, string> {
    if (!(this.session instanceof Invitation)) return {};
    const { request } = this.session;
    const found = names.map((name) => [name, plainValue(request.getHeaders(name).join(', '))] as const);
    return Object.fromEntries(found.filter(([, value]) => value));
  }

  /** Sends the INVITE once the microphone is open. Rejects when there is nothing to send it with. */
  async invite(microphone: Microphone): Promise<void> {
    const inviter = this.session as Inviter;
    this.#handler.setMicrophone(microphone.track, microphone);
    const sent = inviter.invite({
      requestDelegate: {
        onTrying: () => {
          if (this.#progress === 'unheard') this.#progress = 'trying';
        },
        // SIP.js hands provisional answers over late: an answered call must not ring again.
        onProgress: () => {
          this.#progress = 'ringing';
          if (inviter.state === SessionState.Establishing) this.#tell(() => this.observer.onState('ringing'));
        },
        onRedirect: ({ message }) => {
          this.#reason ??= reasonOfResponse(message.statusCode ?? 0, message.reasonPhrase, this.#progress);
        },
        onReject: ({ message }) => {
          this.#reason ??= reasonOfResponse(message.statusCode ?? 0, message.reasonPhrase, this.#progress);
        },
      },
    });
    await this.#untilOver(sent);
    if (inviter.state === SessionState.Establishing)
      this.#limitRinging(() => this.end(endReason('no-answer', 408)));
  }

  /** Answers. Rejects when no answer can be made; the caller has been told by then. */
  async accept(microphone: Microphone): Promise<void> {
    const invitation = this.session as Invitation;
    this.#handler.setMicrophone(microphone.track, microphone);
    clearTimeout(this.#ringTimer);
    this.#awaitAck();
    try {
      await this.#untilOver(invitation.accept());
    } catch (error) {
      // SIP.js throws half way when the caller said BYE before the answer.
      this.end(endReason('failed'));
      throw error;
    }
  }

  /** Refuses a ringing call. */
  decline(): void {
    this.#refuse(603, endReason('declined', 603));
  }

  /**
   * Ends the session with what its stage calls for: CANCEL, BYE or a refusal. The media ends at once, the session
   * after half a second at the latest, whatever SIP.js and the server do.
   */
  end(reason: EndReason = endReason('normal')): void {
    const { session } = this;
    const { state } = session;
    if (this.#ended || state === SessionState.Terminating || state === SessionState.Terminated) return;
    if (
      session instanceof Invitation &&
      (state === SessionState.Initial || state === SessionState.Establishing)
    ) {
      this.#refuse(480, reason);
      return;
    }
    this.#reason ??=
      state === SessionState.Established
        ? reason
        : reason.cause === 'normal'
          ? endReason('cancelled', 487)
          : reason;
    this.#tell(() => this.observer.onState('terminating'));
    withdraw(session.request);
    this.#attempt(() => (state === SessionState.Established ? session.bye() : (session as Inviter).cancel()));
  }

  /** The connection is gone: an INVITE that nobody has answered went with it. */
  connectionLost(): void {
    const { state } = this.session;
    if (this.direction === 'outbound' && state === SessionState.Establishing && this.#progress === 'unheard')
      this.end(endReason('lost'));
  }

  /** Ends it here without a word to the other side: the phone goes away. */
  drop(reason: EndReason): void {
    this.#reason ??= reason;
    this.#finish();
  }

  setMuted(muted: boolean): void {
    this.#handler.setMuted(muted);
  }

  replaceTrack(track: MediaStreamTrack): Promise<void> {
    return this.#handler.replaceTrack(track);
  }

  /** Holds or resumes by a re-INVITE (RFC 6337 section 5.3). Rejects when the other side refuses; then all is as before. */
  setHeld(held: boolean): Promise<void> {
    const next = this.#negotiation.then(async () => {
      // An offer that crosses the ACK of the last answer would make SIP.js hang up (RFC 6337 section 4.3).
      await this.#unacknowledged?.promise;
      if (held === this.#held || this.session.state !== SessionState.Established) return;
      // Who is put on hold hears nothing from the first moment; who is taken off, once it is agreed.
      this.#handler.setHeld(held);
      if (held) this.#handler.setSilent(true);
      try {
        await this.#reinvite();
        this.#held = held;
      } finally {
        this.#handler.setHeld(this.#held);
        this.#handler.setSilent(this.#held);
      }
    });
    this.#negotiation = next.catch(() => {});
    return next;
  }

  /** Sends keypad digits. Rejects when there is no way to, or when an INFO was refused. */
  async sendDtmf(tones: string): Promise<void> {
    const { dtmf } = this.settings;
    if (dtmf !== 'info' && this.#handler.sendDtmf(tones)) return;
    if (dtmf === 'rtp') throw new Error('The other side takes no keypad digits in the audio (RFC 4733).');
    const sent = this.#infos.then(async () => {
      for (const tone of tones) await this.#info(`Signal=${tone}\r\nDuration=160\r\n`);
    });
    this.#infos = sent.catch(() => {});
    await sent;
  }

  #awaitAck(): void {
    this.#unacknowledged ??= defer();
  }

  #reinvite(): Promise<void> {
    const { session } = this;
    // Taken back while the answer may still come, the offer would leave both ends with different ideas of the call.
    const giveUp = () => this.end(endReason('lost', 408));
    return this.#answered('change', REINVITE_LIMIT, giveUp, (resolve, reject) => {
      const refused = (status: number) => {
        // The other side knows nothing of this call any more.
        if (status === 481 || status === 408) this.end(endReason('lost', status));
        reject(new Error(`The other side refused the change (${status}).`));
      };
      return session.invite({
        requestDelegate: {
          onAccept: resolve,
          onRedirect: ({ message }) => {
            // SIP.js forgets to end the offer here.
            clearPendingReinvite(session);
            void this.#handler.rollbackDescription().catch(this.observer.onFault);
            refused(message.statusCode ?? 0);
          },
          onReject: ({ message }) => refused(message.statusCode ?? 0),
        },
      });
    });
  }

  #info(content: string): Promise<void> {
    return this.#answered('INFO', INFO_LIMIT, undefined, (resolve, reject) =>
      this.session.info({
        requestOptions: {
          body: { contentDisposition: 'render', contentType: 'application/dtmf-relay', content },
        },
        requestDelegate: {
          onAccept: resolve,
          onReject: ({ message }) =>
            reject(new Error(`The other side refused the INFO (${message.statusCode}).`)),
        },
      }),
    );
  }

  /** Waits for the answer to a request. Rejects when none comes in time, and when the call ends first. */
  #answered(
    what: string,
    limit: number,
    onOverdue: (() => void) | undefined,
    send: (resolve: () => void, reject: (error: Error) => void) => Promise<unknown>,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const { signal } = this.#over;
      const settle = (error?: Error) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onOver);
        if (error) reject(error);
        else resolve();
      };
      const onOver = () => settle(new Error('The call has ended.'));
      const timer = setTimeout(() => {
        onOverdue?.();
        settle(new Error(`The other side did not answer the ${what}.`));
      }, limit);
      signal.addEventListener('abort', onOver);
      Promise.resolve()
        .then(() => send(() => settle(), settle))
        .catch(settle);
    });
  }

  /** Browsers leave what a description waits for pending for ever when the connection closes meanwhile. */
  #untilOver<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const { signal } = this.#over;
      const onOver = () => reject(new Error('The call has ended.'));
      signal.addEventListener('abort', onOver);
      work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onOver));
      if (signal.aborted) onOver();
    });
  }

  #refuse(statusCode: number, reason: EndReason): void {
    const { state } = this.session;
    if (state !== SessionState.Initial && state !== SessionState.Establishing) return;
    this.#reason ??= reason;
    this.#attempt(() => (this.session as Invitation).reject({ statusCode }));
  }

  /** Lets SIP.js say goodbye, and sees to it that the end comes. */
  #attempt(goodbye: () => Promise<unknown>): void {
    this.#handler.close();
    clearTimeout(this.#ringTimer);
    this.#endTimer ??= setTimeout(() => this.#finish(), END_LIMIT);
    try {
      goodbye().catch((error: unknown) => {
        this.observer.onFault(error);
        this.#finish();
      });
    } catch (error) {
      this.observer.onFault(error);
      this.#finish();
    }
  }

  #limitRinging(ring: () => void): void {
    clearTimeout(this.#ringTimer);
    this.#ringTimer = setTimeout(ring, this.settings.ringLimit * 1000);
  }

  #onState(state: SessionState): void {
    switch (state) {
      case SessionState.Establishing:
        if (this.direction === 'inbound') this.#tell(() => this.observer.onState('connecting'));
        return;
      case SessionState.Established:
        this.#stood = true;
        clearTimeout(this.#ringTimer);
        this.#tell(() => this.observer.onState('established'));
        return;
      case SessionState.Terminated:
        // SIP.js hands the final response over just after this, so let it arrive first.
        queueMicrotask(() => this.#finish());
        return;
    }
  }

  #finish(): void {
    if (this.#ended) return;
    clearTimeout(this.#ringTimer);
    clearTimeout(this.#endTimer);
    this.#handler.close();
    // A cancelled INVITE stays with SIP.js until its answer: a late 200 must still be acknowledged and hung up.
    if (this.session.state !== SessionState.Terminated && this.session.state !== SessionState.Terminating)
      forgetSession(this.session);
    const reason = this.#reason ?? endReason('failed');
    this.#tell(() => this.observer.onEnd(reason, this.#stood ? undefined : this.#handler.failure));
    this.#ended = true;
    this.#over.abort();
    this.#unacknowledged?.resolve();
  }

  /** What our own listeners throw must never reach SIP.js: it would stop half way. */
  #tell(listener: () => void): void {
    if (this.#ended) return;
    try {
      listener();
    } catch (error) {
      this.observer.onFault(error);
    }
  }
}

interface Deferred {
  readonly promise: Promise<void>;
  resolve(): void;
}

function defer(): Deferred {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function remoteParty({ uri, displayName }: { uri: URI; displayName: string }): RemoteParty {
  const bare = uri.clone();
  bare.clearParams();
  bare.clearHeaders();
  const name = plainText(displayName) || plainText(decoded(uri.user)) || uri.host;
  return { uri: bare.toString().slice(0, 256), displayName: name };
}

function decoded(user: string | undefined): string {
  try {
    return decodeURIComponent(user ?? '');
  } catch {
    return user ?? '';
  }
}
