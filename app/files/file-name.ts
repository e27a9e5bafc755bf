/** The name without folders, controls and marks that turn its reading direction. Forms write a quotation mark as %22. */
export function tidyName(name: string | undefined): string {
  const last = (name ?? '').normalize('NFC').replaceAll('%22', '"').split(/[\\/]/).at(-1) ?? '';
  return (
    last
      .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .trim()
      .slice(-150) || 'tệp'
  );
}

/** RFC 6266: plain letters for old programs, the full name percent-encoded as in RFC 5987. */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
  const plain =
    name
      .normalize('NFD')
      .replace(/đ/g, 'd')
      .replace(/Đ/g, 'D')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9.]+/g, '-')
      .replace(/^-+|-+(?=\.|$)/g, '') || 'tep';
  const full = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${full}`;
}
