import { headerLines } from '../../src/phone/headers.js';

describe('own headers', () => {
  it('become lines, in their order', () => {
    expect(headerLines({ 'X-Order': '48213', Subject: 'Grüße', 'X-Empty': '' })).toEqual([
      'X-Order: 48213',
      'Subject: Grüße',
      'X-Empty: ',
    ]);
  });

  it('are none when none are given', () => {
    expect(headerLines({})).toEqual([]);
  });

  it.each([
    'Via',
    'from',
    'TO',
    'Call-ID',
    'CSeq',
    'Contact',
    'Route',
    'Record-Route',
    'Max-Forwards',
    'Content-Type',
    'Content-Length',
    'Authorization',
    'Proxy-Authorization',
    'Require',
    'Supported',
    'Replaces',
    'Refer-To',
  ])('cannot be %s, which is written by SIP.js', (name) => {
    expect(() => headerLines({ [name]: 'x' })).toThrow(`the header "${name}" cannot be set`);
  });

  it.each([
    ['v', 'Via'],
    ['f', 'From'],
    ['t', 'To'],
    ['i', 'Call-ID'],
    ['m', 'Contact'],
    ['c', 'Content-Type'],
    ['L', 'Content-Length'],
    ['e', 'Content-Encoding'],
    ['k', 'Supported'],
    ['R', 'Refer-To'],
  ])('cannot be %s, which is short for %s', (name) => {
    expect(() => headerLines({ [name]: 'x' })).toThrow('cannot be set');
  });

  it.each([
    ['no characters', ''],
    ['a space', 'X Order'],
    ['a colon', 'X-Order:'],
    ['a line break', 'X-A\r\nX-Evil'],
    ['a letter that is not ASCII', 'X-Größe'],
  ])('cannot have a name of %s', (_, name) => {
    expect(() => headerLines({ [name]: 'x' })).toThrow('is no header name');
  });

  it.each([
    ['a line break', 'a\r\nX-Evil: 1'],
    ['a line feed alone', 'a\nX-Evil: 1'],
    ['a carriage return alone', 'a\rX-Evil: 1'],
    ['a folded line', 'a\r\n b'],
    ['NUL', 'a\u0000'],
    ['DEL', 'a\u007f'],
  ])('cannot have a value with %s', (_, value) => {
    expect(() => headerLines({ 'X-Order': value })).toThrow('the value of the header');
  });

  it('cannot have a value that is no text', () => {
    const headers = JSON.parse('{ "X-Order": 48213 }');
    expect(() => headerLines(headers)).toThrow('the value of the header "X-Order"');
  });

  it('are told of in one line, whatever they hold', () => {
    expect(() => headerLines({ 'X\r\n\r\nEvil': 'x' })).toThrow('the header "X????Evil"');
  });
});
