interface Formats {
  clock: Intl.DateTimeFormat;
  day: Intl.DateTimeFormat;
  year: Intl.DateTimeFormat;
  /** Between a day and a time. */
  between: string;
}

function formats(locale: string, between: string): Formats {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  return {
    clock: format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    day: format({ day: 'numeric', month: 'long' }),
    year: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    between,
  };
}

const ENGLISH = formats('en-GB', ', ');
const CHINESE = formats('zh-Hans', ' ');

/** The language of the page; there is none where there is no page. */
export function pageLanguage(): string {
  return typeof document === 'undefined' ? 'en' : document.documentElement.lang || 'en';
}

/** A moment as people say it: the time, and the day unless it is today's. Nothing if there was no such moment. */
export function moment(milliseconds: number, now: Date = new Date(), language: string = pageLanguage()): string {
  const then = new Date(milliseconds);
  if (!(milliseconds > 0) || Number.isNaN(then.getTime())) {
    return '';
  }
  const { clock, day, year, between } = language.startsWith('zh') ? CHINESE : ENGLISH;
  if (then.toDateString() === now.toDateString()) {
    return clock.format(then);
  }
  const date = then.getFullYear() === now.getFullYear() ? day : year;
  return `${date.format(then)}${between}${clock.format(then)}`;
}
