import type { MetadataField, OutlineNode, Reading } from '../reading.ts';
import { type Component, toComponents } from './components.ts';
import { hierarchy, type Writer } from './hierarchy.ts';
import { type Described, meta } from './meta.ts';
import { camel, citationId, openIdentifiers, workUri } from './names.ts';
import { inline, type Mark, wordsOf } from './words.ts';
import { element } from './xml.ts';

export type AkomaNtosoReading = Pick<Reading, 'document' | 'tree' | 'citations'> & Pick<Described, 'duties'>;

const namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/**
 * A reading as Akoma Ntoso 3.0 (OASIS LegalDocML 1.0, Part 2): one `<doc>`, what is attached under `<attachments>`.
 * Every word of the text stands in it once, in order, without marks of Markdown, page numbers and drawn rules.
 * Pure: `madeOn` (ISO date) is the day of the manifestation, the document's own date where it is not given.
 */
export function akomaNtosoOf(
  reading: AkomaNtosoReading,
  text: string,
  { madeOn = null }: { madeOn?: string | null } = {},
): string {
  const writer: Writer = { words: wordsOf(text), refs: refsOf(reading), identify: openIdentifiers() };
  const described: Described = { ...reading, madeOn };
  const [main, ...attached] = toComponents(reading.tree);
  const attachments = attached.map((component, index) => {
    const id = writer.identify('', 'att');
    const doc = docOf(component, described, {
      writer,
      root: id,
      name: 'phuLuc',
      component: `annex_${index + 1}`,
    });
    return element('attachment', { eId: id }, element('doc', doc.attributes, doc.content));
  });
  const doc = docOf(main!, described, {
    writer,
    root: '',
    name: camel(reading.document.kind ?? '') || 'vanBan',
    component: 'main',
  });
  const content =
    doc.content + (attachments.length > 0 ? element('attachments', {}, attachments.join('')) : '');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('akomaNtoso', { xmlns: namespace }, element('doc', doc.attributes, content))}\n`;
}

interface Place {
  writer: Writer;
  /** eId that all others of this document begin with; empty for the main one. */
  root: string;
  name: string;
  component: string;
}

/** Type `openStructure`: meta, coverPage?, preface?, preamble?, mainBody, conclusions?, attachments? in this order. */
function docOf(component: Component, described: Described, place: Place) {
  const { writer, root } = place;
  const header = place.component === 'main' ? headerMarks(described) : [];
  const signers = place.component === 'main' ? signatureMarks(described) : [];
  const filled = (name: string, xml: string): string => (xml === '' ? '' : element(name, {}, xml));
  const body = hierarchy(component.body, root, writer);
  return {
    attributes: { name: place.name },
    content:
      meta(described, place.component) +
      filled('coverPage', lines(component.cover, [writer.refs], writer)) +
      filled('preface', lines(component.head, [header, writer.refs], writer)) +
      filled('preamble', preamble(component.preamble, root, writer)) +
      element('mainBody', {}, body || element('p', {})) +
      filled('conclusions', lines(component.foot, [signers, writer.refs], writer)),
  };
}

/** Each printed line a `p`. */
const lines = (nodes: readonly OutlineNode[], marks: readonly (readonly Mark[])[], writer: Writer): string =>
  nodes
    .flatMap((node) => writer.words.lines(node.span))
    .map((line) => element('p', {}, inline(line, marks)))
    .join('');

const basis = /^(?:Căn cứ|Thực hiện|Xét|Theo |Thi hành)/;

/** Paragraphs that state a basis are `citations`; all others stand as they are. */
function preamble(nodes: readonly OutlineNode[], root: string, writer: Writer): string {
  let xml = '';
  let cited = '';
  let citationsId = '';
  const close = (): void => {
    if (cited !== '') xml += element('citations', { eId: citationsId }, cited);
    cited = '';
  };
  for (const node of nodes) {
    const words = writer.words.paragraph(node.span);
    const paragraph = element('p', {}, inline(words, [writer.refs]));
    if (basis.test(words.text.normalize('NFC'))) {
      if (cited === '') citationsId = writer.identify(root, 'cits');
      cited += element('citation', { eId: writer.identify(citationsId, 'cit') }, paragraph);
    } else {
      close();
      xml += paragraph;
    }
  }
  close();
  return xml;
}

const inOrder = (marks: Mark[]): Mark[] => marks.sort((a, b) => a.span[0] - b.span[0]);

const refsOf = ({ citations }: AkomaNtosoReading): Mark[] =>
  inOrder(
    citations.flatMap((citation) =>
      citation.mentions.map(({ span }) => ({
        span,
        name: 'ref',
        attributes: { href: workUri(citation), refersTo: `#${citationId(citation)}` },
      })),
    ),
  );

const headerElements: Partial<Record<MetadataField, string>> = {
  symbol: 'docNumber',
  kind: 'docType',
  title: 'docTitle',
  issuer: 'docProponent',
};

function headerMarks({ document }: Described): Mark[] {
  const marks: Mark[] = [];
  for (const [field, span] of Object.entries(document.spans) as [MetadataField, Mark['span']][]) {
    const name = headerElements[field];
    if (name !== undefined) marks.push({ span, name, attributes: {} });
    else if (field === 'date' && document.date !== null)
      marks.push({ span, name: 'docDate', attributes: { date: document.date } });
  }
  return inOrder(marks);
}

const signatureMarks = ({ document }: Described): Mark[] =>
  document.spans.signers === undefined
    ? []
    : [{ span: document.spans.signers, name: 'signature', attributes: {} }];
