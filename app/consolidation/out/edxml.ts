/**
 * The envelope of QCVN 102:2016/BTTTT as public implementations write it (handbook §8.1); `Bussiness` is the
 * standard's own spelling. The codes of BussinessDocType are recalled, not verified: written as given, marked.
 */
export const edxmlNamespace = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';

export type Organ = { id: string | null; name: string; address?: string; email?: string; phone?: string };
export type EdxmlAttachment = { name: string; contentType: string; description: string; bytes: Buffer };
export type EdxmlDocument = {
  documentId: string;
  from: Organ;
  to: readonly Organ[];
  number: string;
  notation: string;
  place: string;
  /** ISO day. */
  date: string;
  typeName: string;
  subject: string;
  signer: { competence: string; position: string; name: string };
  toPlaces: readonly string[];
  at: Date;
  /** A correction replaces what went before. */
  replaces: boolean;
  attachments: readonly EdxmlAttachment[];
};

/** How an envelope leaves the house: dropped as a file today, handed to an LGSP where an office has access. */
export type DocumentExchange = { send: (name: string, envelope: string) => Promise<{ sent: boolean }> };

const inXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(
      /[<>&"']/g,
      (one) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' })[one]!,
    );

type Node = { name: string; attributes?: Record<string, string>; inside: string | readonly Node[] };
const node = (name: string, inside: Node['inside'] = '', attributes?: Record<string, string>): Node => ({
  name,
  inside,
  ...(attributes ? { attributes } : {}),
});

function print({ name, attributes = {}, inside }: Node): string {
  const head = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${inXml(value)}"`)
    .join('');
  const body = typeof inside === 'string' ? inXml(inside) : inside.map(print).join('');
  return `<${name}${head}>${body}</${name}>`;
}

/** The envelope as XML, its attachments inside it in base64. */
export function writeEdxml(doc: EdxmlDocument): string {
  const files = doc.attachments.map((one, n) => ({ ...one, cid: `${doc.documentId}-${n + 1}` }));
  const root = node(
    'edXML',
    [
      node('edXMLEnvelope', [
        node('edXMLHeader', [messageHeader(doc), traceHeader(doc), node('DigitalSignature')]),
        node('edXMLBody', [
          node(
            'edXMLManifest',
            files.map(({ cid, name, contentType, description }) =>
              node(
                'Reference',
                [
                  node('Description', description),
                  node('AttachmentName', name),
                  node('ContentType', contentType),
                  node('ContentId', cid),
                ],
                { 'xlink:href': `cid:${cid}` },
              ),
            ),
            { version: '1.0' },
          ),
        ]),
      ]),
      node(
        'AttachmentEncoded',
        files.map(({ cid, name, contentType, description, bytes }) =>
          node('Attachment', [
            node('ContentType', contentType),
            node('ContentId', cid),
            node('Description', description),
            node('ContentTransferEncoded', bytes.toString('base64')),
            node('AttachmentName', name),
          ]),
        ),
      ),
    ],
    { xmlns: edxmlNamespace, 'xmlns:xlink': 'http://www.w3.org/1999/xlink' },
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${print(root)}\n`;
}

const organ = (name: 'From' | 'To', one: Organ): Node =>
  node(name, [
    node('OrganId', one.id ?? ''),
    node('OrganizationInCharge'),
    node('OrganName', one.name),
    node('OrganAdd', one.address ?? ''),
    node('Email', one.email ?? ''),
    node('Telephone', one.phone ?? ''),
    node('Fax'),
    node('Website'),
  ]);

function messageHeader(doc: EdxmlDocument): Node {
  return node('MessageHeader', [
    organ('From', doc.from),
    ...doc.to.map((one) => organ('To', one)),
    node('Code', [node('CodeNumber', doc.number), node('CodeNotation', doc.notation)]),
    node('PromulgationInfo', [
      node('Place', doc.place),
      node('PromulgationDate', doc.date.replaceAll('-', '/')),
    ]),
    node('DocumentType', [node('Type'), node('TypeName', doc.typeName), node('TypeDetail')]),
    node('Subject', doc.subject),
    node('Content', doc.subject),
    node('SignerInfo', [
      node('Competence', doc.signer.competence),
      node('Position', doc.signer.position),
      node('FullName', doc.signer.name),
    ]),
    node('DueDate'),
    node(
      'ToPlaces',
      doc.toPlaces.map((place) => node('Place', place)),
    ),
    node('OtherInfo', [
      node('Priority'),
      node('SphereOfPromulgation'),
      node('TyperNotation'),
      node('PromulgationAmount'),
      node('PageAmount'),
      node('Appendixes'),
    ]),
    node('SteeringType'),
    node('DocumentId', doc.documentId),
  ]);
}

/** Recalled, not verified (handbook §8.1 [R]): 0 a new document, 3 one that replaces another. */
const documentKinds = { new: '0', replaces: '3' } as const;

function traceHeader({ from, at, replaces }: EdxmlDocument): Node {
  return node('TraceHeaderList', [
    node('TraceHeader', [
      node('OrganId', from.id ?? ''),
      node('Timestamp', at.toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ')),
    ]),
    node('Bussiness', [
      node('BussinessDocType', replaces ? documentKinds.replaces : documentKinds.new),
      node('BussinessDocReason', replaces ? 'Sửa đổi, thay thế báo cáo đã gửi' : ''),
      node('StaffInfo', [node('Department'), node('Staff'), node('Mobile'), node('Email')]),
      node('Paper', '0'),
    ]),
  ]);
}
