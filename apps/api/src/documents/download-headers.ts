/** What was uploaded is never shown as a page of ours: no kind is guessed, nothing in it runs, and no shared cache keeps it. */
export const fileHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cache-control': 'private, no-store',
  'cross-origin-resource-policy': 'same-origin',
} as const;

const danish: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', Æ: 'Ae', Ø: 'Oe', Å: 'Aa' };

/** `Content-Disposition` with the name in both of its forms: ASCII for old programs, and the true one. */
export function attachment(fileName: string): string {
  const plain = fileName
    .replace(/[æøåÆØÅ]/g, (letter) => danish[letter] ?? '')
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_')
    .trim();
  const exact = encodeURIComponent(fileName.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain || 'dokument'}"; filename*=UTF-8''${exact}`;
}
