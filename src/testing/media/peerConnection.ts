import { type Candidate, candidateOf, candidateTypes } from './candidates.js';
import { type Description, invalidState, Negotiation } from './negotiation.js';
import { type Direction, receives, sends } from './sdp.js';
import { FakeStream, FakeTarget, type FakeTrack } from './track.js';
import type { FakeSender, FakeTransceiver } from './transceiver.js';

export interface FakeConnectionOptions {
  /** Kinds of candidates that are found; by default what a machine finds whose ICE servers all answer. */
  candidates?: readonly RTCIceCandidateType[];
  /** False for a server that never answers: the candidates come, the end of gathering does not (true). */
  gatheringCompletes?: boolean;
}

/** Finds the other end by the ICE user name that it wrote into its description. */
const byUfrag = new Map<string, FakePeerConnection>();

// Kept from before any test puts a fake clock in its place: the network does not go by that clock.
const { setTimeout: later } = globalThis;
const nextTask = () => new Promise<void>((resolve) => later(resolve, 0));

let lastPort = 0;

/**
 * A peer connection that negotiates as Chromium's does, in its states, its order of events and its errors, and
 * carries no sound. Two of them that exchanged descriptions find each other, so that `hears` is known.
 */
export class FakePeerConnection extends FakeTarget {
  iceGatheringState: RTCIceGatheringState = 'new';
  iceConnectionState: RTCIceConnectionState = 'new';
  connectionState: RTCPeerConnectionState = 'new';
  readonly #negotiation = new Negotiation();
  #candidates: Candidate[] = [];
  #restartWanted = false;
  #gatheredFor = '';
  #connectedFor = '';
  #operations: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly configuration: RTCConfiguration = {},
    private readonly options: FakeConnectionOptions = {},
  ) {
    super();
  }

  /** Whether sound of the other end would be heard here now: sent, not muted, not held. */
  get hears(): boolean {
    const theirs = this.#negotiation.current.remote?.sections.find(({ rejected }) => !rejected);
    const peer = theirs && byUfrag.get(theirs.ufrag);
    if (!peer || this.connectionState !== 'connected' || peer.#negotiation.closed) return false;
    const listening = this.getTransceivers().some(
      ({ kind, currentDirection }) => kind === 'audio' && receives(currentDirection),
    );
    const speaking = peer.getTransceivers().some(({ kind, currentDirection, sender: { track } }) => {
      const audible = track?.enabled && !track.muted && track.readyState === 'live';
      return kind === 'audio' && sends(currentDirection) && audible;
    });
    return listening && speaking;
  }

  /** Every keypad tone that went out as an RTP event, in order. */
  get sentTones(): string {
    return this.getSenders()
      .map(({ dtmf }) => dtmf?.sent ?? '')
      .join('');
  }

  /** Puts the network into a state, such as `disconnected` or `failed`. */
  setConnectionState(state: 'connected' | 'disconnected' | 'failed'): void {
    this.#setIceConnectionState(state);
    this.#setConnectionState(state);
  }

  get signalingState(): RTCSignalingState {
    return this.#negotiation.closed ? 'closed' : this.#negotiation.state;
  }

  get localDescription(): RTCSessionDescriptionInit | null {
    return this.pendingLocalDescription ?? this.currentLocalDescription;
  }

  get remoteDescription(): RTCSessionDescriptionInit | null {
    return this.pendingRemoteDescription ?? this.currentRemoteDescription;
  }

  get currentLocalDescription(): RTCSessionDescriptionInit | null {
    return this.#local(this.#negotiation.current.local);
  }

  get pendingLocalDescription(): RTCSessionDescriptionInit | null {
    return this.#local(this.#negotiation.pending.local);
  }

  get currentRemoteDescription(): RTCSessionDescriptionInit | null {
    return remote(this.#negotiation.current.remote);
  }

  get pendingRemoteDescription(): RTCSessionDescriptionInit | null {
    return remote(this.#negotiation.pending.remote);
  }

  getConfiguration(): RTCConfiguration {
    return this.configuration;
  }

  getTransceivers(): FakeTransceiver[] {
    return [...this.#negotiation.transceivers];
  }

  getSenders(): FakeSender[] {
    return this.getTransceivers().map(({ sender }) => sender);
  }

  getReceivers(): { readonly track: FakeTrack }[] {
    return this.getTransceivers().map(({ receiver }) => receiver);
  }

  addTransceiver(
    trackOrKind: FakeTrack | string,
    { direction = 'sendrecv' }: { direction?: Direction } = {},
  ): FakeTransceiver {
    this.#refuseIfClosed();
    const track = typeof trackOrKind === 'string' ? null : trackOrKind;
    const kind = typeof trackOrKind === 'string' ? trackOrKind : trackOrKind.kind;
    return this.#negotiation.add({ kind, direction, track, byTrack: false });
  }

  addTrack(track: FakeTrack): FakeSender {
    this.#refuseIfClosed();
    return this.#negotiation.add({ kind: track.kind, direction: 'sendrecv', track, byTrack: true }).sender;
  }

  async getStats(): Promise<Map<string, object>> {
    return new Map();
  }

  restartIce(): void {
    this.#restartWanted = true;
  }

  createOffer(options: RTCOfferOptions = {}): Promise<RTCSessionDescriptionInit> {
    return this.#operate(() => ({ type: 'offer', sdp: this.#offer(options) }));
  }

  createAnswer(): Promise<RTCSessionDescriptionInit> {
    return this.#operate(() => ({ type: 'answer', sdp: this.#negotiation.createAnswer() }));
  }

  setLocalDescription({ type, sdp }: Partial<RTCSessionDescriptionInit> = {}): Promise<void> {
    return this.#operate(() => {
      if (type === 'rollback') return this.#negotiate(() => this.#negotiation.rollBack());
      const wanted = this.signalingState === 'have-remote-offer' ? 'answer' : 'offer';
      const own = type === 'offer' || type === 'answer' ? type : wanted;
      const text = sdp || (own === 'offer' ? this.#offer() : this.#negotiation.createAnswer());
      this.#negotiate(() => this.#negotiation.applyLocal(own, text));
      void this.#gather();
    });
  }

  setRemoteDescription({ type, sdp = '' }: RTCSessionDescriptionInit): Promise<void> {
    return this.#operate(() => {
      if (type === 'rollback') this.#negotiate(() => this.#negotiation.rollBack());
      else this.#negotiate(() => this.#negotiation.applyRemote(type === 'offer' ? 'offer' : 'answer', sdp));
    });
  }

  close(): void {
    if (this.#negotiation.closed) return;
    this.#negotiation.closed = true;
    this.iceConnectionState = 'closed';
    this.connectionState = 'closed';
    for (const { dtmf } of this.getSenders()) dtmf?.stop();
    for (const [ufrag, connection] of byUfrag) if (connection === this) byUfrag.delete(ufrag);
  }

  /** One operation after another. What is under way when the connection closes never settles, as in Chromium. */
  #operate<T>(operation: () => T): Promise<T> {
    try {
      this.#refuseIfClosed();
    } catch (error) {
      return Promise.reject(error);
    }
    const result = this.#operations.then(async () => {
      await Promise.resolve();
      return this.#negotiation.closed ? new Promise<never>(() => {}) : operation();
    });
    this.#operations = result.catch(() => {});
    return result;
  }

  #offer({ iceRestart = false }: RTCOfferOptions = {}): string {
    const restart = iceRestart || this.#restartWanted;
    this.#restartWanted = false;
    return this.#negotiation.createOffer({ iceRestart: restart });
  }

  /** Tells what a step changed, in the order that browsers tell it. */
  #negotiate(step: () => FakeTransceiver[] | void): void {
    const before = this.signalingState;
    const begun = step() ?? [];
    if (this.signalingState !== before) this.fire('signalingstatechange');
    for (const transceiver of begun) {
      const { receiver } = transceiver;
      const streams = [new FakeStream([receiver.track])];
      this.fire('track', { transceiver, receiver, track: receiver.track, streams });
    }
    for (const { receiving, receiver } of this.getTransceivers())
      if (!receiving) receiver.track.setMuted(true);
    if (this.signalingState === 'stable' && this.remoteDescription) void this.#connect();
  }

  async #gather(): Promise<void> {
    const { ufrag } = this.#negotiation;
    if (this.#gatheredFor === ufrag) return;
    this.#gatheredFor = ufrag;
    byUfrag.set(ufrag, this);
    this.#candidates = [];
    await nextTask();
    this.#setIceGatheringState('gathering');
    for (const type of this.options.candidates ?? candidateTypes(this.configuration)) {
      if (this.#negotiation.closed) return;
      const { line, ...facts } = candidateOf(type, ++lastPort);
      this.#candidates.push({ line, ...facts });
      this.fire('icecandidate', {
        candidate: { candidate: line, protocol: 'udp', sdpMid: '0', sdpMLineIndex: 0, ...facts },
      });
      await nextTask();
    }
    if (this.#negotiation.closed || this.options.gatheringCompletes === false) return;
    this.#setIceGatheringState('complete');
    this.fire('icecandidate', { candidate: null });
  }

  async #connect(): Promise<void> {
    await nextTask();
    const { ufrag } = this.#negotiation;
    if (this.#connectedFor !== ufrag) {
      this.#connectedFor = ufrag;
      this.#setIceConnectionState('checking');
      this.#setConnectionState('connecting');
      await nextTask();
      this.#setIceConnectionState('connected');
      this.#setConnectionState('connected');
    }
    if (this.connectionState !== 'connected') return;
    for (const { receiving, receiver } of this.getTransceivers())
      if (receiving) receiver.track.setMuted(false);
  }

  #local(description: Description | null): RTCSessionDescriptionInit | null {
    if (!description) return null;
    return { type: description.type, sdp: this.#negotiation.withCandidates(description, this.#candidates) };
  }

  #setIceGatheringState(state: RTCIceGatheringState): void {
    if (this.#negotiation.closed || this.iceGatheringState === state) return;
    this.iceGatheringState = state;
    this.fire('icegatheringstatechange');
  }

  #setIceConnectionState(state: RTCIceConnectionState): void {
    if (this.#negotiation.closed || this.iceConnectionState === state) return;
    this.iceConnectionState = state;
    this.fire('iceconnectionstatechange');
  }

  #setConnectionState(state: RTCPeerConnectionState): void {
    if (this.#negotiation.closed || this.connectionState === state) return;
    this.connectionState = state;
    this.fire('connectionstatechange');
  }

  #refuseIfClosed(): void {
    if (this.#negotiation.closed) throw invalidState("The RTCPeerConnection's signalingState is 'closed'.");
  }
}

function remote(description: Description | null): RTCSessionDescriptionInit | null {
  return description && { type: description.type, sdp: description.sdp };
}
