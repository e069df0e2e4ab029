import type { ReactElement } from 'react';

/** What a key shows. A screen reader hears the digit alone. */
export const KeyFace = ({ digit, letters }: { digit: string; letters: string }): ReactElement => (
  <>
    <span className="hs-key-digit">{digit === '*' ? '∗' : digit}</span>
    <span className="hs-key-letters">{letters}</span>
  </>
);
