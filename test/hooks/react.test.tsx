import { version } from 'react';
import { version as domVersion } from 'react-dom';
import { version as serverVersion } from 'react-dom/server';
import { inject } from 'vitest';

it('runs under the React that this project of tests is for', () => {
  for (const given of [version, domVersion, serverVersion])
    expect(given).toSatisfy((name: string) => name.startsWith(inject('react')));
});
