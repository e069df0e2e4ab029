import type { BodyAndContentType, SessionDescriptionHandler } from 'sip.js';
import { gatherEnough } from './gathering.js';
import { audioDirection, type Direction, mendAnswer } from './sdp.js';

/** A relay takes a round trip or two to allocate, and nothing can be sent before, ms. */
const RELAY_LIMIT = 5_000;

export interface DescriptionHandlerOptions {
  createPeerConnection(configuration: RTCConfiguration): RTCPeerConnection;
  /** Asked when the call needs them, because TURN credentials are short-lived. */
  iceServers(): RTCIceServer[];
  iceTransportPolicy: RTCIceTransportPolicy;
  /** Longest wait for ICE candidates, ms. */
  gatheringLimit: number;
  /** The remote party can be heard. */
  onRemoteTrack(track: MediaStreamTrack): void;
  /** An offer was answered, or taken back: `remoteHold` is what the other side wants now. */
  onNegotiated(facts: { remoteHold: boolean }): void;
}

/**
 * The offers and answers of one call, and its peer connection. Takes the place of SIP.js's own handler, which asks
 * Google where we are, waits 5 s for candidates, loses the microphone on some ways out, and cannot roll back.
 *
 * What the person wants (`muted`, `held`, `silent`) is kept here and applied to whatever track and transceiver there is, so
 * that no renegotiation changes it.
 */
export class DescriptionHandler implements SessionDescriptionHandler {
  #connection: RTCPeerConnection | null = null;
  #microphone: Promise<MediaStreamTrack> | null = null;
  #track: MediaStreamTrack | null = null;
  /** Gather while the microphone is still opening: only right where permission is given, else host candidates are masked. */
  #gatherEarly = false;
  #closed = false;
  #muted = false;
  #held = false;
  #silent = false;
  #remoteDirection: Direction = 'sendrecv';
  #failure: unknown;

  constructor(private readonly options: DescriptionHandlerOptions) {}

  /** Gives the microphone of this call, which may still be opening. Its owner stops it; this only uses it. */
  setMicrophone(microphone: Promise<MediaStreamTrack>, { gatherEarly }: { gatherEarly: boolean }): void {
    this.#microphone = microphone;
    this.#gatherEarly = gatherEarly;
    microphone.catch(() => {});
  }

  /** Puts another microphone in the place of the present one. */
  async replaceTrack(track: MediaStreamTrack): Promise<void> {
    this.#microphone = Promise.resolve(track);
    this.#track = track;
    this.#silence();
    await this.#audio()?.sender.replaceTrack(track);
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    this.#silence();
  }

  /** What the next offer or answer says: `sendonly` while held. */
  setHeld(held: boolean): void {
    this.#held = held;
  }

  /** Silences the microphone for the other party on hold, whatever `muted` says. */
  setSilent(silent: boolean): void {
    this.#silent = silent;
    this.#silence();
  }

  /** Keypad digits as RTP events (RFC 4733); false when they were not negotiated. */
  sendDtmf(tones: string): boolean {
    const dtmf = this.#audio()?.sender.dtmf;
    if (!dtmf?.canInsertDTMF) return false;
    // insertDTMF replaces what is still waiting, so it is said again.
    dtmf.insertDTMF(dtmf.toneBuffer + tones, 100, 70);
    return true;
  }

  hasDescription(contentType: string): boolean {
    return contentType.toLowerCase().startsWith('application/sdp');
  }

  /** What kept the last description from being made or taken; SIP.js tells only that the call has ended. */
  get failure(): unknown {
    return this.#failure;
  }

  getDescription(): Promise<BodyAndContentType> {
    return this.#remember(this.#describe());
  }

  setDescription(sdp: string): Promise<void> {
    return this.#remember(this.#take(sdp));
  }

  async #describe(): Promise<BodyAndContentType> {
    const connection = this.#open();
    const answering = connection.signalingState === 'have-remote-offer';
    if (!this.#gatherEarly) await this.#attach();
    const audio = this.#audio() ?? connection.addTransceiver('audio');
    audio.direction = this.#held ? 'sendonly' : 'sendrecv';
    const gathered = this.#gather(connection);
    gathered.catch(() => {});
    await connection.setLocalDescription(
      await (answering ? connection.createAnswer() : connection.createOffer()),
    );
    await Promise.all([gathered, this.#attach()]);
    this.#refuseIfClosed();
    if (answering) this.#negotiated();
    return { body: connection.localDescription?.sdp ?? '', contentType: 'application/sdp' };
  }

  async #take(sdp: string): Promise<void> {
    const connection = this.#open();
    const answer = connection.signalingState === 'have-local-offer';
    const offer = connection.localDescription?.sdp ?? '';
    await connection.setRemoteDescription(
      answer ? { type: 'answer', sdp: mendAnswer(sdp, offer) } : { type: 'offer', sdp },
    );
    this.#refuseIfClosed();
    this.#remoteDirection = audioDirection(sdp);
    for (const transceiver of connection.getTransceivers()) {
      // Video and the like are refused: this is a phone.
      if (transceiver.receiver.track.kind !== 'audio' && !answer) transceiver.stop();
    }
    if (answer) this.#negotiated();
  }

  async rollbackDescription(): Promise<void> {
    const connection = this.#connection;
    if (!connection || this.#closed || connection.signalingState === 'stable') return;
    if (connection.signalingState === 'have-local-offer')
      await connection.setLocalDescription({ type: 'rollback' });
    else await connection.setRemoteDescription({ type: 'rollback' });
  }

  /** Ends the media at once, whatever SIP.js still does. Harmless twice. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#connection?.close();
  }

  #open(): RTCPeerConnection {
    this.#refuseIfClosed();
    if (this.#connection) return this.#connection;
    const { iceTransportPolicy } = this.options;
    const connection = this.options.createPeerConnection({
      iceServers: this.options.iceServers(),
      iceTransportPolicy,
    });
    connection.addEventListener('track', ({ track }) => {
      if (track.kind === 'audio' && !this.#closed) this.options.onRemoteTrack(track);
    });
    this.#connection = connection;
    return connection;
  }

  async #gather(connection: RTCPeerConnection): Promise<void> {
    // What was gathered for the first description serves the later ones.
    if (connection.currentLocalDescription) return;
    const { iceTransportPolicy: policy, gatheringLimit } = this.options;
    const iceServers = this.options.iceServers();
    await gatherEnough(connection, {
      iceServers,
      policy,
      limit: policy === 'relay' ? RELAY_LIMIT : gatheringLimit,
    });
  }

  /** Waits for the microphone and puts it on the wire. */
  async #attach(): Promise<void> {
    if (!this.#microphone) return;
    const track = await this.#microphone;
    this.#refuseIfClosed();
    this.#track = track;
    this.#silence();
    const audio = this.#audio();
    if (audio && audio.sender.track !== track) await audio.sender.replaceTrack(track);
  }

  async #remember<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (!this.#closed) this.#failure = error;
      throw error;
    }
  }

  #negotiated(): void {
    const remoteHold = this.#remoteDirection === 'sendonly' || this.#remoteDirection === 'inactive';
    this.options.onNegotiated({ remoteHold });
  }

  #audio(): RTCRtpTransceiver | undefined {
    return this.#connection
      ?.getTransceivers()
      .find(({ receiver, direction }) => receiver.track.kind === 'audio' && direction !== 'stopped');
  }

  #silence(): void {
    if (this.#track) this.#track.enabled = !this.#muted && !this.#silent;
  }

  #refuseIfClosed(): void {
    if (this.#closed) throw new Error('The call has ended.');
  }
}
