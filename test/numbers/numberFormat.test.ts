import type { CountryCode } from 'libphonenumber-js/min';
import * as library from 'libphonenumber-js/min';
import { numberFormat } from '../../src/numbers/numberFormat.js';

const inCountry = (country: CountryCode) => numberFormat(library, country);

describe('a number that is being typed', () => {
  it.each<[CountryCode, string, string]>([
    ['US', '2025550170', '(202) 555-0170'],
    ['US', '12025550170', '1 (202) 555-0170'],
    ['US', '202555017', '(202) 555-017'],
    ['GB', '02079460018', '020 7946 0018'],
    ['FR', '0123456789', '01 23 45 67 89'],
    ['DE', '+442079460018', '+44 20 7946 0018'],
    ['DE', '+44 (20) 7946-0018', '+44 20 7946 0018'],
    ['DE', '+442', '+44 2'],
    ['DE', '004420794600', '00 44 20 7946 00'],
  ])('is written in %s: %s as %s', (country, text, shown) => {
    expect(inCountry(country).typed(text)).toBe(shown);
  });

  it('keeps every digit, however far it is typed', () => {
    for (const country of library.getCountries()) {
      const { typed } = inCountry(country);
      for (const number of ['0207946001812345', '+442079460018123', '8800555353512']) {
        for (let length = 0; length <= number.length; length += 1) {
          const text = number.slice(0, length);
          expect(typed(text).replace(/[^+\d]/g, '')).toBe(text);
        }
      }
    }
  });
});

describe('a number that is all there', () => {
  it.each<[CountryCode, string, string]>([
    ['GB', '02079460018', '020 7946 0018'],
    ['DE', '030901820', '030 901820'],
    ['DE', '+442079460018', '+44 20 7946 0018'],
    ['DE', '+4930901820', '+49 30 901820'],
    ['US', '+12025550170', '+1 202 555 0170'],
    ['US', '(202)5550170', '(202) 555-0170'],
  ])('is written in %s: %s as %s', (country, text, shown) => {
    expect(inCountry(country).whole(text)).toBe(shown);
  });

  it.each<[CountryCode, string]>([
    ['US', '12025550170'],
    ['GB', '442079460018'],
    ['AR', '91123456789'],
  ])('keeps its digits in %s, where its form would have others: %s', (country, text) => {
    const shown = inCountry(country).whole(text);
    expect(shown.replace(/\D/g, '')).toBe(text);
  });

  it('is left alone when it cannot be one', () => {
    expect(inCountry('US').whole('5550134')).toBe('5550134');
    expect(inCountry('DE').whole('+4912')).toBe('+4912');
  });
});

describe('what is no number is left alone', () => {
  it.each([
    '',
    '+',
    'bob',
    'bob@example.com',
    '4420@example.com',
    'sip:+442079460018@example.com',
    'tel:+442079460018',
    '*21#',
    '*21*02079460018#',
    '#31#',
    '1001',
    '12345',
    '12 34',
    '02079460018,,42#',
    '٠٢٠٧٩٤٦٠٠١٨',
    '1'.repeat(40),
    `+${'4'.repeat(40)}`,
  ])('%s', (text) => {
    const { typed, whole } = inCountry('GB');
    expect(typed(text)).toBe(text);
    expect(whole(text)).toBe(text);
  });
});
