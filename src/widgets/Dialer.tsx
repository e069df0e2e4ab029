'use client';
import { type CSSProperties, type MouseEvent, type ReactElement, useState } from 'react';
import { DialerParts } from '../parts/index.js';
import { mergeProps } from '../parts/mergeProps.js';
import { DeleteIcon, PhoneIcon } from './icons.js';
import { KeyFace } from './KeyFace.js';
import { keys } from './keys.js';
import { useLongPress } from './useLongPress.js';
import { useWords } from './WordsProvider.js';
import type { WidgetProps } from './widgetProps.js';

/**
 * A number or an address to call, typed or pressed on twelve keys; `0` held is `+`. Takes the props of its card, a
 * `<div>`.
 */
export function Dialer(props: WidgetProps<'div'>): ReactElement {
  const words = useWords();
  const [number, setNumber] = useState('');
  const plus = useLongPress(() => setNumber((typed) => `${typed}+`));

  return (
    <div {...mergeProps({ className: 'hs hs-card' }, props)}>
      <DialerParts.Root className="hs-dialer" value={number} onValueChange={setNumber}>
        <div className="hs-dialer-number">
          <DialerParts.Input
            className="hs-dialer-input"
            aria-label={words.dialer.number}
            placeholder={words.dialer.number}
            style={{ '--hs-length': number.length } as CSSProperties}
          />
        </div>
        <div className="hs-keys">
          {keys.map(([digit, letters]) => (
            <DialerParts.Key
              key={digit}
              digit={digit}
              className="hs-key"
              onMouseDown={keepFocus}
              {...(digit === '0' && plus)}
            >
              <KeyFace digit={digit} letters={letters} />
            </DialerParts.Key>
          ))}
        </div>
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
