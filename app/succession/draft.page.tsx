import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { type Draft, DraftForm, type DraftTarget } from './draft-form.tsx';
import type { Proposal, SuccessionHead } from './succession.contract.ts';
import { successionsQuery } from './succession.queries.ts';
import { successionWords } from './succession.words.ts';

/** What changes, when and on what basis; a proposal of 2025 or an earlier draft fills it in. */
export function SuccessionDraftPage() {
  const t = useWords(successionWords);
  const { id } = useParams({ strict: false }) as { id?: string };
  const { proposal } = useSearch({ strict: false }) as { proposal?: string };
  const list = useQuery(successionsQuery);
  const register = useQuery({ queryKey: ['agencies'], queryFn: () => call(listAgencies, {}) });
  const error = list.error ?? register.error;
  if (error) throw error;
  if (!list.data || !register.data) return <Waiting />;
  const shipped = list.data.proposals.find((one) => one.key === proposal);
  const started = list.data.changes.find((one) => one.id === id);
  return (
    <>
      <Anchor component={Link} to="/agencies/changes" fz="sm">
        ← {t.backToList}
      </Anchor>
      <PageHeader title={id ? t.editTitle : t.draftTitle} lead={t.draftLead} />
      <DraftForm
        key={id ?? proposal}
        id={id}
        start={started ? fromHead(started) : shipped ? fromProposal(shipped) : empty}
        agencies={register.data.agencies}
        kinds={register.data.kinds}
      />
    </>
  );
}

const empty: Draft = {
  kind: 'merge',
  on: '',
  basis: '',
  documentId: null,
  checked: false,
  source: null,
  proposal: null,
  note: null,
  from: [],
  to: [{ key: 'first', id: null, isNew: false, name: '', kind: '', field: '' }],
  newName: '',
};

const targets = (to: { id: string | null; isNew: boolean; name: string; kind: string; field: string }[]) =>
  to.map((one): DraftTarget => ({ ...one, key: one.id ?? one.name }));

const fromHead = (head: SuccessionHead): Draft => ({
  ...head,
  checked: head.mark === 'verified',
  proposal: null,
  note: null,
  from: head.from.map((one) => one.id),
  to: targets(head.to),
  newName: head.newName ?? '',
});

const fromProposal = (proposal: Proposal): Draft => ({
  ...proposal,
  proposal: proposal.key,
  documentId: null,
  checked: false,
  from: proposal.from.map((one) => one.id),
  to: targets(proposal.to),
  newName: '',
});
