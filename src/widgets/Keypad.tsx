'use client';
import type { ReactElement } from 'react';
import * as CallParts from '../parts/call.js';
import { KeyFace } from './KeyFace.js';
import { keys } from './keys.js';
import { useWords } from './WordsProvider.js';

/** The twelve keys of the call in scope. */
export const Keypad = (): ReactElement => (
  <CallParts.Keys className="hs-keys" aria-label={useWords().dialer.keys}>
    {keys.map(([digit, letters]) => (
      <CallParts.Key key={digit} digit={digit} className="hs-key">
        <KeyFace digit={digit} letters={letters} />
      </CallParts.Key>
    ))}
  </CallParts.Keys>
);
