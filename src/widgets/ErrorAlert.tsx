'use client';
import type { ReactElement } from 'react';
import * as PhoneParts from '../parts/phone.js';
import type { PhoneErrorCode } from '../phone/errors.js';
import { AlertWords } from './AlertWords.js';
import { TriangleAlertIcon, XIcon } from './icons.js';
import { useWords } from './WordsProvider.js';

/** The last error of the phone, which has this code, until it is dismissed. */
export function ErrorAlert({ code }: { code: PhoneErrorCode }): ReactElement {
  const words = useWords().errors;
  return (
    <PhoneParts.Alert className="hs-alert">
      <TriangleAlertIcon />
      <AlertWords advice={words[code]} />
      <PhoneParts.DismissError className="hs-round" aria-label={words.dismiss}>
        <XIcon />
      </PhoneParts.DismissError>
    </PhoneParts.Alert>
  );
}
