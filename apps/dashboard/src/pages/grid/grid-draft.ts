import type { GridLine } from './grid-lines.js';

/** Everything typed and not yet saved. Kept for this tab only, so that neither a reload nor a lost session costs it. */
export interface GridDraft {
  lines: GridLine[];
  reason: string;
  source: string;
  pasteText: string;
}

export const emptyDraft: GridDraft = { lines: [], reason: '', source: '', pasteText: '' };

const keyOf = (personId: string) => `klyngevagt.grid.${personId}`;

/** Null where nothing is kept, or nothing that can be read. */
export function readDraft(personId: string): GridDraft | null {
  try {
    const draft = JSON.parse(sessionStorage.getItem(keyOf(personId)) ?? 'null') as Partial<GridDraft> | null;
    return draft && Array.isArray(draft.lines) && draft.lines.every(isLine) ? { ...emptyDraft, ...draft, lines: draft.lines } : null;
  } catch {
    return null;
  }
}

export function keepDraft(personId: string, draft: GridDraft): void {
  try {
    sessionStorage.setItem(keyOf(personId), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing still lets people type.
  }
}

export function dropDraft(personId: string): void {
  try {
    sessionStorage.removeItem(keyOf(personId));
  } catch {
    // Nothing was kept.
  }
}

function isLine(line: unknown): line is GridLine {
  const { key, listed, slug, validUntil, level } = (line ?? {}) as Record<string, unknown>;
  return [key, slug, validUntil, level].every((text) => typeof text === 'string') && (listed === null || typeof listed === 'string');
}
