import {
  addSentence,
  getConsolidation,
  makeConsolidation,
  removeSentence,
} from '#app/consolidation/consolidation.contract.ts';
import {
  getAgencyReport,
  listDefinitions,
  listPeriods,
  makeDefinition,
  openPeriod,
  saveAgencyReport,
  submitAgencyReport,
} from '#app/reports/report.contract.ts';
import type { Person } from '#test/house.ts';
import type { Subjects } from './probe.ts';

type People = { focal: Person; own: Person; other: Person };

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
  return {
    definition,
    definitionContent: definitions[0]!.content,
    period,
    filedPeriod,
    report,
    filedReport,
    ...consolidation,
  };
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
