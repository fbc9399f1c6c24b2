const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** A moment as people say it: the time, and the day unless it is today's. Nothing if there was no such moment. */
export function moment(milliseconds: number, now: Date = new Date()): string {
  const then = new Date(milliseconds);
  if (!(milliseconds > 0) || Number.isNaN(then.getTime())) {
    return '';
  }
  if (then.toDateString() === now.toDateString()) {
    return CLOCK.format(then);
  }
  const day = then.getFullYear() === now.getFullYear() ? DAY : YEAR;
  return `${day.format(then)}, ${CLOCK.format(then)}`;
}
