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
  target: Pick<Sentence, 'text' | 'sources' | 'isEdited' | 'isEditorial'>;
  merged: Pick<Sentence, 'removedReason' | 'mergedInto'>;
} {
  const sources = union([target, ...others].map((one) => one.sources));
  const told = agencySources(sources);
  const isUntouched = [target, ...others].every((one) => !one.isEdited && !one.isEditorial);
  const own = isUntouched && told.length === sources.length ? attribute(told) : target.text;
  const written = text ?? own;
  return {
    target: {
      text: written,
      sources,
      // What the program writes again by itself on the next gathering is only what it wrote itself.
      isEdited: true,
      isEditorial: target.isEditorial && sources.length === 0,
    },
    merged: { removedReason: mergedReason, mergedInto: target.id },
  };
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
): { left: Pick<Sentence, 'text' | 'sources'>; aside: Pick<Sentence, 'text' | 'sources' | 'slot'> } {
  const sources = sentence.sources.filter(
    (one) => one.kind !== 'agency-report' || keyOfSource(one) !== keyOfSource(source),
  );
  const told = agencySources(sources);
  const isOwn =
    !sentence.isEdited && !sentence.isEditorial && told.length === sources.length && told.length > 0;
  return {
    left: { text: isOwn ? attribute(told) : sentence.text, sources },
    aside: { text: attribute([source]), sources: [source], slot: sentence.slot },
  };
}
