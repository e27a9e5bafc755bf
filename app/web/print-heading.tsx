import { useWords } from './language.tsx';
import { usePrinting } from './printing.ts';
import { shellWords } from './shell.words.ts';
import { showDay, showInstant } from './show.ts';
import { useAsOf } from './use-as-of.ts';
import { useViewer } from './viewer.ts';

/** Above a printed page: whose data it is, of which day, and when it was printed. */
export function PrintHeading() {
  const t = useWords(shellWords);
  const { tenantName } = useViewer();
  const { asOf } = useAsOf();
  return usePrinting() ? (
    <p className="print-only print-heading">
      <b>{tenantName}</b> · {t.name} · {t.printedAt(showInstant(new Date().toISOString()))}
      {asOf ? ` · ${t.printedAsOf(showDay(asOf))}` : ''}
    </p>
  ) : null;
}
