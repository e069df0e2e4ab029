import { PhoneProvider, Softphone, WordsProvider } from 'hookswitch';
import { de } from 'hookswitch/locales/de';
import { NumberFormatProvider } from 'hookswitch/numbers';
import { createWire } from 'hookswitch/testing';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'hookswitch/styles.css';

const phone = createWire().phone('alice');

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <PhoneProvider phone={phone}>
      <WordsProvider words={de}>
        <NumberFormatProvider country="DE">
          <Softphone />
        </NumberFormatProvider>
      </WordsProvider>
    </PhoneProvider>
  </StrictMode>,
);
