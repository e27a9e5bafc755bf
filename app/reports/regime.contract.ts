import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { definitionShape, periodKinds } from './definition-shape.contract.ts';
import { sumRules } from './indicator.contract.ts';
import { listPeriods, reportStates } from './period.contract.ts';

const tag = 'Báo cáo';
const day = z.iso.date();
const said = z.object({ vi: z.string(), en: z.string() });

export const listOffered = route({
  method: 'GET',
  path: '/api/report-definitions/offered',
  tag,
  summary:
    'Các chế độ báo cáo có sẵn kèm nguồn và đã kiểm chứng hay chưa; chưa áp dụng khi chưa lấy về dùng.',
  response: z.object({
    definitions: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        source: z.string(),
        isVerified: z.boolean(),
        /** What of it is still to be verified, where the rest was. */
        toVerify: z.string(),
        fromPlan: z.boolean(),
        slots: z.int(),
        indicators: z.int(),
        /** The definition it became here. */
        takenAs: z.uuid().nullable(),
      }),
    ),
  }),
});

export const takeDefinition = route({
  method: 'POST',
  path: '/api/report-definitions/taken',
  tag,
  summary: 'Lấy một chế độ báo cáo có sẵn về dùng, sửa được sau đó.',
  body: z.object({ key: z.string().min(1).max(60) }),
  response: z.object({ id: z.uuid() }),
});

export const startDefinition = route({
  method: 'POST',
  path: '/api/report-definitions/own',
  tag,
  summary: 'Lập một chế độ báo cáo mới không gắn với kế hoạch nào (chuyên đề, đột xuất, định kỳ).',
  body: z.object({
    name: z.string().trim().min(3).max(300),
    basis: z.string().trim().min(1).max(300),
    regime: z.enum(['periodic', 'topical', 'ad-hoc']),
  }),
  response: z.object({ id: z.uuid() }),
});

/** What a designer chooses from. */
export const designTerms = route({
  method: 'GET',
  path: '/api/report-definitions/terms',
  tag,
  summary: 'Các số liệu hệ thống tính được, sổ theo dõi, nhóm và loại cơ quan để thiết kế chế độ báo cáo.',
  response: z.object({
    figures: z.array(
      z.object({ name: z.string(), said, unit: z.string(), rule: z.enum(sumRules), isMoney: z.boolean() }),
    ),
    registers: z.array(z.object({ register: z.string(), said })),
    groups: z.array(z.object({ key: z.string(), name: z.string(), members: z.int() })),
    kinds: z.array(z.object({ kind: z.string(), name: z.string() })),
  }),
});

export const previewBound = route({
  method: 'POST',
  path: '/api/report-definitions/bound',
  tag,
  summary: 'Cơ quan phải báo cáo theo chế độ đang thiết kế, tính theo hôm nay.',
  body: z.object({ documentId: z.uuid().nullable(), bound: definitionShape.shape.bound }),
  response: z.object({ agencies: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
});

export const listProposed = route({
  method: 'GET',
  path: '/api/report-periods/proposed',
  tag,
  summary: 'Các kỳ đến lúc mở theo lịch của chế độ báo cáo mà chưa mở.',
  response: z.object({
    periods: z.array(
      z.object({
        definitionId: z.uuid(),
        reportName: z.string(),
        kind: z.enum(periodKinds),
        year: z.int(),
        index: z.int(),
        name: z.string(),
        from: day,
        to: day,
        dueOn: day,
        /** The program opens it tonight by itself. */
        byItself: z.boolean(),
      }),
    ),
  }),
});

export const reportSeason = route({
  method: 'GET',
  path: '/api/report-season',
  tag,
  summary: 'Mùa báo cáo: các kỳ đang thu, gộp theo hạn gửi; từng cơ quan còn thiếu báo cáo nào, thiếu gì.',
  response: z.object({
    today: day,
    deadlines: z.array(
      z.object({
        dueOn: day,
        periods: z.array(
          z.object({
            id: z.uuid(),
            name: z.string(),
            reportName: z.string(),
            counts: listPeriods.response.shape.periods.element.shape.counts,
          }),
        ),
        agencies: z.array(
          z.object({
            agencyId: z.uuid(),
            agencyName: z.string(),
            reports: z.array(
              z.object({
                id: z.uuid(),
                periodId: z.uuid(),
                state: z.enum(reportStates),
                isLate: z.boolean(),
                isAsked: z.boolean(),
                isBegun: z.boolean(),
                /** Required headings and figures still without anything, of a report that was begun. */
                missing: z.array(z.string()),
              }),
            ),
          }),
        ),
      }),
    ),
  }),
});
