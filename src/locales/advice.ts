/** What happened, and what the person can do about it. */
export interface Advice {
  what: string;
  next: string;
}

/** Why a call ended: the reason in a word or two, and a sentence about it, which may be empty. */
export interface Ending {
  reason: string;
  detail: string;
}

/** What happened and what to do, for a dictionary. */
export const advice = (what: string, next: string): Advice => ({ what, next });

/** Why a call ended, for a dictionary; without a detail, the reason says it all. */
export const ending = (reason: string, detail = ''): Ending => ({ reason, detail });
