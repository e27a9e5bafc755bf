import type { Person, TestHouse } from '#test/house.ts';
import { askerOf } from './ask.ts';
import type { Subjects } from './probe.ts';

/** What an agency does while it works: asks for more time, raises a difficulty, shares the work among its people. */
export async function workSubjects(t: TestHouse, own: Person, subjects: Subjects): Promise<Subjects> {
  const ask = askerOf(t, own);
  const extension = await ask('POST', `/api/assignments/${subjects.laterPart}/extensions`, {
    wantedOn: '2099-06-01',
    reason: 'Chờ ý kiến bộ, ngành',
  });
  const { causes } = await ask('GET', `/api/duties/${subjects.duty}/difficulties`);
  const difficulty = await ask('POST', `/api/assignments/${subjects.laterPart}/difficulties`, {
    cause: causes[0].cause,
    words: 'Chưa có kinh phí dịch thuật',
  });
  const task = await ask('POST', `/api/assignments/${subjects.laterPart}/tasks`, {
    text: 'Liên hệ đại sứ quán',
    personId: subjects.person,
    dueOn: null,
  });
  const savedView = await ask('POST', '/api/saved-views', {
    name: 'Quá hạn',
    search: { due: 'late' },
    sharedWith: 'nobody',
    agencyId: null,
  });
  const milestone = await ask('POST', `/api/assignments/${subjects.laterPart}/milestones`, {
    name: 'Trình ký',
    dueOn: '2026-11-25',
  });
  const comment = await ask('POST', `/api/conversations/duty/${subjects.duty}/comments`, {
    words: 'Xin thống nhất cách làm',
  });
  return {
    comment: comment.id,
    milestone: milestone.id,
    savedView: savedView.id,
    task: task.id,
    extension: extension.id,
    cause: causes[0].cause,
    difficulty: difficulty.id,
  };
}
