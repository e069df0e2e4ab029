import { AsYouType } from 'libphonenumber-js/min';
import { edit } from '../../src/parts/edit.js';

/** As a person in the United States expects; what is no number, or short, is left alone. */
function format(text: string): string {
  if (!/^\+?[\d\s().-]+$/.test(text) || (text.length < 6 && !text.startsWith('+'))) return text;
  return new AsYouType('US').input(text);
}

/** Reads `12|3` and `1[2]3`: the caret, and the selection. */
function readMarks(marked: string) {
  const [, before = '', , selected = '', , after = ''] =
    /^([^[|]*)(\[|\|)([^\]]*)(\]?)(.*)$/.exec(marked) ?? [];
  return marked.includes('|')
    ? { before, selected: '', after: selected + after }
    : { before, selected, after };
}

type Act = 'Backspace' | 'Delete' | { insert: string };

/** What a browser makes of a field, and what is made of that: the text, and the field with its caret. */
function perform(text: string, marked: string, act: Act) {
  const { before, selected, after } = readMarks(marked);
  expect(before + selected + after).toBe(format(text));
  const [start, end] =
    typeof act === 'object'
      ? [before + act.insert, after]
      : selected
        ? [before, after]
        : act === 'Backspace'
          ? [before.slice(0, -1), after]
          : [before, after.slice(1)];
  const edited = edit(
    text,
    before + selected + after,
    { typed: start + end, caret: start.length, forward: act === 'Delete' },
    format,
  );
  expect(edited.shown).toBe(format(edited.text));
  return [edited.text, `${edited.shown.slice(0, edited.caret)}|${edited.shown.slice(edited.caret)}`];
}

describe('an edit of a formatted number', () => {
  it.each<[string, string, string, Act, string, string]>([
    ['a digit at the end', '20255', '20255|', { insert: '5' }, '202555', '(202) 555|'],
    ['a digit before a bracket', '202555', '(202|) 555', { insert: '1' }, '2021555', '(202) 1|55-5'],
    [
      'a digit in the middle',
      '2025550170',
      '(202) 5|55-0170',
      { insert: '9' },
      '20259550170',
      '20259|550170',
    ],
    ['a digit at the start', '025550170', '|025550170', { insert: '2' }, '2025550170', '(2|02) 555-0170'],
    ['backspace at the end', '2025550170', '(202) 555-0170|', 'Backspace', '202555017', '(202) 555-017|'],
    ['backspace in the middle', '2025550170', '(202) 55|5-0170', 'Backspace', '202550170', '(202) 5|50-170'],
    ['backspace on a dash', '2025550170', '(202) 555-|0170', 'Backspace', '202550170', '(202) 55|0-170'],
    ['backspace on a space', '2025550170', '(202) |555-0170', 'Backspace', '205550170', '(20|5) 550-170'],
    [
      'backspace behind the first bracket',
      '2025550170',
      '(|202) 555-0170',
      'Backspace',
      '2025550170',
      '|(202) 555-0170',
    ],
    ['delete on a dash', '2025550170', '(202) 555|-0170', 'Delete', '202555170', '(202) 555|-170'],
    ['delete in the middle', '2025550170', '(202) |555-0170', 'Delete', '202550170', '(202|) 550-170'],
    ['delete at the end', '2025550170', '(202) 555-0170|', 'Delete', '2025550170', '(202) 555-0170|'],
    [
      'one of two like digits',
      '+12025550170',
      '+1 202 55|5 0170',
      'Backspace',
      '+1202550170',
      '+1 202 5|50 170',
    ],
    ['a selection deleted', '2025550170', '(2[02) 555]-0170', 'Backspace', '20170', '2|0170'],
    ['a selection replaced', '2025550170', '(202) [555]-0170', { insert: '7' }, '20270170', '(202) 7|01-70'],
    ['all replaced', '2025550170', '[(202) 555-0170]', { insert: 'bob' }, 'bob', 'bob|'],
    ['all deleted', '2025550170', '[(202) 555-0170]', 'Backspace', '', '|'],
    ['a paste in the middle', '2020170', '(202) |017-0', { insert: '555' }, '2025550170', '(202) 555|-0170'],
    [
      'a paste with separators',
      '',
      '|',
      { insert: '+44 (20) 7946-0018' },
      '+442079460018',
      '+44 20 7946 0018|',
    ],
    [
      'a paste with marks',
      '',
      '|',
      { insert: '\u202a+1 202\u00a0555\u20110170\u202c' },
      '+12025550170',
      '+1 202 555 0170|',
    ],
    ['a space typed', '202555', '(202) 555|', { insert: ' ' }, '202555', '(202) 555|'],
    ['a letter typed', '202555', '(202) 5|55', { insert: 'x' }, '2025x55', '2025x|55'],
    ['a letter taken away', '2025x55', '2025x|55', 'Backspace', '202555', '(202) 5|55'],
    ['a star typed', '202555', '|(202) 555', { insert: '*' }, '*202555', '*|202555'],
    ['a plus typed', '12025550170', '|1 (202) 555-0170', { insert: '+' }, '+12025550170', '+|1 202 555 0170'],
  ])('%s', (_, text, shown, act, expectedText, expectedShown) => {
    expect(perform(text, shown, act)).toEqual([expectedText, expectedShown]);
  });
});

describe('an edit of what is shown as it is', () => {
  it.each<[string, string, string, Act, string, string]>([
    ['a letter in the middle', 'bob', 'b|ob', { insert: 'l' }, 'blob', 'bl|ob'],
    ['a space and a dot stay', '12', '12|', { insert: ' .3' }, '12 .3', '12 .3|'],
    ['a dot is deleted alone', 'bob.smith', 'bob.|smith', 'Backspace', 'bobsmith', 'bob|smith'],
    ['a dot is deleted forward', 'bob.smith', 'bob|.smith', 'Delete', 'bobsmith', 'bob|smith'],
    [
      'an address is pasted',
      '',
      '|',
      { insert: 'sip:bob@example.com' },
      'sip:bob@example.com',
      'sip:bob@example.com|',
    ],
    ['an address is pasted over a number', '1001', '[1001]', { insert: '1-2@a.b' }, '1-2@a.b', '1-2@a.b|'],
  ])('%s', (_, text, shown, act, expectedText, expectedShown) => {
    expect(perform(text, shown, act)).toEqual([expectedText, expectedShown]);
  });
});

describe('an edit that tells nothing of where it was', () => {
  it('is found by what stayed', () => {
    const typed = '(202) 555-01';
    const edited = edit('2025550170', '(202) 555-0170', { typed, caret: 3 }, format);
    expect(edited.text).toBe('20255501');
  });

  it('finds the separators that a parent left in the text', () => {
    const edited = edit(
      '+1 (202) 555-0170',
      '+1 202 555 0170',
      { typed: '+1 202 5550170', caret: 10 },
      format,
    );
    expect(edited).toEqual({ text: '+1202550170', shown: '+1 202 550 170', caret: 9 });
  });
});
