'use client';
import { createContext, useContext } from 'react';

/** How numbers are shown. What is called stays as it was typed. */
export interface NumberFormat {
  /** A number that is being typed. Adds and takes away separators alone. */
  typed(text: string): string;
  /** A number that is all there. */
  whole(text: string): string;
}

const asItIs = (text: string) => text;

export const NumberFormatContext = createContext<NumberFormat>({ typed: asItIs, whole: asItIs });

/** How the nearest `<NumberFormatProvider>` of `hookswitch/numbers` shows numbers; as they are without one. */
export const useNumberFormat = (): NumberFormat => useContext(NumberFormatContext);
