import type { Call } from '../phone/state.js';
import { addressOf } from './addressOf.js';

/** Who the other party of a record is: the rows of a host may come without names. */
export const nameOf = ({ displayName, uri }: Call['remote']): string => displayName || addressOf(uri);
