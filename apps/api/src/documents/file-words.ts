import { acceptedEndings, type AcceptedType, acceptedTypes, type Sniffed } from '@klyngevagt/files';
import { createTranslator, type Language } from '@klyngevagt/messages';
import { Refusal } from '../http/refusal.js';

/** Why a file is not taken, in a sentence that says what would help. */
export function refusalOfFile(sniffed: Exclude<Sniffed, { kind: 'accepted' }>, language: Language): Refusal {
  if (sniffed.kind === 'unknown') {
    const endings = acceptedEndings.map((ending) => ending.toUpperCase()).join(', ');
    return refused('unknown-file-type', { endings });
  }
  const { type, ending } = sniffed;
  const found = createTranslator(language)(`documents.found.${type}`);
  const suggested = type === 'text' ? 'txt' : firstEnding(type);
  if (ending === '') return refused('file-without-ending', { found, suggested });
  return refused('file-not-what-it-says', { ending, found });
}

export function refusalOfEmptyFile(): Refusal {
  return refused('empty-file', {});
}

function refused(code: string, params: Record<string, string>): Refusal {
  return new Refusal('file-refused', [{ field: 'file', code, params }]);
}

function firstEnding(type: AcceptedType): string {
  return acceptedTypes[type].endings[0];
}
