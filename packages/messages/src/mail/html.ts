/** Text that is HTML already. Made by the `html` tag only, so that everything else is escaped. */
export class Html {
  constructor(readonly source: string) {}
}

type Piece = string | number | Html | readonly Html[] | null;

/** Puts values into HTML; texts and numbers are escaped, HTML and lists of it go in as they are, null leaves nothing. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(strings.reduce((whole, part, index) => whole + part + (index < pieces.length ? render(pieces[index] ?? null) : ''), ''));
}

/** A sentence in which one piece, if it occurs, stands out. */
export function withStrong(sentence: string, piece: string | null): Html {
  const at = piece ? sentence.indexOf(piece) : -1;
  if (!piece || at < 0) return html`${sentence}`;
  return html`${sentence.slice(0, at)}<strong style="font-weight:600">${piece}</strong>${sentence.slice(at + piece.length)}`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function render(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Html) return piece.source;
  if (typeof piece === 'object') return piece.map(({ source }) => source).join('');
  return String(piece).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
