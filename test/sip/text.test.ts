import { plainText } from '../../src/sip/text.js';

describe('text off the wire', () => {
  it.each([
    ['keeps letters of every script', 'Zoë 山田 Ολγα', 'Zoë 山田 Ολγα'],
    ['undoes escapes once', 'a\\"b\\\\\\"c', 'a"b\\"c'],
    ['keeps markup as the text that it is', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['drops marks of direction', 'Bob\u202e\u2066gnp.exe\u2069', 'Bob gnp.exe'],
    ['drops zero-width characters', 'B\u200bo\ufeffb', 'B o b'],
    ['drops control characters', '\u0000Bob\u001b[31m\u0085', 'Bob [31m'],
    ['makes one line of several', 'Bob\r\n\tSmith\u2028Jones', 'Bob Smith Jones'],
    ['composes letters and their accents', 'Zoe\u0308', 'Zoë'],
    ['trims', '  Bob  ', 'Bob'],
    ['is empty for nothing visible', '\u200b \u202e', ''],
  ])('%s', (_, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('is empty for a header that is not there', () => {
    expect(plainText(undefined)).toBe('');
  });

  it('is cut at a limit, between characters', () => {
    expect(plainText('a'.repeat(64))).toBe('a'.repeat(64));
    expect(plainText('a'.repeat(65))).toBe(`${'a'.repeat(63)}…`);
    expect(plainText('😀'.repeat(100), 3)).toBe('😀😀…');
  });
});
