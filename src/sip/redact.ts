/** A SIP message fit for a log: no digest, no keys of the media. Phone numbers stay, they are what a log is read for. */
export const redact = (message: string): string =>
  message
    .replace(/^((?:proxy-)?authorization\s*:).*(?:\r?\n[ \t].*)*/gim, '$1 (redacted)')
    .replace(/^(a=(?:ice-pwd|crypto):).*/gim, '$1(redacted)');
