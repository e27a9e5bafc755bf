import type { Citation, DocumentMetadata, Duty } from '../reading.ts';
import { citationId, organizationId, slug, workUri } from './names.ts';
import { type Attributes, element } from './xml.ts';

export interface Described {
  document: DocumentMetadata;
  citations: readonly Citation[];
  duties: readonly Pick<Duty, 'holders' | 'coordinators'>[];
  /** ISO date on which this XML was made. */
  madeOn: string | null;
}

const source = { source: '#nhipcau' };
/** The standard demands a date; a document whose date is blank says so by this one and its name. */
const unknownDate: Attributes = { date: '0001-01-01', name: 'khongRo' };

/** AKN 3.0 (Part 2, section 3), `meta`: identification on three levels of FRBR, then references, of the main document only. `component`: “main”, “annex_1” … */
export function meta(described: Described, component: string): string {
  return element(
    'meta',
    {},
    element('identification', source, identification(described, component)) +
      (component === 'main' ? element('references', source, references(described)) : ''),
  );
}

/** Type `coreProperties`: this, uri, date, author in this order; then what each level adds. */
function identification({ document, madeOn }: Described, component: string): string {
  const work = workUri(document);
  const expression = `${work}/vie@${document.date ?? ''}`;
  const author = `#${organizationId(document.issuer ?? '')}`;
  const date = document.date === null ? unknownDate : { date: document.date, name: 'banHanh' };
  const level = (name: string, uri: string, made: Attributes, by: string, more: string, form = ''): string =>
    element(
      name,
      {},
      element('FRBRthis', { value: `${uri}/!${component}${form}` }) +
        element('FRBRuri', { value: uri + form }) +
        element('FRBRdate', made) +
        element('FRBRauthor', { href: by }) +
        more,
    );
  return (
    level('FRBRWork', work, date, author, workProperties(document)) +
    level('FRBRExpression', expression, date, author, element('FRBRlanguage', { language: 'vie' })) +
    level(
      'FRBRManifestation',
      expression,
      madeOn === null ? date : { date: madeOn, name: 'xuat' },
      '#nhipcau',
      element('FRBRformat', { value: 'application/akn+xml' }),
      '.xml',
    )
  );
}

/** Group `workProperties`: country, subtype, number, name in this order. */
const workProperties = ({ kind, symbol, title }: DocumentMetadata): string =>
  element('FRBRcountry', { value: 'vn' }) +
  (kind === null ? '' : element('FRBRsubtype', { value: slug(kind) })) +
  (symbol === null ? '' : element('FRBRnumber', { value: symbol })) +
  (title === null ? '' : element('FRBRname', { value: title }));

function references({ document, citations, duties }: Described): string {
  const names = new Map<string, string>();
  for (const name of [
    document.issuer ?? '',
    ...duties.flatMap((duty) => [...duty.holders, ...duty.coordinators]),
  ])
    if (!names.has(organizationId(name))) names.set(organizationId(name), name || 'Chưa rõ cơ quan');
  return (
    organization('nhipcau', 'Nhịp Cầu') +
    [...names].map(([id, name]) => organization(id, name)).join('') +
    unique(citations)
      .map((citation) =>
        element('TLCReference', {
          eId: citationId(citation),
          name: citation.basis ? 'canCu' : 'vienDan',
          href: workUri(citation),
          showAs: [citation.kind, citation.symbol].filter(Boolean).join(' '),
        }),
      )
      .join('')
  );
}

const unique = (citations: readonly Citation[]): Citation[] => [
  ...new Map(citations.map((citation) => [citationId(citation), citation])).values(),
];

const organization = (eId: string, showAs: string): string =>
  element('TLCOrganization', { eId, href: `/akn/ontology/organization/vn/${slug(showAs) || '-'}`, showAs });
