import { randomUUID } from 'node:crypto';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import { addDays } from '#libraries/calendar/index.ts';
import { getAgencyReport, saveContent } from '../agency-report.store.ts';
import type { ReportFeeds } from '../feeds.ts';
import { openForWriting } from '../open-for-writing.ts';
import { draftNow } from '../present-report.ts';
import { mayWrite } from '../report.policy.ts';
import { asParagraph, asSentence } from '../report.ts';
import { isOpen, standing } from '../standing.ts';
import { tellReport } from '../tell-report.ts';
import * as contract from './link.contract.ts';
import {
  decideAnswer,
  endLink,
  getAnswer,
  getLink,
  insertLink,
  listAnswersOf,
  listLinksOf,
} from './link.store.ts';
import { newToken } from './token.ts';

const longest = 400;

/** Staff of an agency give links to associations and place what comes through them into their report. */
export function linkRoutes(web: Web, house: House, feeds: ReportFeeds): void {
  const today = () => officeDay(house.now());
  mount(web, house, contract.listLinks, async ({ params, viewer, tx }) => {
    const report = await getAgencyReport(tx, params.id);
    requirePolicy(mayWrite, viewer, report);
    const links = await listLinksOf(tx, report.id);
    const answers = await listAnswersOf(tx, report.id);
    return {
      links: links.map(({ reportId: _, revokedAt, openedAt, ...link }) => ({
        ...link,
        isRevoked: revokedAt !== null,
        openedAt: openedAt?.toISOString() ?? null,
      })),
      answers: answers.map(({ reportId: _, sentAt, ...one }) => ({ ...one, sentAt: sentAt.toISOString() })),
    };
  });
  mount(web, house, contract.makeLink, async ({ params, body, viewer, tx }) => {
    const report = await getAgencyReport(tx, params.id, { forUpdate: true });
    requirePolicy(mayWrite, viewer, report);
    if (!isOpen(report)) throw conflict('Báo cáo đã gửi nên không nhận thêm câu trả lời của hội.');
    if (body.expiresOn < today() || body.expiresOn > addDays(today(), longest))
      throw invalid('Hạn của liên kết phải từ hôm nay đến một năm sau: hãy chọn lại.', [
        { path: 'expiresOn', message: 'Chọn từ hôm nay đến một năm sau.' },
      ]);
    const { token, hash } = newToken(viewer.tenantId);
    const at = house.now();
    const { name, expiresOn } = body;
    const by = viewer.personId;
    const id = await insertLink(tx, { reportId: report.id, name, tokenHash: hash, by, at, expiresOn });
    await tellReport(tx, at, viewer, report, 'agency-report.link-made', { link: id, name, until: expiresOn });
    return { id, url: `${house.origin}/three-questions#${token}` };
  });
  mount(web, house, contract.revokeLink, async ({ params, viewer, tx }) => {
    const link = await getLink(tx, params.id);
    const report = await getAgencyReport(tx, link.reportId);
    requirePolicy(mayWrite, viewer, report);
    const at = house.now();
    await endLink(tx, link.id, at);
    await tellReport(tx, at, viewer, report, 'agency-report.link-revoked', {
      link: link.id,
      name: link.name,
    });
    return { ok: true as const };
  });
  mount(web, house, contract.placeAnswer, async ({ params, body, viewer, tx }) => {
    const answer = await getAnswer(tx, params.id);
    const report = await openForWriting(tx, viewer, answer.reportId, body.revision, today());
    if (answer.state !== 'waiting')
      throw conflict('Câu trả lời này đã được xử lý: hãy tải lại trang để xem.');
    const stand = await standing(tx, report, { feeds, today });
    const writable = stand.period.definition.slots.filter((slot) => slot.writes).map(({ key }) => key);
    if (body.places.some(({ slot }) => !writable.includes(slot)))
      throw invalid('Mục đã chọn không còn trong đề cương: hãy chọn lại mục.');
    const draft = draftNow(report, stand);
    const title = `${answer.name}, ${answer.saidBy}`;
    const added = body.places.map(({ slot, text }) =>
      asParagraph({
        id: randomUUID(),
        slot,
        text: asSentence(text),
        sources: [],
        records: [{ register: 'association-answer', id: answer.id, title }],
      }),
    );
    const at = house.now();
    const revision = report.revision + 1;
    const content = { ...draft, paragraphs: [...draft.paragraphs, ...added] };
    await saveContent(tx, report.id, { content, revision, at });
    await decideAnswer(tx, answer.id, { state: 'placed', by: viewer.personId, at, reason: null });
    await tellReport(tx, at, viewer, report, 'agency-report.answer-placed', {
      answer: answer.id,
      name: answer.name,
    });
    return { revision };
  });
  mount(web, house, contract.setAnswerAside, async ({ params, body, viewer, tx }) => {
    const answer = await getAnswer(tx, params.id);
    const report = await getAgencyReport(tx, answer.reportId);
    requirePolicy(mayWrite, viewer, report);
    if (answer.state !== 'waiting')
      throw conflict('Câu trả lời này đã được xử lý: hãy tải lại trang để xem.');
    const at = house.now();
    const { reason } = body;
    await decideAnswer(tx, answer.id, { state: 'set-aside', by: viewer.personId, at, reason });
    await tellReport(tx, at, viewer, report, 'agency-report.answer-set-aside', {
      answer: answer.id,
      name: answer.name,
      reason,
    });
    return { ok: true as const };
  });
}
