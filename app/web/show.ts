const zone = 'Asia/Ho_Chi_Minh';

/** '2026-11-22' → '22/11/2026'. */
export const showDay = (day: string): string => day.split('-').reverse().join('/');

/** An instant as '22/11/2026 14:05' in Vietnamese time. */
export function showInstant(instant: string): string {
  const parts = new Intl.DateTimeFormat('vi-VN', {
    timeZone: zone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('day')}/${of('month')}/${of('year')} ${of('hour')}:${of('minute')}`;
}

/** 1234567 → '1.234.567'. */
export const showNumber = (value: number): string => new Intl.NumberFormat('vi-VN').format(value);

/** Bytes as '1,2 MB'. */
export function showSize(bytes: number): string {
  const [value, unit] = bytes >= 1_048_576 ? [bytes / 1_048_576, 'MB'] : [Math.max(1, bytes / 1024), 'KB'];
  return `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`;
}
