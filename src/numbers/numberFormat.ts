import type { CountryCode } from 'libphonenumber-js/min';
import type { NumberFormat } from '../widgets/NumberFormat.js';

/** What is needed of the library, once it is loaded. */
export type Library = Pick<
  typeof import('libphonenumber-js/min'),
  'AsYouType' | 'isSupportedCountry' | 'parsePhoneNumberFromString'
>;

/** Shows numbers as they are written in `country`, and what is no number as it is. */
export function numberFormat(
  { AsYouType, parsePhoneNumberFromString }: Library,
  country: CountryCode,
): NumberFormat {
  const typed = (text: string) => {
    if (!isNumber(text)) return text;
    const digits = digitsOf(text);
    const formatted = new AsYouType(country).input(digits);
    // Where the library knows no form, a person's own spaces are better than none.
    return formatted !== digits && digitsOf(formatted) === digits ? formatted : text;
  };

  const whole = (text: string) => {
    const number = isNumber(text) ? parsePhoneNumberFromString(text, country) : undefined;
    if (!number?.isValid()) return text;
    const formatted = text.startsWith('+') ? number.formatInternational() : number.formatNational();
    // It may read a prefix into the number or out of it: what is shown has to be what is called.
    return digitsOf(formatted) === digitsOf(text) ? formatted : typed(text);
  };

  return { typed, whole };
}

/** Fewer digits without a country are an extension, or a number that has only begun; more are no number. */
const SHORTEST = 6;
const LONGEST = 20;

function isNumber(text: string): boolean {
  if (!/^\+?[\d\s().\-/]+$/.test(text)) return false;
  const { length } = digitsOf(text);
  return length <= LONGEST && (length >= SHORTEST || text.startsWith('+'));
}

const digitsOf = (text: string) => text.replace(/[^+\d]/g, '');
