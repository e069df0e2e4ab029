'use client';
import type { CountryCode } from 'libphonenumber-js/min';
import { type ReactElement, type ReactNode, useEffect, useMemo, useState } from 'react';
import { NumberFormatContext, useNumberFormat } from '../widgets/NumberFormat.js';
import { type Library, numberFormat } from './numberFormat.js';

/** Props of `<NumberFormatProvider>`. */
export interface NumberFormatProviderProps {
  /** Where a number without a country code belongs: two capital letters, such as `DE` (ISO 3166-1). */
  country: CountryCode;
  children?: ReactNode;
}

/**
 * Lets the widgets below show numbers as they are written in `country`: while they are typed, in calls and in the
 * history. Needs `libphonenumber-js`, which it loads when it is first shown; numbers are shown as they are until then.
 * Throws for a country that the library does not know.
 */
export function NumberFormatProvider({ country, children }: NumberFormatProviderProps): ReactElement {
  const library = useLibrary();
  const asItIs = useNumberFormat();
  if (library && !library.isSupportedCountry(country)) throw unknownCountry(country);
  const format = useMemo(() => library && numberFormat(library, country), [library, country]);
  return <NumberFormatContext.Provider value={format ?? asItIs}>{children}</NumberFormatContext.Provider>;
}

function useLibrary(): Library | undefined {
  const [library, setLibrary] = useState<Library>();
  useEffect(() => {
    let current = true;
    void load().then((loaded) => current && setLibrary(loaded));
    return () => {
      current = false;
    };
  }, []);
  return library;
}

let loading: Promise<Library | undefined> | undefined;

/** Once a page: a browser does not ask again for a module that it could not get. */
function load(): Promise<Library | undefined> {
  loading ??= import('libphonenumber-js/min').catch((cause: unknown) => {
    globalThis.reportError(
      new Error(
        'hookswitch: <NumberFormatProvider> shows numbers as they are. It formats them with libphonenumber-js, which ' +
          'could not be loaded. Install it beside hookswitch, and see that its file reaches the browser.',
        { cause },
      ),
    );
    return undefined;
  });
  return loading;
}

const unknownCountry = (country: unknown) =>
  new Error(
    `hookswitch: <NumberFormatProvider> was given the country ${JSON.stringify(country)}, whose numbers it does not ` +
      'know. It goes by two capital letters (ISO 3166-1). Write for example <NumberFormatProvider country="DE">.',
  );
