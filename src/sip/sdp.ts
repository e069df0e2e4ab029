/** Which way sound flows, seen from whoever wrote the description (RFC 3264 section 5.1). */
export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

const DIRECTION = /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m;

/** The lines before the first media section, then each media section. */
const sections = (sdp: string): string[] => sdp.split(/^(?=m=)/m);

const isAudio = (section: string) => section.startsWith('m=audio');

/**
 * The direction of the audio in a description: the section's own, else the session's, else `sendrecv`. An address of
 * 0.0.0.0 is the old way to hold (RFC 2543).
 */
export function audioDirection(sdp: string): Direction {
  const [session = '', ...media] = sections(sdp);
  const audio = media.find(isAudio);
  if (audio === undefined) return 'inactive';
  const [address] = /^c=.*/m.exec(audio) ?? /^c=.*/m.exec(session) ?? [''];
  // With ICE the address means nothing, and browsers write 0.0.0.0.
  const hasIce = /^a=(?:ice-ufrag|candidate):/m.test(session + audio);
  if (!hasIce && /^c=IN IP4 0\.0\.0\.0\s*$/.test(address)) return 'inactive';
  return ((DIRECTION.exec(audio) ?? DIRECTION.exec(session))?.[1] ?? 'sendrecv') as Direction;
}

/** What an answer may say to an offer (RFC 3264 section 6.1). */
const ALLOWED: Record<Direction, readonly Direction[]> = {
  sendrecv: ['sendrecv', 'sendonly', 'recvonly', 'inactive'],
  sendonly: ['recvonly', 'inactive'],
  recvonly: ['sendonly', 'inactive'],
  inactive: ['inactive'],
};

/**
 * Mends an answer that grants more than was offered, as sloppy phones do when they are put on hold: browsers refuse
 * it, and the call would be lost.
 */
export function mendAnswer(answer: string, offer: string): string {
  const allowed = ALLOWED[audioDirection(offer)];
  if (allowed.includes(audioDirection(answer))) return answer;
  const [session = '', ...media] = sections(answer);
  const mended = media.map((section) =>
    isAudio(section)
      ? `${section
          .replace(new RegExp(DIRECTION, 'gm'), '')
          .replace(/(?:\r?\n)+/g, '\r\n')
          .trimEnd()}\r\na=${allowed[0]}\r\n`
      : section,
  );
  return [session, ...mended].join('');
}
