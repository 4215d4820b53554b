/** Kinds of files that are taken: media type, the endings that their names may have, in the order in which people are told of them. */
export const acceptedTypes = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  pptx: { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', endings: ['pptx'] },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  jpg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  csv: { mediaType: 'text/csv', endings: ['csv'] },
  txt: { mediaType: 'text/plain', endings: ['txt'] },
} as const satisfies Record<string, { mediaType: string; endings: readonly string[] }>;

export type AcceptedType = keyof typeof acceptedTypes;

export const acceptedEndings: readonly string[] = Object.values(acceptedTypes).flatMap(({ endings }) => endings);

/** What a file is. `unknown`: nothing that is taken, whatever its name says; `other-than-named`: taken, but not under this name. */
export type Sniffed =
  | { kind: 'accepted'; type: AcceptedType }
  | { kind: 'unknown' }
  | { kind: 'other-than-named'; type: AcceptedType | 'text'; ending: string };

/**
 * Looks into a file; its name is only compared with what was found there. Text has no mark of its own: it is what holds no control
 * characters and none of the marks of other kinds.
 */
export async function sniffType(path: string, fileName: string, isText: boolean): Promise<Sniffed> {
  const ending = endingOf(fileName);
  // Loaded with the first upload: it knows far more kinds than are taken.
  const { fileTypeFromFile } = await import('file-type');
  const found = await fileTypeFromFile(path);
  const type = found ? typeOfMedia(found.mime) : null;
  if (type !== null) return fits(type, ending) ? { kind: 'accepted', type } : { kind: 'other-than-named', type, ending };
  if (found || !isText) return { kind: 'unknown' };
  for (const text of ['csv', 'txt'] as const) if (fits(text, ending)) return { kind: 'accepted', type: text };
  return acceptedEndings.includes(ending) ? { kind: 'other-than-named', type: 'text', ending } : { kind: 'unknown' };
}

function typeOfMedia(mediaType: string): AcceptedType | null {
  const entries = Object.entries(acceptedTypes) as [AcceptedType, { mediaType: string }][];
  return entries.find(([, accepted]) => accepted.mediaType === mediaType)?.[0] ?? null;
}

function fits(type: AcceptedType, ending: string): boolean {
  return (acceptedTypes[type].endings as readonly string[]).includes(ending);
}

function endingOf(fileName: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
}
