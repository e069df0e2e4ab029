'use client';
import { createContext, type ReactElement, type ReactNode, useContext, useEffect } from 'react';
import type { Phone } from '../phone/phone.js';

const PhoneContext = createContext<Phone | null>(null);

/** Gives a phone to the tree below and keeps it connected while mounted. Make the phone outside of React. */
export function PhoneProvider({ phone, children }: { phone: Phone; children?: ReactNode }): ReactElement {
  useEffect(() => phone.connect(), [phone]);
  return <PhoneContext.Provider value={phone}>{children}</PhoneContext.Provider>;
}

/** The phone of the nearest `<PhoneProvider>`. Throws where there is none. */
export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) {
    throw new Error(
      'hookswitch: there is no phone here. Hooks, parts and widgets use the phone of the nearest ' +
        '<PhoneProvider>, and none is above this component. Wrap the tree in <PhoneProvider phone={phone}>.',
    );
  }
  return phone;
}
