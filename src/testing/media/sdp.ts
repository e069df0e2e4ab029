import type { Candidate } from './candidates.js';

export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

export interface Codec {
  payload: number;
  /** Encoding name and clock rate, such as `PCMU/8000`. */
  name: string;
}

/** What one m= line and the lines under it say. */
export interface Section {
  kind: string;
  mid: string;
  /** Port 0. */
  rejected: boolean;
  direction: Direction;
  codecs: Codec[];
  ufrag: string;
  fingerprint: string;
  setup: string;
  muxed: boolean;
}

const supported: Record<string, readonly Codec[]> = {
  audio: [
    { payload: 111, name: 'opus/48000/2' },
    { payload: 9, name: 'G722/8000' },
    { payload: 0, name: 'PCMU/8000' },
    { payload: 8, name: 'PCMA/8000' },
    { payload: 13, name: 'CN/8000' },
    { payload: 110, name: 'telephone-event/48000' },
    { payload: 126, name: 'telephone-event/8000' },
  ],
  video: [{ payload: 96, name: 'VP8/90000' }],
};

export const codecsOf = (kind: string): Codec[] => [...(supported[kind] ?? [])];

/** What both sides can, in the order and with the numbers of the offer. */
export function commonCodecs(kind: string, offered: readonly Codec[]): Codec[] {
  const ours = codecsOf(kind).map(({ name }) => name.toLowerCase());
  return offered.filter(({ name }) => ours.includes(name.toLowerCase()));
}

export const sends = (direction: string | null) => direction === 'sendrecv' || direction === 'sendonly';
export const receives = (direction: string | null) => direction === 'sendrecv' || direction === 'recvonly';

export function directionOf(send: boolean, receive: boolean): Direction {
  if (send) return receive ? 'sendrecv' : 'sendonly';
  return receive ? 'recvonly' : 'inactive';
}

/** The same flow, seen from the other end. */
export const reverse = (direction: string) => directionOf(receives(direction), sends(direction));

const expected = ['v', 'o', 's'];

/** Reads a description. Throws an OperationError with the words of Chromium. */
export function parse(sdp: string): Section[] {
  const lines = sdp.split(/\r?\n/).filter(Boolean);
  expected.forEach((type, index) => {
    const line = lines[index] ?? '';
    if (!line.startsWith(`${type}=`)) {
      throw new DOMException(
        `Failed to parse SessionDescription. ${line} Expect line: ${type}=`,
        'OperationError',
      );
    }
  });
  const starts = lines.flatMap((line, index) => (line.startsWith('m=') ? [index] : []));
  const session = lines.slice(0, starts[0] ?? lines.length);
  return starts.map((start, index) => section(lines.slice(start, starts[index + 1]), session, index));
}

function section(lines: readonly string[], session: readonly string[], index: number): Section {
  const [kind = '', port = '0', , ...payloads] = (lines[0] ?? '').slice(2).split(' ');
  const read = (name: string) => {
    const start = `a=${name}:`;
    const line = lines.find((one) => one.startsWith(start)) ?? session.find((one) => one.startsWith(start));
    return line?.slice(start.length).trim() ?? '';
  };
  const directions = [...lines, ...session].map(
    (line) => /^a=(sendrecv|sendonly|recvonly|inactive)$/.exec(line)?.[1],
  );
  return {
    kind,
    mid: read('mid') || String(index),
    rejected: port === '0',
    direction: (directions.find(Boolean) ?? 'sendrecv') as Direction,
    codecs: kind === 'application' ? [] : payloads.map((payload) => codec(Number(payload), lines)),
    ufrag: read('ice-ufrag'),
    fingerprint: read('fingerprint'),
    setup: read('setup'),
    muxed: lines.includes('a=rtcp-mux'),
  };
}

function codec(payload: number, lines: readonly string[]): Codec {
  const map = lines.find((line) => line.startsWith(`a=rtpmap:${payload} `))?.split(' ')[1];
  // The classic ones may go without a name (RFC 3551).
  const classic = [...codecsOf('audio')].find((one) => one.payload === payload && payload < 96);
  return { payload, name: map ?? classic?.name ?? '' };
}

export interface Origin {
  id: number;
  version: number;
}

/** Writes a description as Chromium does, in short. */
export function write(
  { id, version }: Origin,
  sections: readonly Section[],
  candidates: readonly Candidate[],
): string {
  const bundle = sections.filter(({ rejected }) => !rejected).map(({ mid }) => mid);
  const carrier = sections.find(({ rejected }) => !rejected);
  const lines = [
    'v=0',
    `o=- ${id} ${version} IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    ['a=group:BUNDLE', ...bundle].join(' '),
    'a=extmap-allow-mixed',
    'a=msid-semantic: WMS',
    ...sections.flatMap((section) =>
      section.rejected ? refused(section) : media(section, section === carrier ? candidates : []),
    ),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function refused({ kind, mid }: Section): string[] {
  return [`m=${kind} 0 UDP/TLS/RTP/SAVPF 0`, 'c=IN IP4 0.0.0.0', 'a=inactive', `a=mid:${mid}`];
}

function media(
  { kind, mid, direction, codecs, ufrag, fingerprint, setup }: Section,
  candidates: readonly Candidate[],
): string[] {
  const { address, port } = candidates.at(-1) ?? { address: '0.0.0.0', port: 9 };
  return [
    `m=${kind} ${port} UDP/TLS/RTP/SAVPF ${codecs.map(({ payload }) => payload).join(' ')}`,
    `c=IN IP4 ${address}`,
    'a=rtcp:9 IN IP4 0.0.0.0',
    ...candidates.map(({ line }) => `a=${line}`),
    `a=ice-ufrag:${ufrag}`,
    `a=ice-pwd:${ufrag.padEnd(24, 'x')}`,
    'a=ice-options:trickle',
    `a=fingerprint:${fingerprint}`,
    `a=setup:${setup}`,
    `a=mid:${mid}`,
    `a=${direction}`,
    'a=rtcp-mux',
    'a=rtcp-rsize',
    ...codecs.flatMap(({ payload, name }) => [
      `a=rtpmap:${payload} ${name}`,
      ...(name.startsWith('opus') ? [`a=fmtp:${payload} minptime=10;useinbandfec=1`] : []),
    ]),
  ];
}
