import { describePart } from '../support/describePart.js';
import { everyPart, partNames } from '../support/everyPart.js';

it('knows every part there is', () => {
  expect(Object.keys(everyPart).sort()).toEqual(partNames.sort());
});

for (const [name, facts] of Object.entries(everyPart)) describePart(name, facts);
