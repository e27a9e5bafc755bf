import {
  addSentence,
  getConsolidation,
  makeConsolidation,
  removeSentence,
} from '#app/consolidation/consolidation.contract.ts';
import { addressOf } from '#app/platform/contract.ts';
import {
  askApproval,
  attachFiles,
  getAgencyReport,
  saveAgencyReport,
  submitAgencyReport,
} from '#app/reports/agency-report.contract.ts';
import { changeDefinition, listDefinitions, makeDefinition } from '#app/reports/definition.contract.ts';
import { answerThreeQuestions, listLinks, makeLink } from '#app/reports/links/link.contract.ts';
import { listPeriods, lockPeriod, openPeriod } from '#app/reports/period.contract.ts';
import type { Person, TestHouse } from '#test/house.ts';
import type { Subjects } from './probe.ts';

type People = { focal: Person; own: Person; other: Person; t: TestHouse };

/** A period in which the own agency has filed and which is consolidated, and one in which it still writes. */
export async function reportSubjects(people: People, { document }: Subjects): Promise<Subjects> {
  const { focal, own, other } = people;
  const documentId = String(document);
  const { id: definition } = await focal.call(makeDefinition, { body: { documentId } });
  const { definitions } = await focal.call(listDefinitions, {});
  const open = (index: number) =>
    focal.call(openPeriod, { body: { definitionId: definition, kind: 'half-year', year: 2026, index } });
  const { id: filedPeriod } = await open(1);
  const filedReport = await file(own, filedPeriod);
  const consolidation = await consolidationSubjects(focal, filedPeriod);
  const { id: period } = await open(2);
  await file(other, period);
  const report = await mine(own, period);
  const attachedFile = await attach(people, report);
  const approval = await approvalSubjects(people, definition);
  return {
    ...approval,
    ...(await linkSubjects(people, report)),
    attachedFile,
    definition,
    definitionContent: definitions.find(({ id }) => id === definition)!.content,
    period,
    filedPeriod,
    report,
    filedReport,
    ...consolidation,
  };
}

/** A report that waits for the head, one that may be put before the head, and one whose period is locked. */
async function approvalSubjects({ focal, own }: People, definition: string): Promise<Subjects> {
  const { definitions } = await focal.call(listDefinitions, {});
  const { version, content } = definitions.find(({ id }) => id === definition)!;
  const set = (from: number, headApproves: boolean) =>
    focal.call(changeDefinition, {
      params: { id: definition },
      body: { version: from, content: { ...content, headApproves } },
    });
  const window = { kind: 'own', year: 2026, index: 1, from: '2026-01-01', to: '2026-02-01' } as const;
  const open = (name: string, dueOn: string) =>
    focal.call(openPeriod, { body: { definitionId: definition, ...window, name, dueOn } });
  const past = await open('Kỳ đã khóa', '2026-02-10');
  await focal.call(lockPeriod, {
    params: { id: past.id },
    body: { locksOn: '2026-02-12', reason: 'Đã tổng hợp' },
  });
  await set(version, true);
  const asked = await mine(own, (await open('Kỳ chờ duyệt', '2099-02-10')).id);
  await own.call(askApproval, { params: { id: asked }, body: { revision: 0 } });
  const toAsk = await mine(own, (await open('Kỳ cần duyệt', '2099-02-10')).id);
  await set(version + 1, false);
  return {
    definitionVersion: version + 2,
    askedReport: asked,
    reportToAsk: toAsk,
    lockedReport: await mine(own, past.id),
  };
}

/** A link given to an association, and what came through it. */
async function linkSubjects({ own, t }: People, reportId: string): Promise<Subjects> {
  const params = { id: reportId };
  const tomorrow = new Date(t.house.now().getTime() + 86_400_000).toISOString().slice(0, 10);
  const body = { name: 'Hội Hữu nghị Việt - Pháp', expiresOn: tomorrow };
  const { id, url } = await own.call(makeLink, { params, body });
  const token = url.split('#')[1]!;
  await t.web.inject({
    method: 'POST',
    url: answerThreeQuestions.path,
    payload: { token, answers: ['Đã tổ chức giao lưu', '', ''], saidBy: 'Bà Tư' },
  });
  const { answers } = await own.call(listLinks, { params });
  return { link: id, linkToken: token, linkAnswer: answers[0]!.id, tomorrow };
}

async function attach({ own, t }: People, reportId: string): Promise<string> {
  const answer = await t.web.inject({
    method: 'POST',
    url: addressOf(attachFiles, { params: { id: reportId } }),
    headers: { cookie: own.cookie, 'content-type': 'multipart/form-data; boundary=x' },
    payload:
      '--x\r\nContent-Disposition: form-data; name="file"; filename="bieu.txt"\r\n\r\nbiểu số liệu\r\n--x--\r\n',
  });
  return answer.json().files[0].fileId;
}

async function mine(person: Person, periodId: string): Promise<string> {
  const { periods } = await person.call(listPeriods, {});
  return periods.find((period) => period.id === periodId)!.mine[0]!.id;
}

async function file(person: Person, periodId: string): Promise<string> {
  const id = await mine(person, periodId);
  const params = { id };
  const { revision, paragraphs, seen, slots } = await person.call(getAgencyReport, { params });
  const slot = slots.find((one) => one.writes)!.key;
  const own = { id: crypto.randomUUID(), slot, text: 'Đề nghị bố trí kinh phí.', sources: [] };
  const body = { revision, paragraphs: [...paragraphs, own], seen };
  const saved = await person.call(saveAgencyReport, { params, body });
  await person.call(submitAgencyReport, { params, body: { revision: saved.revision } });
  return id;
}

async function consolidationSubjects(focal: Person, periodId: string): Promise<Subjects> {
  const { id } = await focal.call(makeConsolidation, { body: { periodId } });
  const params = { id };
  const { slots } = await focal.call(getConsolidation, { params });
  const slot = slots.find((one) => one.writes)!.key;
  const add = (text: string) => focal.call(addSentence, { params, body: { slot, text, after: null } });
  const removed = await add('Câu để ra ngoài.');
  await focal.call(removeSentence, {
    params: { id, sentenceId: removed.id },
    body: { reason: 'Trùng với câu khác' },
  });
  const sentence = await add('Câu của người biên tập.');
  const { letter, revision } = await focal.call(getConsolidation, { params });
  return {
    consolidation: id,
    consolidationRevision: revision,
    consolidationLetter: letter,
    slot,
    sentence: sentence.id,
    sentenceRevision: sentence.revision,
    removedSentence: removed.id,
  };
}
