import { plainText } from './text.js';

/** Why a call ended, in one word that a program can act on. */
export type EndCause =
  | 'busy'
  | 'declined'
  | 'no-answer'
  | 'not-found'
  | 'unavailable'
  | 'cancelled'
  | 'answered-elsewhere'
  | 'lost'
  | 'failed'
  | 'normal';

/** Why a call ended, for a program and for a person. */
export interface EndReason {
  /** SIP status code of the final response or of the Reason header (RFC 3326); 0 when there was none. */
  readonly statusCode: number;
  /** The server's words, as plain text; may be empty. */
  readonly reasonPhrase: string;
  readonly cause: EndCause;
}

const CAUSES: Record<number, EndCause> = {
  404: 'not-found',
  408: 'no-answer',
  410: 'not-found',
  416: 'not-found',
  480: 'unavailable',
  484: 'not-found',
  485: 'not-found',
  486: 'busy',
  487: 'cancelled',
  600: 'busy',
  603: 'declined',
  604: 'not-found',
};

export const endReason = (cause: EndCause, statusCode = 0, reasonPhrase = ''): EndReason => ({
  statusCode,
  reasonPhrase,
  cause,
});

/** How far an INVITE had come: nothing heard of it, on its way, or ringing. */
export type Progress = 'unheard' | 'trying' | 'ringing';

/** What the final response to our INVITE says of the end of a call. */
export function reasonOfResponse(
  statusCode: number,
  reasonPhrase: string | undefined,
  progress: Progress,
): EndReason {
  // SIP.js says 408 where nothing ever came back; and a phone that rang in vain may say 480.
  if (statusCode === 408 && progress === 'unheard') return endReason('lost', statusCode);
  const cause = statusCode === 480 && progress === 'ringing' ? 'no-answer' : (CAUSES[statusCode] ?? 'failed');
  return endReason(cause, statusCode, plainText(reasonPhrase));
}

/** What a CANCEL says: its Reason headers (RFC 3326) tell a missed call from one that another phone took. */
export function reasonOfCancel(reasons: readonly string[]): EndReason {
  for (const reason of reasons) {
    const cause = /;\s*cause\s*=\s*(\d+)/i.exec(reason)?.[1];
    const elsewhere =
      (/^\s*SIP\b/i.test(reason) && cause === '200') || (/^\s*Q\.850\b/i.test(reason) && cause === '26');
    if (elsewhere) return endReason('answered-elsewhere', 200);
    if (/^\s*SIP\b/i.test(reason) && cause === '603') return endReason('declined', 603);
  }
  return endReason('cancelled', 487);
}
