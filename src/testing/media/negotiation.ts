import type { Candidate } from './candidates.js';
import { refuseAnswer, refuseOffer } from './rules.js';
import {
  codecsOf,
  commonCodecs,
  type Direction,
  directionOf,
  parse,
  receives,
  reverse,
  type Section,
  sends,
  write,
} from './sdp.js';
import { FakeTransceiver, type TransceiverOptions } from './transceiver.js';

export interface Description {
  readonly type: 'offer' | 'answer';
  readonly sections: readonly Section[];
  readonly sdp: string;
}

/** One side's description and the other's. */
export interface Descriptions {
  readonly local: Description | null;
  readonly remote: Description | null;
}

const none: Descriptions = { local: null, remote: null };

let lastId = 0;

/** Offers and answers of one connection (RFC 9429), with the errors of Chromium. Knows nothing of time and events. */
export class Negotiation {
  state: 'stable' | 'have-local-offer' | 'have-remote-offer' = 'stable';
  closed = false;
  transceivers: FakeTransceiver[] = [];
  current = none;
  pending = none;
  readonly #id = ++lastId;
  #version = 1;
  /** Counts ICE restarts: each has a user name of its own. */
  #restarts = 0;
  #agreedRestarts = 0;
  /** What a rollback brings back. */
  #before: { transceiver: FakeTransceiver; line: number | null; mid: string | null }[] | null = null;

  get ufrag(): string {
    return `u${this.#id}r${this.#restarts}`;
  }

  get commonNames(): string[] {
    const sections = this.current.remote?.sections ?? [];
    return sections.flatMap(({ kind, codecs }) => commonCodecs(kind, codecs)).map(({ name }) => name);
  }

  add(options: TransceiverOptions): FakeTransceiver {
    const transceiver = new FakeTransceiver(this, options);
    this.transceivers.push(transceiver);
    return transceiver;
  }

  createOffer({ iceRestart = false } = {}): string {
    if (this.state === 'have-remote-offer') {
      throw invalidState(
        'PeerConnection cannot create an offer in a state other than stable or have-local-offer.',
      );
    }
    if (iceRestart) this.#restarts = this.#agreedRestarts + 1;
    const known = (this.pending.local ?? this.current.local)?.sections ?? [];
    const sections = known.map((section, line) => {
      const transceiver = this.#at(line);
      return transceiver && !transceiver.stopped ? this.#describe(transceiver, section.mid) : refuse(section);
    });
    for (const transceiver of this.transceivers.filter(({ line, stopped }) => line === null && !stopped)) {
      sections.push(this.#describe(transceiver, String(sections.length)));
    }
    return this.#write(sections);
  }

  createAnswer(): string {
    const offer = this.pending.remote;
    if (!offer) {
      const states = 'have-remote-offer or have-local-pranswer';
      throw invalidState(`PeerConnection cannot create an answer in a state other than ${states}.`);
    }
    const known = this.current.remote?.sections[0];
    if (known && offer.sections[0]?.ufrag !== known.ufrag) this.#restarts = this.#agreedRestarts + 1;
    const sections = offer.sections.map((offered, line) => {
      const transceiver = this.#at(line);
      const codecs = commonCodecs(offered.kind, offered.codecs);
      if (!transceiver || offered.rejected || codecs.length === 0) return refuse(offered);
      const direction = directionOf(
        sends(transceiver.direction) && receives(offered.direction),
        receives(transceiver.direction) && sends(offered.direction),
      );
      return { ...this.#describe(transceiver, offered.mid), direction, codecs, setup: 'active' };
    });
    return this.#write(sections);
  }

  applyLocal(type: 'offer' | 'answer', sdp: string): void {
    if ((type === 'answer') !== (this.state === 'have-remote-offer')) {
      throw invalidState(`Failed to set local ${type} sdp: Called in wrong state: ${this.state}`);
    }
    const sections = parse(sdp);
    if (type === 'answer') {
      this.#settle({ local: { type, sdp, sections }, remote: this.pending.remote });
      sections.forEach((section, line) => {
        this.#agree(section, line, section.direction);
      });
      return;
    }
    this.#remember();
    sections.forEach((section, line) => {
      const isFree = (one: FakeTransceiver) => one.line === null && one.kind === section.kind && !one.stopped;
      this.#bind(this.#at(line) ?? this.transceivers.find(isFree), section, line);
    });
    this.pending = { local: { type, sdp, sections }, remote: null };
    this.state = 'have-local-offer';
  }

  /** Returns the transceivers that the other side begins to send to. */
  applyRemote(type: 'offer' | 'answer', sdp: string): FakeTransceiver[] {
    const sections = parse(sdp);
    if (type === 'offer') this.#applyRemoteOffer({ type, sdp, sections });
    else this.#applyRemoteAnswer({ type, sdp, sections });
    return sections.flatMap(({ direction, rejected }, line) => {
      const transceiver = this.#at(line);
      if (!transceiver) return [];
      const before = transceiver.receiving;
      transceiver.receiving = !rejected && sends(direction);
      return transceiver.receiving && !before ? [transceiver] : [];
    });
  }

  rollBack(): void {
    if (this.state === 'stable') throw invalidState('Called in wrong signalingState: stable');
    for (const transceiver of this.transceivers) {
      const before = this.#before?.find((one) => one.transceiver === transceiver);
      if (before) Object.assign(transceiver, { line: before.line, mid: before.mid });
      else transceiver.end();
    }
    // Those that the offer of the other side brought go with it.
    this.transceivers = this.transceivers.filter((one) =>
      this.#before?.some(({ transceiver }) => transceiver === one),
    );
    this.#restarts = this.#agreedRestarts;
    this.#settle(this.current);
  }

  /** A description as it stands now, with what was gathered since it was set. */
  withCandidates(description: Description, candidates: readonly Candidate[]): string {
    const version = Number(/^o=- \d+ (\d+)/m.exec(description.sdp)?.[1] ?? this.#version);
    return write({ id: this.#id, version }, description.sections, candidates);
  }

  #applyRemoteOffer(offer: Description): void {
    refuseOffer(offer.sections, this.current.remote?.sections ?? []);
    if (this.state !== 'stable') this.rollBack();
    this.#remember();
    offer.sections.forEach((section, line) => {
      const { kind, direction, rejected } = section;
      if (rejected || kind === 'application') return;
      const isFree = (one: FakeTransceiver) =>
        one.line === null && one.kind === kind && one.byTrack && !one.stopped;
      const free = receives(direction) ? this.transceivers.find(isFree) : undefined;
      const own =
        this.#at(line) ?? free ?? this.add({ kind, direction: 'recvonly', track: null, byTrack: false });
      this.#bind(own, section, line);
    });
    this.pending = { local: null, remote: offer };
    this.state = 'have-remote-offer';
  }

  #applyRemoteAnswer(answer: Description): void {
    if (this.state !== 'have-local-offer') {
      throw invalidState(`Failed to set remote answer sdp: Called in wrong state: ${this.state}`);
    }
    refuseAnswer(answer.sections, this.pending.local?.sections ?? []);
    this.#settle({ local: this.pending.local, remote: answer });
    answer.sections.forEach((section, line) => {
      this.#agree(section, line, reverse(section.direction));
    });
  }

  #remember(): void {
    this.#before ??= this.transceivers.map((transceiver) => ({
      transceiver,
      line: transceiver.line,
      mid: transceiver.mid,
    }));
  }

  #settle(descriptions: Descriptions): void {
    this.current = descriptions;
    this.pending = none;
    this.state = 'stable';
    this.#before = null;
    this.#agreedRestarts = this.#restarts;
  }

  #bind(transceiver: FakeTransceiver | undefined, { mid }: Section, line: number): void {
    if (transceiver) Object.assign(transceiver, { line, mid });
  }

  /** Takes over what an answer says of one m= line; the transceiver of a refused one is gone. */
  #agree({ rejected }: Section, line: number, direction: Direction): void {
    const transceiver = this.#at(line);
    if (!transceiver) return;
    transceiver.currentDirection = rejected ? 'stopped' : direction;
    if (!rejected) return;
    transceiver.end();
    this.transceivers = this.transceivers.filter((one) => one !== transceiver);
  }

  #at(line: number): FakeTransceiver | undefined {
    return this.transceivers.find((transceiver) => transceiver.line === line);
  }

  #describe({ kind, direction }: FakeTransceiver, mid: string): Section {
    return {
      kind,
      mid,
      rejected: false,
      direction: direction === 'stopped' ? 'inactive' : direction,
      codecs: codecsOf(kind),
      ufrag: this.ufrag,
      fingerprint: fingerprintOf(this.#id),
      setup: 'actpass',
      muxed: true,
    };
  }

  #write(sections: readonly Section[]): string {
    return write({ id: this.#id, version: ++this.#version }, sections, []);
  }
}

function refuse(section: Section): Section {
  return { ...section, rejected: true, direction: 'inactive' };
}

function fingerprintOf(id: number): string {
  const octets = Array.from({ length: 32 }, (_, index) => (id + index) % 256);
  return `sha-256 ${octets.map((octet) => octet.toString(16).padStart(2, '0').toUpperCase()).join(':')}`;
}

export function invalidState(message: string): DOMException {
  return new DOMException(message, 'InvalidStateError');
}
