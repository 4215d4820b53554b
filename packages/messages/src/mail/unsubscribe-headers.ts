/** Heads of a mail that let a mail program switch off its kind with one press (RFC 8058): it posts to the link, so a mere look changes nothing. */
export function unsubscribeHeaders(url: string): Record<'List-Unsubscribe' | 'List-Unsubscribe-Post', string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
