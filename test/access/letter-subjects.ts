import {
  numberLetter,
  saveLetter,
  sendLetter,
  showLetter,
  startLetter,
} from '#app/correspondence/correspondence.contract.ts';
import type { Person } from '#test/house.ts';
import type { Subjects } from './probe.ts';

/** Letters of the focal officer about a duty of the own agency: a draft, one with a number, one that was sent. */
export async function letterSubjects(focal: Person, { duty }: Subjects): Promise<Subjects> {
  const draft = await draftOf(focal, String(duty));
  const numbered = await numberedOf(focal, String(duty));
  const sent = await numberedOf(focal, String(duty));
  await focal.call(sendLetter, { params: { id: sent }, body: { stampedOn: draft.today } });
  return {
    letter: draft.id,
    letterRevision: draft.revision,
    letterContent: { ...draft.content, title: 'giao việc' },
    letterDay: draft.today,
    numberedLetter: numbered,
    sentLetter: sent,
  };
}

async function draftOf(focal: Person, dutyId: string) {
  const { id } = await focal.call(startLetter, { body: { draftKind: 'assign', dutyId } });
  const { content, revision, today } = await focal.call(showLetter, { params: { id } });
  const signed = { ...content, signature: { ...content.signature, name: 'Nguyễn Thị Lan' } };
  const saved = await focal.call(saveLetter, { params: { id }, body: { revision, content: signed } });
  return { id, revision: saved.revision, content: signed, today };
}

async function numberedOf(focal: Person, dutyId: string): Promise<string> {
  const { id, revision, today } = await draftOf(focal, dutyId);
  await focal.call(numberLetter, { params: { id }, body: { revision, date: today } });
  return id;
}
