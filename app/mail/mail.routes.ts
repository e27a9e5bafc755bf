import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type SignedCall, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, notFound } from '#app/platform/problem.ts';
import { fillIn } from './letter.ts';
import * as contract from './mail.contract.ts';
import { mayKeepOutbox } from './mail.policy.ts';
import { countMail, endMail, findMail, listMail, postponeMail, type StoredMail } from './mail.store.ts';
import { queueMail, sealOf } from './queue-mail.ts';

export function mailRoutes(web: Web, house: House): void {
  mount(web, house, contract.listOutbox, async ({ query, viewer, tx }) => {
    requirePolicy(mayKeepOutbox, viewer, undefined);
    const counts = await countMail(tx);
    const of = (state: StoredMail['state']) => counts.find((one) => one.state === state)?.many ?? 0;
    return {
      hasServer: house.mail !== undefined,
      from: house.mail?.from ?? null,
      counts: { waiting: of('waiting'), sent: of('sent'), failed: of('failed'), handed: of('handed') },
      letters: (await listMail(tx, query.state)).map(present),
    };
  });
  mount(web, house, contract.openLetter, (call) => open(house, call));
  mount(web, house, contract.handLetter, async ({ params, viewer, tx }) => {
    requirePolicy(mayKeepOutbox, viewer, undefined);
    const letter = await getMail(tx, params.id);
    if (letter.state === 'sent' || letter.state === 'handed')
      throw conflict('Thư này đã gửi hoặc đã trao: không cần trao nữa.');
    await endMail(tx, letter.id, { state: 'handed', error: null, now: house.now() });
    await tell(house, tx, letter.id, 'mail.handed', viewer.personId);
    return { ok: true as const };
  });
  mount(web, house, contract.retryLetter, async ({ params, viewer, tx }) => {
    requirePolicy(mayKeepOutbox, viewer, undefined);
    const letter = await getMail(tx, params.id);
    if (!house.mail) throw conflict('Chưa nối máy chủ thư: hãy chép hoặc in thư rồi trao tay.');
    if (letter.state === 'sent' || letter.state === 'handed')
      throw conflict('Thư này đã gửi hoặc đã trao: không gửi lại.');
    if (letter.state === 'failed' && !letter.secret && letter.body.includes('{{secret}}'))
      throw conflict('Liên kết trong thư này đã bị xóa: hãy mời lại để có liên kết mới.');
    await postponeMail(tx, letter.id, house.now(), null);
    await tell(house, tx, letter.id, 'mail.retried', viewer.personId);
    return { ok: true as const };
  });
  mount(web, house, contract.sendTrial, async ({ viewer, tx }) => {
    requirePolicy(mayKeepOutbox, viewer, undefined);
    await queueMail(tx, house, {
      personId: viewer.personId,
      recipient: viewer.email,
      subject: 'Nhịp Cầu: thư thử',
      body: `Kính gửi ${viewer.name},\n\nĐây là thư thử. Nhận được thư này nghĩa là Nhịp Cầu đã gửi thư được.\n\n${viewer.tenantName}\n${house.origin}\n`,
      actorId: viewer.personId,
    });
    return { ok: true as const };
  });
}

async function open(house: House, { params, viewer, tx }: SignedCall<typeof contract.openLetter>) {
  requirePolicy(mayKeepOutbox, viewer, undefined);
  const letter = await getMail(tx, params.id);
  const secret = letter.secret && house.seal.open(letter.secret, sealOf(letter.id));
  if (secret) await tell(house, tx, letter.id, 'mail.opened', viewer.personId);
  return { ...present(letter), body: fillIn(letter.body, secret, '(liên kết kín, đã xóa sau khi gửi)') };
}

async function getMail(tx: Tx, id: string): Promise<StoredMail> {
  const letter = await findMail(tx, id);
  if (!letter) throw notFound('thư này');
  return letter;
}

const tell = (house: House, tx: Tx, id: string, kind: string, actorId: string) =>
  appendEvent(tx, house.now(), { subjectKind: 'mail', subjectId: id, kind, actorId, payload: {} });

const present = (letter: StoredMail) => ({
  id: letter.id,
  recipient: letter.recipient,
  subject: letter.subject,
  state: letter.state,
  attempts: letter.attempts,
  lastError: letter.lastError,
  hasSecret: letter.secret !== null,
  createdAt: letter.createdAt.toISOString(),
  doneAt: letter.doneAt?.toISOString() ?? null,
});
