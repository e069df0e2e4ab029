import type { Decorator } from '@storybook/react-vite';
import { useMemo } from 'react';
import { PhoneProvider, type PhoneState } from '../src/index.js';
import { fakePhone } from '../src/testing/fakePhone.js';
import { steadyLevel } from './samples.js';

/** Gives a story a phone that is only a state: `parameters: { phone: { calls: [...] } }`. */
export const withPhone: Decorator = (Story, { parameters }) => {
  const state: Partial<PhoneState> = parameters.phone ?? {};
  const phone = useMemo(() => fakePhone(state, { meter: steadyLevel }), [state]);
  return (
    <PhoneProvider phone={phone}>
      <Story />
    </PhoneProvider>
  );
};
