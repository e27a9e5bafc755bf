import type { z } from 'zod';
import data from '#data/report-definitions.json' with { type: 'json' };
import { definitionShape } from './definition-shape.contract.ts';
import type { DefinitionContent, Letter } from './report.ts';

/** A regime that ships with the program; nothing of it holds before somebody takes it over. */
export type Shipped = {
  key: string;
  name: string;
  source: string;
  isVerified: boolean;
  /** What of it nobody has read in its source yet, where the rest was. */
  toVerify: string;
  /** null: made from a published plan (`definitionOfPlan`). */
  content: (Omit<z.input<typeof definitionShape>, 'letter' | 'origin'> & { name: string }) | null;
};

export const shippedDefinitions: Shipped[] = data.definitions.map((one) => ({
  key: one.key,
  name: 'content' in one ? one.content!.name : one.name!,
  source: one.source,
  isVerified: one.isVerified,
  toVerify: 'toVerify' in one ? one.toVerify! : '',
  content: ('content' in one ? one.content : null) as Shipped['content'],
}));

/** The content of a shipped regime as a province takes it over, with the form of its own letters. */
export function takeOver(shipped: Shipped, letter: Letter): DefinitionContent {
  const { key, source, isVerified, toVerify } = shipped;
  return definitionShape.parse({ ...shipped.content, letter, origin: { key, source, isVerified, toVerify } });
}

/** The letter of a report that no plan asks for, from its maker to whom it goes. */
export function letterOf(
  content: { name: string; basis: string; receiver?: string | undefined },
  from: { name: string; notation: string; place: string; superior: string },
): Letter {
  const about = content.name.replace(/^Báo cáo\s+/i, '').replace(/\s*\(Mẫu[^)]*\)$/, '');
  return {
    superior: from.superior,
    issuer: from.name,
    notation: from.notation,
    place: from.place,
    addressees: content.receiver ? content.receiver.split(/;\s*/) : [from.superior],
    bases: [],
    title: about.charAt(0).toLocaleUpperCase('vi') + about.slice(1),
    opening: `Thực hiện ${content.basis}, ${from.name} báo cáo ${about.charAt(0).toLocaleLowerCase('vi')}${about.slice(1)} như sau:`,
    closing: `Trên đây là báo cáo của ${from.name}./.`.replace('./.', '.'),
    signature: { authority: [], position: 'Chủ tịch', name: '' },
    recipients: ['Lưu: VT'],
  };
}
