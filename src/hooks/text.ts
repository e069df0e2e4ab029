'use client';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';

/** A text that is kept outside of React, so that whoever shows it renders on its own. */
export type Text = Pick<StoreApi<string>, 'getState' | 'getInitialState' | 'subscribe'>;

/** Reads a text. Re-renders only when what `select` returns changes. */
export const useText = <T>(text: Text, select: (text: string) => T): T => useStore(text, select);
