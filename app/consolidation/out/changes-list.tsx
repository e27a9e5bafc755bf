import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { listChanges } from './out.contract.ts';
import { outWords } from './out.words.ts';

/** What a correction changes of the issued report, sentence by sentence. */
export function ChangesList({ id }: { id: string }) {
  const t = useWords(outWords);
  const { data } = useQuery({
    queryKey: ['consolidation', id, 'changes'],
    queryFn: () => call(listChanges, { params: { id } }),
  });
  if (!data?.of) return null;
  return (
    <div>
      <Text fw={600}>{t.changes}</Text>
      <Text fz="sm">
        {t.changesOf(data.of.symbol)}. {t.because(data.reason ?? '')}
      </Text>
      {data.changes.length ? null : <Text fz="sm">{t.noChanges}</Text>}
      <ol style={{ margin: '6px 0 0', paddingLeft: 24 }}>
        {data.changes.map((one) => (
          <li key={`${one.is}${one.place}${one.before}${one.after}`} style={{ marginBottom: 10 }}>
            <Text fz="sm" fw={600}>
              {t.is[one.is]}, {one.place}
            </Text>
            {one.before ? (
              <Text className="document-text">
                {t.before}: <del>{one.before}</del>
              </Text>
            ) : null}
            {one.after ? (
              <Text className="document-text">
                {t.after}: <ins>{one.after}</ins>
              </Text>
            ) : null}
            {one.reason ? <Text fz="sm">{t.because(one.reason)}</Text> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
