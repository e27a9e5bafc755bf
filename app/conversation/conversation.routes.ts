import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import rules from '#data/conversation-rules.json' with { type: 'json' };
import * as contract from './conversation.contract.ts';
import { mayChangeComment } from './conversation.policy.ts';
import * as store from './conversation.store.ts';
import { keepIds, namedIn, showNames } from './mention.ts';
import { subjects, type Talked } from './subjects.ts';
import { tellReaders } from './tell.ts';

const SUGGESTED = 8;
const EDITABLE = rules.editMinutes.value * 60_000;

/** What is said about a piece of work, who is named in it, and who follows it. */
export function conversationRoutes(web: Web, house: House): void {
  const today = () => officeDay(house.now());
  mount(web, house, contract.showConversation, async ({ params, viewer, tx }) => {
    const subject = await openToRead(tx, viewer, params);
    const comments = await store.listComments(tx, params, today());
    const followers = await store.listFollowers(tx, params);
    return {
      comments: await present(tx, comments, viewer, house.now()),
      mayWrite: await mayWrite(tx, viewer, params, subject),
      follows: followers.includes(viewer.personId),
      followers: followers.length,
    };
  });
  mount(web, house, contract.findToMention, async ({ params, query, viewer, tx }) => {
    const { agencyIds, readers } = await openToRead(tx, viewer, params);
    const people = await store.findColleagues(tx, {
      text: query.text,
      agencyIds,
      readers,
      day: today(),
      limit: SUGGESTED,
    });
    return { people };
  });
  mount(web, house, contract.setFollow, async ({ params, body, viewer, tx }) => {
    await openToRead(tx, viewer, params);
    // What one reads along with changes nothing anybody else sees: the ledger has no line of it.
    await store.putFollow(tx, { ...params, ...body, personId: viewer.personId, at: house.now() });
    return { ok: true as const };
  });
  mount(web, house, contract.writeComment, async ({ params, body, viewer, tx }) => {
    const subject = await openToRead(tx, viewer, params);
    if (body.place !== null && !subject.places.includes(body.place)) throw notFound('mục này');
    const isNamed = await store.wasNamed(tx, params, viewer.personId);
    requirePolicy(subjects[params.kind].mayWrite, viewer, { ...subject, isNamed });
    const said = await keepNames(tx, body, subject.readers, today());
    const id = await store.insertComment(tx, {
      ...params,
      place: body.place,
      ...said,
      authorId: viewer.personId,
      at: house.now(),
    });
    await tellLedger({ tx, house, viewer }, 'comment.written', id, {
      ...params,
      changed: { words: [null, said.words] },
    });
    await tellPeople(
      { tx, house, viewer },
      { id, subject, of: params, place: body.place },
      body.words,
      said.mentions,
    );
    return { id };
  });
  commentRoutes(web, house);
}

/** What an author does with their own words, within the time the rule gives. */
function commentRoutes(web: Web, house: House): void {
  mount(web, house, contract.changeComment, async ({ params, body, viewer, tx }) => {
    const comment = await getOwn({ tx, house, viewer }, params.id);
    const subject = await openToRead(tx, viewer, { kind: comment.kind, id: comment.subjectId });
    const said = await keepNames(tx, body, subject.readers, officeDay(house.now()));
    if (said.words === comment.words) return { ok: true as const };
    await store.updateComment(tx, comment.id, { ...said, at: house.now() });
    await tellLedger({ tx, house, viewer }, 'comment.changed', comment.id, {
      changed: { words: [comment.words, said.words] },
    });
    const fresh = said.mentions.filter((one) => !comment.mentions.includes(one));
    await tellNamed(
      { tx, house, viewer },
      {
        id: comment.id,
        subject,
        of: { kind: comment.kind, id: comment.subjectId },
        place: comment.place,
      },
      body.words,
      fresh,
    );
    return { ok: true as const };
  });
  mount(web, house, contract.removeComment, async ({ params, viewer, tx }) => {
    const comment = await getOwn({ tx, house, viewer }, params.id);
    await store.updateComment(tx, comment.id, { removedAt: house.now() });
    await tellLedger({ tx, house, viewer }, 'comment.removed', comment.id, {
      changed: { words: [comment.words, null] },
    });
    return { ok: true as const };
  });
}

type Desk = { tx: Tx; house: House; viewer: Viewer };

/** @throws Problem 404; 403 for who may not read the work */
async function openToRead(tx: Tx, viewer: Viewer, { kind, id }: store.Ref): Promise<Talked> {
  const subject = await subjects[kind].open(tx, id);
  const { mayRead } = subjects[kind];
  if (mayRead) requirePolicy(mayRead, viewer, subject);
  return subject;
}

const mayWrite = async (tx: Tx, viewer: Viewer, ref: store.Ref, subject: Talked): Promise<boolean> =>
  subjects[ref.kind].mayWrite.allows(viewer, {
    ...subject,
    isNamed: await store.wasNamed(tx, ref, viewer.personId),
  });

/** @throws Problem 403, 404, 409 */
async function getOwn({ tx, house, viewer }: Desk, id: string): Promise<store.Comment> {
  const comment = await store.getComment(tx, id, officeDay(house.now()));
  requirePolicy(mayChangeComment, viewer, comment);
  if (house.now().getTime() > comment.writtenAt.getTime() + EDITABLE)
    throw conflict(
      `Đã quá ${rules.editMinutes.value} phút kể từ khi viết nên không sửa hay xóa được: hãy viết một ý kiến mới.`,
    );
  return comment;
}

/** Words with ids for names, and who stands in them; who may not read the work is not named. */
async function keepNames(
  tx: Tx,
  { words, mentions }: { words: string; mentions: string[] },
  readers: Talked['readers'],
  day: string,
) {
  const known = await store.keepReaders(tx, mentions, readers, day);
  const kept = keepIds(words, await store.listNames(tx, known));
  return { words: kept, mentions: namedIn(kept).filter((id) => mentions.includes(id)) };
}

async function present(tx: Tx, comments: store.Comment[], viewer: Viewer, now: Date) {
  const people = await store.listNames(tx, [...new Set(comments.flatMap(({ words }) => namedIn(words)))]);
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  return comments.map((comment) => {
    const until = new Date(comment.writtenAt.getTime() + EDITABLE);
    const isOwn = comment.authorId === viewer.personId && !comment.removedAt && now <= until;
    return {
      id: comment.id,
      place: comment.place,
      authorName: comment.authorName,
      agencyName: comment.agencyName,
      words: comment.removedAt ? '' : showNames(comment.words, names),
      mentions: people.filter(({ personId }) => comment.mentions.includes(personId)),
      writtenAt: comment.writtenAt.toISOString(),
      changedAt: comment.changedAt?.toISOString() ?? null,
      isRemoved: comment.removedAt !== null,
      changeableUntil: isOwn ? until.toISOString() : null,
    };
  });
}

type Said = { id: string; subject: Talked; of: store.Ref; place: string | null };

/** 'Báo cáo …, mục II.1: “lời”'. */
const titleOf = ({ subject, place }: Said, words: string): string =>
  `${subject.label}${place ? `, mục ${place}` : ''}: “${words}”`;

/** 'commented:<comment>', and ':<place>' where it is about one. */
const stepOf = (step: 'commented' | 'mentioned', { id, place }: Said): string =>
  [step, id, ...(place ? [place] : [])].join(':');

/** Those who are named, and of the others those who follow. */
async function tellPeople(desk: Desk, said: Said, words: string, named: string[]): Promise<void> {
  const { tx, house, viewer } = desk;
  await tellNamed(desk, said, words, named);
  const all = await store.listFollowers(tx, said.of);
  const followers = await store.keepReaders(tx, all, said.subject.readers, officeDay(house.now()));
  await tellReaders(tx, house.now(), [
    {
      readers: followers.filter((one) => one !== viewer.personId && !named.includes(one)),
      of: said.of,
      step: stepOf('commented', said),
      title: titleOf(said, words),
      sentBy: viewer.personId,
      channel: 'app',
    },
  ]);
}

async function tellNamed(
  { tx, house, viewer }: Desk,
  said: Said,
  words: string,
  named: string[],
): Promise<void> {
  await tellReaders(tx, house.now(), [
    {
      readers: named.filter((one) => one !== viewer.personId),
      of: said.of,
      step: stepOf('mentioned', said),
      title: titleOf(said, words),
      sentBy: viewer.personId,
      channel: 'push',
    },
  ]);
}

const tellLedger = (
  { tx, house, viewer }: Desk,
  kind: string,
  id: string,
  payload: Record<string, unknown>,
) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'comment',
    subjectId: id,
    kind,
    actorId: viewer.personId,
    payload,
  });
