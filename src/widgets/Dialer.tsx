'use client';
import type { MouseEvent, ReactElement } from 'react';
import * as DialerParts from '../parts/dialer.js';
import { mergeProps } from '../parts/mergeProps.js';
import { DeleteIcon, PhoneIcon } from './icons.js';
import { KeyFace } from './KeyFace.js';
import { keys } from './keys.js';
import { useNumberFormat } from './NumberFormat.js';
import { useLanguage, useWords } from './WordsProvider.js';
import type { WidgetProps } from './widgetProps.js';

/**
 * A number or an address to call, typed, pasted or pressed on twelve keys; `0` held is `+`, and the arrow up key brings
 * back who was called before. Shows numbers as the nearest `<NumberFormatProvider>` does. Takes the props of its card,
 * a `<div>`.
 */
export function Dialer(props: WidgetProps<'div'>): ReactElement {
  const words = useWords();
  const { typed } = useNumberFormat();
  return (
    <div {...mergeProps({ className: 'hs hs-card', ...useLanguage() }, props)}>
      <DialerParts.Root className="hs-dialer">
        <div className="hs-dialer-number">
          <DialerParts.Input
            className="hs-dialer-input"
            aria-label={words.dialer.number}
            placeholder={words.dialer.number}
            format={typed}
          />
        </div>
        <DialerParts.Keys className="hs-keys" aria-label={words.dialer.keys}>
          {keys.map(([digit, letters]) => (
            <DialerParts.Key
              key={digit}
              digit={digit}
              hold={digit === '0' ? '+' : undefined}
              className="hs-key"
              onMouseDown={keepFocus}
            >
              <KeyFace digit={digit} letters={letters} />
            </DialerParts.Key>
          ))}
        </DialerParts.Keys>
        <div className="hs-dialer-row">
          <DialerParts.Call className="hs-action hs-action-call" aria-label={words.dialer.call}>
            <PhoneIcon />
          </DialerParts.Call>
          <DialerParts.Delete className="hs-round" aria-label={words.dialer.delete} onMouseDown={keepFocus}>
            <DeleteIcon />
          </DialerParts.Delete>
        </div>
      </DialerParts.Root>
    </div>
  );
}

/** The mouse leaves the focus in the number, so that Enter calls it. */
const keepFocus = (event: MouseEvent) => event.preventDefault();
