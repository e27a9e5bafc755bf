import type { FastifyRequest } from 'fastify';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mountOpen, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { conflict, invalid, notFound, Problem } from '#app/platform/problem.ts';
import { getAgencyReport } from '../agency-report.store.ts';
import { getPeriod } from '../period.store.ts';
import { isLocked } from '../present-report.ts';
import { isOpen } from '../standing.ts';
import { answerThreeQuestions, openThreeQuestions } from './link.contract.ts';
import { countSent, countTry, findLinkBySecret, insertAnswer, noteOpened } from './link.store.ts';
import { readToken } from './token.ts';

/** Tries from one address in a quarter of an hour, and answers through one link in a day. */
const most = { tries: 60, answers: 5 };
const quarter = 15 * 60_000;
const day = 24 * 3_600_000;

/** The three questions, open to whoever holds the link: no account, no cookie. */
export function threeQuestionRoutes(web: Web, house: House): void {
  mountOpen(web, house, openThreeQuestions, ({ body, request }) =>
    behindLink(house, body.token, request, async (tx, link) => {
      await noteOpened(tx, link.id, house.now());
      const report = await getAgencyReport(tx, link.reportId);
      const period = await getPeriod(tx, report.periodId);
      const sent = await countSent(tx, link.id, new Date(house.now().getTime() - day));
      return {
        name: link.name,
        agencyName: report.agencyName,
        periodName: period.name,
        reportName: period.definition.name,
        from: period.from,
        to: period.to,
        dueOn: period.dueOn,
        expiresOn: link.expiresOn,
        sent: sent.all,
        lastSentAt: sent.lastAt?.toISOString() ?? null,
        mayAnswer: isOpen(report) && !isLocked(report, period, officeDay(house.now())),
      };
    }),
  );
  mountOpen(web, house, answerThreeQuestions, ({ body, request }) =>
    behindLink(house, body.token, request, async (tx, link) => {
      if (!body.answers.some(Boolean))
        throw invalid('Chưa trả lời câu nào: hãy trả lời ít nhất một câu rồi gửi.');
      const report = await getAgencyReport(tx, link.reportId, { forUpdate: true });
      const period = await getPeriod(tx, report.periodId);
      if (!isOpen(report) || isLocked(report, period, officeDay(house.now())))
        throw conflict('Báo cáo của kỳ này đã gửi: hãy gọi cho cán bộ của cơ quan để bổ sung.');
      const at = house.now();
      if ((await countSent(tx, link.id, new Date(at.getTime() - day))).since >= most.answers)
        throw tooMany('Hôm nay đã gửi nhiều lần qua liên kết này: hãy chờ đến ngày mai rồi gửi tiếp.');
      await insertAnswer(tx, { linkId: link.id, answers: body.answers, saidBy: body.saidBy, at });
      return { sentAt: at.toISOString() };
    }),
  );
}

const tooMany = (title: string) => new Problem(429, 'too-many-attempts', title);
const gone = () => notFound('mẫu báo cáo này, hoặc liên kết đã hết hạn');

type Link = NonNullable<Awaited<ReturnType<typeof findLinkBySecret>>>;

/** Counts the try, then opens the link if it holds. What is wrong with it is not told. @throws Problem 404, 429 */
async function behindLink<T>(
  house: House,
  token: string,
  request: FastifyRequest,
  work: (tx: Tx, link: Link) => Promise<T>,
): Promise<T> {
  const read = readToken(token);
  const known = read && (await isTenant(house, read.tenantId));
  if (!read || !known) throw gone();
  const at = house.now();
  // In a transaction of its own: a try that is refused stays counted.
  const tries = await inTenant(house.db, read.tenantId, (tx) =>
    countTry(tx, request.ip, at, new Date(at.getTime() - quarter)),
  );
  if (tries > most.tries) throw tooMany('Mở liên kết quá nhiều lần: hãy chờ 15 phút rồi thử lại.');
  return inTenant(house.db, read.tenantId, async (tx) => {
    const link = await findLinkBySecret(tx, read.hash);
    if (!link || link.revokedAt || link.expiresOn < officeDay(at)) throw gone();
    return work(tx, link);
  });
}

const isTenant = async (house: House, id: string): Promise<boolean> =>
  (await house.db.selectFrom('tenant').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
