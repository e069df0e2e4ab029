import type { ReactElement, ReactNode } from 'react';
import type { Advice } from '../locales/en.js';

/** What happened, what to do about it, and under that the button which does it. */
export const AlertWords = ({ advice, children }: { advice: Advice; children?: ReactNode }): ReactElement => (
  <div className="hs-alert-words">
    <p className="hs-alert-what">{advice.what}</p>
    <p className="hs-alert-next">{advice.next}</p>
    {children}
  </div>
);
