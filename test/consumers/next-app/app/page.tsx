import { Softphone } from 'hookswitch';
import { DialerParts } from 'hookswitch/parts';
import { German, Phone } from './client';

/** Runs on the server: parts and widgets are rendered here, and come to life in the browser. */
export default function Page() {
  return (
    <Phone>
      <DialerParts.Root aria-label="Quick call">
        <DialerParts.Input aria-label="Extension" />
        <DialerParts.Key digit="5">5</DialerParts.Key>
        <DialerParts.Call>Call the extension</DialerParts.Call>
      </DialerParts.Root>
      <German>
        <Softphone />
      </German>
    </Phone>
  );
}
