import ical from 'ical-generator';
import type { Subject } from './ladder.ts';
import { pageOfNotice } from './say-notice.ts';

const said: Record<Subject['kind'], string> = {
  duty: 'Hạn',
  extension: 'Trả lời gia hạn',
  difficulty: 'Hạn trả lời khó khăn',
  report: 'Hạn gửi báo cáo',
  letter: 'Công văn chờ phát hành',
  ask: 'Trả lời câu hỏi lại',
  consolidation: 'Báo cáo tổng hợp',
};

/** The due days of subjects as a calendar (RFC 5545); a day is a whole day, without an hour or a zone. */
export function writeCalendar(
  name: string,
  subjects: readonly Subject[],
  { origin, at }: { origin: string; at: Date },
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Nhịp Cầu', product: 'Nhịp Cầu', language: 'VI' },
    ttl: 3600,
  });
  for (const { kind, id, dutyId, dueOn, title, isRequest } of subjects) {
    if (!dueOn) continue;
    const label = isRequest ? 'Đề nghị phối hợp' : said[kind];
    calendar.createEvent({
      id: `${kind}-${id}@${new URL(origin).hostname}`,
      stamp: at,
      start: new Date(`${dueOn}T00:00:00Z`),
      allDay: true,
      summary: `${label}: ${title.slice(0, 120)}`,
      description: title,
      url: origin + pageOfNotice({ subjectKind: kind, subjectId: id, dutyId }),
    });
  }
  return calendar.toString();
}
