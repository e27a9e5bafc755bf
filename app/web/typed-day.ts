/**
 * A day as people here type it: '5/3/2027', '05.03.2027', '5-3-2027', '05032027'; also as computers write it,
 * '2027-03-05'. Day before month, always. Returns 'YYYY-MM-DD', or null where it is no day of the calendar.
 */
export function typedDay(text: string): string | null {
  const said = text.trim();
  const found =
    /^(?<d>\d{1,2})[/.\-\s]+(?<m>\d{1,2})[/.\-\s]+(?<y>\d{4})$/.exec(said) ??
    /^(?<d>\d\d)(?<m>\d\d)(?<y>\d{4})$/.exec(said) ??
    /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)$/.exec(said);
  const { d, m, y } = found?.groups ?? {};
  if (!d || !m || !y) return null;
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
