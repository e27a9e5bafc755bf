import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { addressOf } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Waiting } from '#app/web/page-states.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { proveSubject } from './ledger.contract.ts';
import { ledgerWords } from './ledger.words.ts';
import type { Proof } from './proof-shape.ts';
import './ledger.css';

/** One record's history on a page that can be printed, and checked by hand. */
export function ProofPage() {
  const { subjectKind, subjectId } = useParams({ strict: false }) as {
    subjectKind: string;
    subjectId: string;
  };
  const t = useWords(ledgerWords);
  const params = { subjectKind, subjectId };
  const { data, error } = useQuery({
    queryKey: ['ledger', subjectKind, subjectId, 'proof'],
    queryFn: () => call(proveSubject, { params }),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <Group justify="space-between" mb="md" className="no-print">
        <Anchor component={Link} to={`/ledger/${subjectKind}/${subjectId}`} fz="sm">
          ← {t.allLines}
        </Anchor>
        <Group gap="xs">
          <Button
            component="a"
            variant="default"
            href={addressOf(proveSubject, { params })}
            download={`chung-minh-${subjectKind}-${subjectId.slice(0, 8)}.json`}
          >
            {t.download}
          </Button>
          <Button onClick={() => window.print()}>{t.print}</Button>
        </Group>
      </Group>
      <Page proof={data} />
    </>
  );
}

function Page({ proof }: { proof: Proof }) {
  const t = useWords(ledgerWords);
  const { language } = useLanguage();
  const { subject } = proof;
  return (
    <article className="paper ledger-proof">
      <Title order={1} fz={22}>
        {t.proofTitle}
      </Title>
      <Text fw={600}>{t.proofOf(subject.kindName[language], subject.title, proof.tenant.name)}</Text>
      <Text c="dimmed" mb="md">
        {t.madeAt(showInstant(proof.madeAt))}
      </Text>
      <table aria-label={t.allLines}>
        <thead>
          <tr>
            <th scope="col">{t.number}</th>
            <th scope="col">{t.when}</th>
            <th scope="col">{t.what}</th>
          </tr>
        </thead>
        <tbody>
          {proof.lines.map((line) => (
            <tr key={line.seq}>
              <th scope="row">{line.seq}</th>
              <td style={{ whiteSpace: 'nowrap' }}>{showInstant(line.at)}</td>
              <td>
                {line.said[language]}
                <div className="ledger-hash">{line.hash}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Sealed proof={proof} />
      <ByHand proof={proof} />
    </article>
  );
}

function Sealed({ proof: { seal, head, lines } }: { proof: Proof }) {
  const t = useWords(ledgerWords);
  const later = lines.length - (head?.seq ?? 0);
  return (
    <section>
      <Title order={2} fz={16} mt="lg">
        {t.sealTitle}
      </Title>
      {seal && head ? (
        <>
          <Text>
            {t.sealed(showDay(seal.day), head.seq)} {later > 0 ? t.later(later) : ''}
          </Text>
          <dl className="ledger-hash">
            {(
              [
                [t.sealHash, seal.hash],
                [t.root, seal.root],
                [t.signature, seal.signature],
              ] as const
            ).map(([name, value]) => (
              <div key={name}>
                <dt style={{ display: 'inline' }}>{name}: </dt>
                <dd style={{ display: 'inline', margin: 0 }}>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <Text>{t.notSealed}</Text>
      )}
    </section>
  );
}

function ByHand({ proof }: { proof: Proof }) {
  const t = useWords(ledgerWords);
  const n = proof.lines.length - 1;
  return (
    <section>
      <Title order={2} fz={16} mt="md">
        {t.byHand}
      </Title>
      <Text fz="sm">{t.byHand1}</Text>
      <Text fz="sm">{t.byHand2}</Text>
      <pre className="ledger-hash">
        {`f=chung-minh.json n=${n}\n(jq -r ".lines[$n].previousHash // empty" $f | xxd -r -p; jq -j ".lines[$n].content" $f) | sha256sum`}
      </pre>
      <Text fz="sm">{t.byHand3}</Text>
    </section>
  );
}
