import sanitizeHtml from 'sanitize-html';

const picture = /^data:image\/(?:png|jpe?g|gif|webp|bmp);base64,[a-z\d+/=\s]+$/i;
const link = /^(?:https?:\/\/|mailto:)/i;

/**
 * Only headings, paragraphs, lists, tables, links and pictures that lie in the file itself: no script, no style, no
 * name that could stand for one of the page's own, and nothing that is fetched from elsewhere, so that nobody
 * learns that the file was looked at. Headings begin below the page's own.
 */
export const safeHtml = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags: [
      ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'strong', 'em', 'u', 's', 'sup', 'sub'],
      ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'img'],
    ],
    allowedAttributes: {
      a: ['href', 'rel', 'target'],
      img: ['src', 'alt'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    nestingLimit: 60,
    transformTags: {
      h1: 'h2',
      h2: 'h3',
      h3: 'h4',
      h4: 'h5',
      h5: 'h6',
      a: (_, { href = '' }) => ({
        tagName: 'a',
        attribs: (link.test(href)
          ? { href, rel: 'noopener noreferrer nofollow', target: '_blank' }
          : {}) as sanitizeHtml.Attributes,
      }),
      img: (_, { src = '', alt = '' }) => ({ tagName: 'img', attribs: { src, alt } }),
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !picture.test(attribs.src ?? ''),
  });
