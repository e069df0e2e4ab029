import { UserAgent } from 'sip.js';
import { parseAor, parseTarget } from '../../src/sip/target.js';

const read = (text: string) => parseTarget(text, 'example.com');

describe('what a person types or pastes', () => {
  it.each([
    ['a number', '42', 'sip:42@example.com'],
    ['a number as it is printed', ' +49 (0)30 / 123-456.78 ', 'sip:+4903012345678@example.com'],
    ['a number with dashes of print', '555\u20111234\u20135', 'sip:55512345@example.com'],
    ['a name of the own domain', 'bob', 'sip:bob@example.com'],
    ['a name with marks that names have', "o'neil_jr.+x", "sip:o'neil_jr.+x@example.com"],
    ['a service code', '*21*42#', 'sip:*21*42%23@example.com'],
    ['an address', 'bob@elsewhere.org', 'sip:bob@elsewhere.org'],
    ['an address with a keypad sign in it', '*21#@pbx.example.com', 'sip:*21%23@pbx.example.com'],
    ['a SIP URI', 'sip:bob@elsewhere.org', 'sip:bob@elsewhere.org'],
    ['a scheme in capitals', 'SIP:bob@elsewhere.org', 'sip:bob@elsewhere.org'],
    ['a SIPS URI', 'sips:bob@elsewhere.org', 'sips:bob@elsewhere.org'],
    ['a host without a user', 'sip:conference.example.org', 'sip:conference.example.org'],
    ['a port', 'bob@elsewhere.org:5061', 'sip:bob@elsewhere.org:5061'],
    ['an IPv4 host', 'bob@192.0.2.7', 'sip:bob@192.0.2.7'],
    ['an IPv6 host', 'bob@[2001:db8::7]:5060', 'sip:bob@[2001:db8::7]:5060'],
    ['the dot of the root domain', 'bob@elsewhere.org.', 'sip:bob@elsewhere.org'],
    ['an escaped user', 'J%C3%B6rg@elsewhere.org', 'sip:J%C3%B6rg@elsewhere.org'],
    ['a telephone URI', 'tel:+1-201-555-0123', 'sip:+12015550123@example.com'],
    ['parameters of a telephone URI', 'tel:7042;phone-context=example.com', 'sip:7042@example.com'],
    ['Arabic digits', '٠١٢٣٤', 'sip:01234@example.com'],
    ['Persian digits', '۰۱۲۳۴', 'sip:01234@example.com'],
    ['Devanagari digits', '०१२', 'sip:012@example.com'],
    ['a full-width number', '＋４９\u3000３０', 'sip:+4930@example.com'],
    ['a full-width name', 'ｂｏｂ', 'sip:bob@example.com'],
    ['marks of direction around a number', '\u202a+49 30\u202c', 'sip:+4930@example.com'],
    ['zero-width spaces in a name', 'b\u200bo\ufeffb', 'sip:bob@example.com'],
    ['the line break after a pasted number', '42\r\n', 'sip:42@example.com'],
  ])('takes %s', (_, text, uri) => {
    expect(read(text)).toBe(uri);
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \t\u00a0 '],
    ['marks that nobody sees', '\u200b\u202e'],
    ['punctuation', '...'],
    ['brackets', '()'],
    ['signs that a user may hold', '=&$'],
    ['a plus sign alone', '+'],
    ['a sentence', 'call Bob'],
    ['letters in a telephone URI', 'tel:1-800-FLOWERS'],
    ['an empty telephone URI', 'tel:'],
    ['an empty SIP URI', 'sip:'],
    ['a user without a host', 'bob@'],
    ['a host without a user', '@elsewhere.org'],
    ['two at signs', 'bob@a.org@b.org'],
    ['another scheme', 'https://elsewhere.org'],
    ['a mail address with its scheme', 'mailto:bob@elsewhere.org'],
    ['a script', 'javascript:alert(1)'],
    ['an emoji', '☎️42'],
    ['a keycap emoji', '4️⃣2️⃣'],
    ['a control character', 'b\u0000b'],
    ['a second line', 'bob\r\nX-Evil: 1'],
    ['a second line after a number', '42\r\nX-Evil: 1'],
    ['an escaped line break', 'bob%0D%0AX-Evil: 1@elsewhere.org'],
    ['an escaped line break and nothing else odd', 'bob%0d%0a@elsewhere.org'],
    ['an escaped percent sign, which SIP.js cannot write', '100%25@elsewhere.org'],
    ['a broken escape', '100%@elsewhere.org'],
    ['an escape that is no text', '%ff%fe@elsewhere.org'],
    ['an escaped mark of direction', 'a%E2%80%AEb@elsewhere.org'],
    ['a password', 'bob:secret@elsewhere.org'],
    ['a quote', '"bob"@elsewhere.org'],
    ['angle brackets', '<sip:bob@elsewhere.org>'],
    ['a space in the host', 'bob@else where.org'],
    ['a number in place of a host', 'bob@42'],
    ['an IPv4 host out of range', 'bob@999.0.2.7'],
    ['an IPv6 host that is none', 'bob@[1:2:3]'],
    ['an IPv6 host without brackets', 'bob@2001:db8::7'],
    ['a port out of range', 'bob@elsewhere.org:65536'],
    ['ten kilobytes', '4'.repeat(10_240)],
    ['ten kilobytes of a name', `${'a'.repeat(10_240)}@elsewhere.org`],
  ])('refuses %s', (_, text) => {
    expect(read(text)).toBeNull();
  });

  it.each([
    ['headers', 'sip:bob@elsewhere.org?Subject=Hello&X-Evil=1'],
    ['headers with a line break', 'sip:bob@elsewhere.org?X=%0D%0AX-Evil:%201'],
    ['parameters', 'sip:bob@elsewhere.org;transport=udp;maddr=192.0.2.66'],
    ['both', 'sip:bob@elsewhere.org;method=REGISTER?Route=%3Csip:evil.org%3E'],
    ['both without a scheme', 'bob@elsewhere.org;user=phone?X=1'],
  ])('drops the %s of a URI', (_, text) => {
    expect(read(text)).toBe('sip:bob@elsewhere.org');
  });

  it('is never longer on the wire than it may be when typed', () => {
    expect(read('4'.repeat(256))).toBe(`sip:${'4'.repeat(256)}@example.com`);
    expect(read('4'.repeat(257))).toBeNull();
  });

  it('gives a URI that SIP.js reads and writes again, whatever the pieces', () => {
    const pieces =
      "a 1 é . - _ @ : % %25 %0d %41 %C3%A9 # * + ; ? = & [ ] / ! ~ ' ( ) $ , < > sip: sips: tel: ::1 [::1] [::] 42 1.2.3.4 a.b x. :5060 :99999 ;x=y ?a=b".split(
        ' ',
      );
    pieces.push(' ', '\r\n', '\u202e');
    const faults = pieces
      .flatMap((first) =>
        pieces.flatMap((second) => [`${first}${second}`, `${first}@${second}`, `a${first}@b${second}`]),
      )
      .filter((text) => {
        const uri = read(text);
        if (uri === null) return false;
        const made = UserAgent.makeURI(uri);
        const again = made && UserAgent.makeURI(made.toString());
        return (
          !again ||
          again.toString() !== made.toString() ||
          /\s/.test(made.toRaw()) ||
          again.host !== made.host
        );
      });
    expect(faults).toEqual([]);
  });
});

describe('an address-of-record', () => {
  it('is taken apart', () => {
    expect(parseAor('sip:alice@example.com')).toEqual({
      uri: 'sip:alice@example.com',
      user: 'alice',
      domain: 'example.com',
    });
  });

  it('keeps its port in the domain, for whom is called there is to be reached there', () => {
    expect(parseAor('sips:alice@example.com:5061')).toEqual({
      uri: 'sips:alice@example.com:5061',
      user: 'alice',
      domain: 'example.com:5061',
    });
  });

  it('loses its parameters', () => {
    expect(parseAor('sip:alice@example.com;transport=ws?X=1')?.uri).toBe('sip:alice@example.com');
  });

  it.each([
    'alice',
    'alice@example.com',
    'sip:alice',
    'sip:@example.com',
    'tel:+4930',
    'sip:alice@example.com\r\nX-Evil: 1',
    'sip:alice:secret@example.com',
    'sip:100%25@example.com',
    'sip:alice@42',
    '',
  ])('is not %j', (text) => {
    expect(parseAor(text)).toBeNull();
  });
});
