import { z } from 'zod';
import { checkShape } from './check.contract.ts';
import { indicatorShape } from './indicator.contract.ts';

const line = z.string().trim().min(1).max(1000);
const said = z.string().trim().max(3000).default('');

/**
 * What a slot is prefilled from: the agency's progress in some duties ('rest' takes what no other slot does), or
 * sentences the program writes of all its duties: how they stand, what was done, what is late and why, what comes
 * next, what it is stuck with.
 */
const takesShape = z.discriminatedUnion('by', [
  z.object({ by: z.literal('task-group'), path: z.string().max(200) }),
  z.object({ by: z.literal('section'), path: z.string().max(200) }),
  z.object({ by: z.literal('rest') }),
  z.object({ by: z.enum(['standing', 'done', 'late', 'causes', 'ahead', 'difficulties']) }),
]);

/** One heading of the outline. `writes` false: a heading over others, nothing is written under it directly. */
export const slotShape = z.object({
  key: z.string().min(1).max(60),
  level: z.union([z.literal(1), z.literal(2)]),
  heading: line,
  writes: z.boolean(),
  takes: takesShape.nullable(),
  /** What the writer is asked, under the heading. */
  question: said,
  /** Words the agency may use at most. */
  maxWords: z.int().min(10).max(20_000).nullable().default(null),
  isRequired: z.boolean().default(false),
  /** Registers whose rows of the window are told here. */
  rows: z.array(z.string().max(60)).max(20).default([]),
});

/** The form of the consolidated report: NĐ 30/2020, Phụ lục I. */
export const letterShape = z.object({
  superior: z.string().trim().max(300),
  issuer: line,
  notation: z.string().trim().min(1).max(60),
  place: z.string().trim().max(200),
  addressees: z.array(line).max(20),
  bases: z.array(line).max(30),
  title: line,
  opening: z.string().trim().max(3000),
  closing: z.string().trim().max(3000),
  signature: z.object({
    authority: z.array(line).max(4),
    position: z.string().trim().max(200),
    name: z.string().trim().max(200),
  }),
  recipients: z.array(line).max(40),
});

/** Kinds of period that the calendar knows, and one's own window. */
export const periodKinds = ['month', 'quarter', 'half-year', 'nine-months', 'year', 'own'] as const;

/** Who has to report, as data: those with duties in the plan, members of groups, kinds, named ones; `without` not. */
export const boundShape = z.object({
  plan: z.boolean(),
  groups: z.array(z.string().max(60)).max(40),
  kinds: z.array(z.string().max(40)).max(40),
  agencies: z.array(z.uuid()).max(500),
  without: z.array(z.uuid()).max(500),
});

/** A day of sending counted from the last month of the period: month 0, day 18 of a year is 18 December. */
const sendByShape = z.object({
  kind: z.enum(periodKinds).exclude(['own']),
  index: z.int().min(1).max(12).nullable(),
  month: z.int().min(0).max(12),
  day: z.int().min(1).max(31),
});

/** Where a regime comes from, and whether somebody has read it there. */
const originShape = z.object({
  /** Of data/report-definitions.json. */
  key: z.string().max(60),
  source: z.string().max(2000),
  isVerified: z.boolean(),
  toVerify: z.string().max(300).default(''),
});

/** The ten fields of a reporting regime (handbook §2.3), its outline, its figures, its checks, and how it is run. */
export const definitionShape = z.object({
  name: line,
  basis: line,
  regime: z.enum(['periodic', 'topical', 'ad-hoc']).default('periodic'),
  /** Nội dung yêu cầu. */
  asks: said,
  bound: boundShape.default({ plan: true, groups: [], kinds: [], agencies: [], without: [] }),
  /** Cơ quan nhận, where it is not the letter's addressee. */
  receiver: said,
  /** Phương thức gửi, nhận. */
  means: said,
  /** Hướng dẫn quy trình. */
  guidance: said,
  frequencies: z.array(z.enum(periodKinds)).min(1),
  windowRule: z.enum(['15-14', 'calendar', 'tt-23-2022']),
  /** Working days after the cut-off within which agencies file. */
  fileWithin: z.int().min(0).max(60),
  /** Fixed sending days, in place of `fileWithin`. */
  sendBy: z.array(sendByShape).max(20).default([]),
  slots: z.array(slotShape).min(1).max(80),
  /** Versions made before there were indicators have none. */
  indicators: z.array(indicatorShape).max(200).default([]),
  checks: z.array(checkShape).max(200).default([]),
  /** The head of the agency approves before it leaves the agency. */
  headApproves: z.boolean().default(false),
  /** Working days after the due day from which nothing is filed without an exception; null: never. */
  locksAfter: z.int().min(0).max(120).nullable().default(null),
  /** Who opens a period: a person; the program proposes it; the program by itself. */
  opens: z.enum(['by-hand', 'propose', 'by-itself']).default('propose'),
  /** Days before the cut-off on which it is proposed or opened. */
  opensBefore: z.int().min(0).max(120).default(14),
  origin: originShape.nullable().default(null),
  letter: letterShape,
});
