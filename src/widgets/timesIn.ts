/** How a language says when something was, and how long it took. */
export interface Times {
  /** The time of a day that is today, "yesterday", the weekday within a week, else the date; nothing of what is no time. Both in ms since 1970. */
  when(at: number, now: number): string;
  /** `267` becomes "4 min 27 sec"; from an hour on without its seconds. */
  howLong(seconds: number): string;
}

const made = new Map<string, Times>();

/** The times of a language. Made once: a formatter costs more than what it formats. */
export function timesIn(lang: string): Times {
  const times = made.get(lang) ?? makeTimes(lang);
  made.set(lang, times);
  return times;
}

function makeTimes(lang: string): Times {
  const date = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(lang, options);
  const time = date({ timeStyle: 'short' });
  const weekday = date({ weekday: 'short' });
  const day = date({ day: 'numeric', month: 'short' });
  const dayOfYear = date({ day: 'numeric', month: 'short', year: 'numeric' });
  const yesterday = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(-1, 'day');

  const unit = (name: string) =>
    new Intl.NumberFormat(lang, { style: 'unit', unit: name, unitDisplay: 'short' });
  const [hours, minutes, seconds] = [unit('hour'), unit('minute'), unit('second')];

  return {
    when(at, now) {
      const days = daysBetween(at, now);
      if (Number.isNaN(days)) return '';
      if (days === 0) return time.format(at);
      if (days === 1) return yesterday;
      if (days > 1 && days < 7) return weekday.format(at);
      return (new Date(at).getFullYear() === new Date(now).getFullYear() ? day : dayOfYear).format(at);
    },
    howLong(total) {
      const [h, m, s] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, Math.floor(total) % 60];
      const said = h
        ? [hours.format(h), m && minutes.format(m)]
        : [m && minutes.format(m), s && seconds.format(s)];
      // Not as a list: some languages would put a comma or an "and" between, or nothing, as the browser's data has it.
      return said.filter((words) => words !== 0).join(' ') || seconds.format(0);
    },
  };
}

/** How many midnights lie between, here and with whatever the clocks did. */
const daysBetween = (from: number, to: number) =>
  Math.round((new Date(to).setHours(0, 0, 0, 0) - new Date(from).setHours(0, 0, 0, 0)) / 86_400_000);
