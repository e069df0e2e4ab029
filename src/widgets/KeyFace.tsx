import type { ReactElement } from 'react';

/** What a key shows. The letters are drawn by the style sheet: they are no part of the key's name. */
export const KeyFace = ({ digit, letters }: { digit: string; letters: string }): ReactElement => (
  <>
    <span className="hs-key-digit">{digit}</span>
    <span className="hs-key-letters" data-letters={letters} />
  </>
);
