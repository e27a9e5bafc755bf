import { type Mark, rebaseMarks } from '#app/reports/index.ts';
import { attribute } from '../attribute.ts';
import { type AgencySource, agencySources, keyOfSource, type Sentence, type Source } from '../sentence.ts';

/** Reason under which a sentence that went into another stays. */
export const mergedReason = 'Đã gộp vào một câu khác';

/**
 * Several sentences as one: it stands on all their sources, and the others stay as merged into it, so that their
 * words can be taken back. `text`: its words; by default those the program would write for the sources while nobody
 * has written in any of them, else the words it has.
 */
export function mergeInto(
  target: Sentence,
  others: readonly Sentence[],
  text?: string,
): {
  target: Pick<Sentence, 'text' | 'marks' | 'sources' | 'isEdited' | 'isEditorial'>;
  merged: Pick<Sentence, 'removedReason' | 'mergedInto'>;
} {
  const sources = union([target, ...others].map((one) => one.sources));
  const told = agencySources(sources);
  const isUntouched = [target, ...others].every((one) => !one.isEdited && !one.isEditorial);
  const own = isUntouched && told.length === sources.length ? attribute(told) : target;
  const written = text === undefined ? own : { text, marks: marksOf(text, [target, ...others]) };
  return {
    target: {
      text: written.text,
      marks: written.marks,
      sources,
      // What the program writes again by itself on the next gathering is only what it wrote itself.
      isEdited: true,
      isEditorial: target.isEditorial && sources.length === 0,
    },
    merged: { removedReason: mergedReason, mergedInto: target.id },
  };
}

/** What was bold or italic in the sentences whose words stand whole in the text; of the first also where they do not. */
function marksOf(text: string, sentences: readonly Sentence[]): Mark[] {
  return sentences.flatMap((one, index) => {
    const at = text.indexOf(one.text);
    if (at >= 0) return one.marks.map((mark) => ({ ...mark, begin: mark.begin + at, end: mark.end + at }));
    return index === 0 ? rebaseMarks(one.marks, one.text, text) : [];
  });
}

function union(lists: readonly (readonly Source[])[]): Source[] {
  const known = new Map<string, Source>();
  for (const source of lists.flat()) {
    const key = source.kind === 'agency-report' ? keyOfSource(source) : `${source.kind}:${source.about}`;
    if (!known.has(key)) known.set(key, source);
  }
  return [...known.values()];
}

/** One source of a sentence set aside alone: the sentence goes on without it, its words stay in one of their own. */
export function setAside(
  sentence: Sentence,
  source: AgencySource,
): {
  left: Pick<Sentence, 'text' | 'marks' | 'sources'>;
  aside: Pick<Sentence, 'text' | 'marks' | 'sources' | 'slot'>;
} {
  const sources = sentence.sources.filter(
    (one) => one.kind !== 'agency-report' || keyOfSource(one) !== keyOfSource(source),
  );
  const told = agencySources(sources);
  const isOwn =
    !sentence.isEdited && !sentence.isEditorial && told.length === sources.length && told.length > 0;
  return {
    left: { ...(isOwn ? attribute(told) : { text: sentence.text, marks: sentence.marks }), sources },
    aside: { ...attribute([source]), sources: [source], slot: sentence.slot },
  };
}
