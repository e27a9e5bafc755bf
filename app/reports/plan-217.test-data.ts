import { readFileSync } from 'node:fs';
import { insertDuty } from '#app/duties/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';

const printed = readFileSync(new URL('../../data/example/plan-217.md', import.meta.url), 'utf8');

type Point = { path: string; text: string; span: [number, number] };

/** The plan's text without Markdown, its task groups and the points of its part III, found by their numbers. */
export function readPlan217() {
  const text = printed.replace(/[*#]+/g, '').normalize('NFC');
  const two = text.indexOf('II. NHIỆM VỤ CỤ THỂ');
  const three = text.indexOf('III. TỔ CHỨC THỰC HIỆN');
  const taskGroups = numbered(text, two, three).map(({ number, span }) => ({ path: `II.${number}`, span }));
  const points = numbered(text, three, text.indexOf('Trên đây là Kế hoạch')).flatMap(({ number, span }) =>
    pointsOf(text, `III.${number}`, span),
  );
  return { text, taskGroups, points };
}

function numbered(text: string, begin: number, end: number): { number: string; span: [number, number] }[] {
  const starts = [...text.slice(begin, end).matchAll(/^\s*(\d{1,2})\.\s/gm)];
  return starts.map((match, index) => ({
    number: match[1]!,
    span: [begin + match.index, begin + (starts[index + 1]?.index ?? end - begin)],
  }));
}

function pointsOf(text: string, path: string, [begin, end]: [number, number]): Point[] {
  const part = text.slice(begin, end);
  const starts = [...part.matchAll(/^([a-zđ])\)\s/gm)];
  if (!starts.length)
    return [{ path, text: part.trim().split('\n').slice(1).join(' ').trim(), span: [begin, end] }];
  return starts.map((match, index) => {
    const stop = starts[index + 1]?.index ?? part.length;
    const words = part.slice(match.index + 3, stop).trim();
    return { path: `${path}.${match[1]}`, text: words, span: [begin + match.index, begin + stop] };
  });
}

/** Who holds the points of each group in the example, and which task group they serve. */
const holders: Record<string, string[]> = {
  'III.1': ['Liên hiệp các tổ chức hữu nghị thành phố'],
  'III.2': ['Sở Ngoại vụ'],
  'III.3': ['Sở Nội vụ'],
  'III.7': ['Sở Văn hóa, Thể thao và Du lịch'],
  'III.10': ['Ủy ban Mặt trận Tổ quốc Việt Nam thành phố'],
  'III.11': ['Sở Ngoại vụ', 'Sở Nội vụ', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở Tư pháp'],
};
const serves: Record<string, string> = {
  'III.2.a': 'II.4',
  'III.3': 'II.6',
  'III.7.a': 'II.5',
  'III.7.c': 'II.3',
  'III.7.d': 'II.4',
  'III.11.a': 'II.1',
};

/** Publishes Plan 217 into a province with the example's agencies, without passing through import. Returns its id. */
export function publishPlan217(house: House, tenantId: string, { withGroups = true } = {}): Promise<string> {
  const { text, taskGroups, points } = readPlan217();
  return inTenant(house.db, tenantId, async (tx) => {
    // People hold their roles since the plan: a test may hold the clock on any day after.
    await tx.updateTable('membership').set({ valid_from: '2022-10-21' }).execute();
    const person = await tx.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow();
    const reading = {
      document: {},
      outline: [
        { path: 'II', label: 'II.', span: [text.indexOf('II. NHIỆM VỤ'), text.indexOf('II. NHIỆM VỤ') + 19] },
        { path: 'III', label: 'III.', span: [text.indexOf('III. TỔ'), text.indexOf('III. TỔ') + 22] },
      ],
      taskGroups: withGroups ? taskGroups : [],
      duties: [],
    };
    const { id } = await tx
      .insertInto('document')
      .values({
        symbol: '217/KH-UBND',
        kind: 'Kế hoạch',
        title:
          'Triển khai thực hiện Chỉ thị số 12-CT/TW ngày 05/01/2022 của Ban Bí thư về tăng cường sự lãnh đạo của Đảng, nâng cao hiệu quả đối ngoại nhân dân trong tình hình mới',
        issuer: 'Ủy ban nhân dân thành phố Cần Thơ',
        place: 'Cần Thơ',
        issued_on: '2022-10-21',
        text,
        reading: JSON.stringify(reading),
        state: 'published',
        file_id: null,
        created_by: person.id,
        created_at: house.now(),
        published_at: house.now(),
        duty_count: points.length,
        confirmed_count: points.length,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await giveDuties(tx, house, id, points, withGroups);
    return id;
  });
}

async function giveDuties(tx: Tx, house: House, documentId: string, points: Point[], withGroups: boolean) {
  const agencies = await tx.selectFrom('agency').select(['id', 'name']).execute();
  const idOf = new Map(agencies.map((agency) => [agency.name, agency.id]));
  for (const [index, point] of points.entries()) {
    const names = holders[point.path.split('.').slice(0, 2).join('.')] ?? ['Sở Tài chính'];
    await insertDuty(
      tx,
      {
        documentId,
        position: index + 1,
        path: point.path,
        text: point.text,
        span: point.span,
        isRequest: point.path.startsWith('III.10'),
        deadlineWords: null,
        deadlineKind: null,
        dueOn: null,
        dueSource: null,
        reportTo: point.path === 'III.11.b' ? 'Liên hiệp các Tổ chức hữu nghị thành phố' : null,
        product: null,
        taskGroups: withGroups && serves[point.path] ? [serves[point.path]!] : [],
        unnamedHolders: [],
        unnamedCoordinators: [],
      },
      names.map((name) => ({
        agencyId: idOf.get(name)!,
        printedName: name,
        role: 'holder' as const,
        leads: names.length === 1,
      })),
      house.now(),
    );
  }
}

/** An agency writes down what it did about a duty on a day. Returns the entry's id. */
export function logProgress(
  house: House,
  tenantId: string,
  entry: { email: string; path: string; note: string; doneOn: string },
): Promise<string> {
  return inTenant(house.db, tenantId, async (tx) => {
    const found = await tx
      .selectFrom('assignment')
      .innerJoin('duty', 'duty.id', 'assignment.duty_id')
      .innerJoin('membership', 'membership.agency_id', 'assignment.agency_id')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .select(['assignment.id', 'person.id as author'])
      .where('person.email', '=', entry.email)
      .where('duty.path', '=', entry.path)
      .executeTakeFirstOrThrow();
    const { id } = await tx
      .insertInto('progress_entry')
      .values({
        assignment_id: found.id,
        note: entry.note,
        done_on: entry.doneOn,
        author_id: found.author,
        created_at: house.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}
