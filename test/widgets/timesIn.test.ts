import { timesIn } from '../../src/widgets/timesIn.js';

const at = (text: string) => new Date(text).getTime();
const now = at('2026-03-30T10:00');

describe('when something was', () => {
  it.each([
    ['2026-03-30T09:05', '9:05 AM'],
    ['2026-03-29T23:59', 'yesterday'],
    ['2026-03-28T23:59', 'Sat'],
    ['2026-03-24T00:00', 'Tue'],
    ['2026-03-23T23:59', 'Mar 23'],
    ['2025-12-31T12:00', 'Dec 31, 2025'],
    // The clock of the machine may have been set back.
    ['2026-04-02T12:00', 'Apr 2'],
  ])('%s is "%s"', (then, words) => {
    expect(timesIn('en').when(at(then), now).replace(/\s/g, ' ')).toBe(words);
  });

  it('is said in other languages', () => {
    expect(timesIn('de').when(at('2026-03-29T23:59'), now)).toBe('gestern');
    expect(timesIn('fr').when(at('2026-03-30T09:05'), now)).toBe('09:05');
  });
});

describe('how long something took', () => {
  it.each([
    [0, '0 sec'],
    [58.9, '58 sec'],
    [267, '4 min 27 sec'],
    [720, '12 min'],
    [3600, '1 hr'],
    [3905, '1 hr 5 min'],
  ])('%d s is "%s"', (seconds, words) => {
    expect(timesIn('en').howLong(seconds).replace(/\s/g, ' ')).toBe(words);
  });

  it('is said in other languages', () => {
    expect(timesIn('de').howLong(267)).toMatch(/^4\sMin\. 27\sSek\.$/);
    // Whether a unit stands apart from its number is another thing in each version of the browser's data.
    expect(timesIn('ja').howLong(267)).toMatch(/^4\s?分 27\s?秒$/);
    expect(timesIn('ko').howLong(267)).toMatch(/^4\s?분 27\s?초$/);
    expect(timesIn('pl').howLong(267)).toMatch(/^4\smin 27\ssek?\.?$/);
  });
});

it('makes the formatters of a language once', () => {
  expect(timesIn('pl')).toBe(timesIn('pl'));
});
