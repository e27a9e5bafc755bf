/**
 * What Party documents set otherwise than State ones. Heading, separator and number line are confirmed; the
 * sizes (points) follow common Party templates and want checking against the text of the guidance.
 */
export const partyForm = {
  source: 'Hướng dẫn 36-HD/VPTW ngày 3/4/2018',
  validFrom: '2018-04-03',
  validTo: null,
  texts: { heading: 'ĐẢNG CỘNG SẢN VIỆT NAM', separator: '*', titleEnd: '-----' },
  sizes: { heading: 15, issuer: 14, number: 14, kind: 16, recipientsHead: 14, recipient: 12 },
} as const;
