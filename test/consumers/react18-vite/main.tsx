import { PhoneProvider, Softphone } from 'hookswitch';
import { createWire } from 'hookswitch/testing';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'hookswitch/styles.css';

const phone = createWire().phone('alice');

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <PhoneProvider phone={phone}>
      <Softphone />
    </PhoneProvider>
  </StrictMode>,
);
