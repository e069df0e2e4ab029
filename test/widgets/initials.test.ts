import { initials } from '../../src/widgets/initials.js';

it.each([
  ['Ada Lovelace', 'AL'],
  ['Ada Augusta King Lovelace', 'AL'],
  ['alice', 'A'],
  ['ada.lovelace', 'AL'],
  ['آدا لوفلايس', 'آل'],
  ['élan vital', 'ÉV'],
  ['𝒜𝒹𝒶', '𝒜'],
  ['+44 20 7946 0018', ''],
  ['', ''],
])('%s stands behind %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
