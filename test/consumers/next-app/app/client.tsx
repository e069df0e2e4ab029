'use client';
import { PhoneProvider, WordsProvider } from 'hookswitch';
import { de } from 'hookswitch/locales/de';
import { createWire } from 'hookswitch/testing';
import type { ReactNode } from 'react';

const phone = createWire().phone('alice');

/** A phone cannot travel from the server, so it is made in a client file. */
export const Phone = ({ children }: { children: ReactNode }) => (
  <PhoneProvider phone={phone}>{children}</PhoneProvider>
);

/** Nor can words: some of them are functions. */
export const German = ({ children }: { children: ReactNode }) => (
  <WordsProvider words={de}>{children}</WordsProvider>
);
