import type { PortfolioRow } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { api } from '../../api-client.js';
import { hasCode } from '../../queries.js';
import { useMe } from '../../session.js';
import { dropDraft, emptyDraft, type GridDraft, keepDraft, readDraft } from './grid-draft.js';
import {
  type Column,
  fillFrom,
  type GridLine,
  isTyped,
  listedLines,
  namesClusters,
  newLine,
  type Placed,
  placePasted,
} from './grid-lines.js';
import { bodyRows, cellErrors, sentLines, type ShownPreview, shownPreview, withoutLine } from './grid-preview.js';
import { parsePasted } from './pasted-lines.js';

/** Grid entry from the first key to the answer "5 datoer gemt". What is typed leaves only by saving or by "Begynd forfra". */
export function useGridEntry(rows: readonly PortfolioRow[]) {
  const typing = useTyping(rows);
  const { draft, lines, preview, isTouched } = typing;
  const requests = useGridRequests({
    onPreview: (shown) => typing.show(shown),
    onSaved: (count) => typing.startOver(count),
    onStale: () => typing.distrust(),
  });
  const writeLines = (next: GridLine[], touched: string | null) => {
    typing.writeLines(next, touched);
    requests.forget();
  };
  return {
    draft,
    lines,
    preview,
    isTouched,
    /** The preview is of exactly what stands in the grid. */
    isCurrent: typing.isCurrent,
    errors: cellErrors(lines, preview),
    typed: lines.filter(isTyped).length,
    saved: typing.saved,
    wasKept: typing.wasKept && isTouched,
    ...requests.state,
    write: typing.write,
    ...editing({ lines, names: typing.names, pasteText: draft.pasteText, writeLines, write: typing.write }),
    clear: () => {
      typing.startOver(null);
      requests.forget();
    },
    askPreview: () => requests.askPreview(sentLines(lines)),
    save: () => preview && requests.save({ lines: sentLines(lines), draft, versions: preview.versions }),
  };
}

/** What stands in the grid, and what the server said about it last. */
function useTyping(rows: readonly PortfolioRow[]) {
  const personId = useMe().id;
  const [kept] = useState(() => readDraft(personId));
  const [draft, setDraft] = useState<GridDraft>(kept ?? emptyDraft);
  const [preview, setPreview] = useState<ShownPreview | null>(null);
  const [isCurrent, setCurrent] = useState(false);
  const [saved, setSaved] = useState<number | null>(null);
  const names = useMemo(() => new Map(rows.map(({ slug, name }) => [slug, name])), [rows]);
  const lines = useMemo(() => merged(rows, draft.lines), [rows, draft.lines]);
  const isTouched = lines.some(isTyped) || draft.reason !== '' || draft.source !== '' || draft.pasteText !== '';
  useEffect(() => {
    if (isTouched) keepDraft(personId, draft);
    else dropDraft(personId);
  }, [personId, draft, isTouched]);

  const write = (change: Partial<GridDraft>) => setDraft((before) => ({ ...before, ...change }));
  const show = (shown: ShownPreview | null) => {
    setPreview(shown);
    setCurrent(shown !== null);
  };
  return {
    draft,
    preview,
    isCurrent,
    saved,
    names,
    lines,
    isTouched,
    wasKept: kept !== null,
    write,
    show,
    distrust: () => setCurrent(false),
    writeLines: (next: GridLine[], touched: string | null) => {
      write({ lines: next });
      setSaved(null);
      setCurrent(false);
      setPreview((before) => (before && touched !== null ? withoutLine(before, touched) : null));
    },
    /** An empty grid: after saving, with the count of what was saved. */
    startOver: (count: number | null) => {
      setDraft(emptyDraft);
      show(null);
      setSaved(count);
    },
  };
}

interface Editing {
  lines: GridLine[];
  names: ReadonlyMap<string, string>;
  pasteText: string;
  /** `touched`: the one line that is not judged any more; null: none is. */
  writeLines(next: GridLine[], touched: string | null): void;
  write(change: Partial<GridDraft>): void;
}

/** Everything that changes lines. */
function editing({ lines, names, pasteText, writeLines, write }: Editing) {
  return {
    edit: (key: string, column: Column, text: string) => {
      const next = lines.map((line) => (line.key === key ? { ...line, [column]: text } : line));
      writeLines(next, key);
    },
    addLine: () => writeLines([...lines, newLine(lines)], ''),
    removeLine: (key: string) => {
      const next = lines.filter((line) => line.key !== key);
      writeLines(next, key);
    },
    /** A block in a cell: by name where it names clusters, else by position. */
    fill: (key: string, column: Column, block: readonly string[][]) => {
      const pasted = parsePasted(block.map((cells) => cells.join('\t')).join('\n')).lines;
      writeLines(namesClusters(block) ? placePasted(lines, pasted, names).lines : fillFrom(lines, key, column, block), null);
    },
    place: (): Placed & { hadHeading: boolean } => {
      const { lines: pasted, hadHeading } = parsePasted(pasteText);
      const placed = placePasted(lines, pasted, names);
      writeLines(placed.lines, null);
      write({ pasteText: placed.left.map((line) => [line.cluster, line.validUntil, line.level].join('\t')).join('\n') });
      return { ...placed, hadHeading };
    },
  };
}

export type GridEntry = ReturnType<typeof useGridEntry>;

interface Handlers {
  onPreview(preview: ShownPreview): void;
  onSaved(count: number): void;
  onStale(): void;
}

function useGridRequests({ onPreview, onSaved, onStale }: Handlers) {
  const client = useQueryClient();
  const [previewedAt, setPreviewedAt] = useState(0);
  const asking = useMutation({
    mutationFn: (sent: GridLine[]) => api.send('grid.preview', { body: { rows: bodyRows(sent) } }),
    onSuccess: (answer, sent) => {
      onPreview(shownPreview(answer, sent));
      setPreviewedAt((count) => count + 1);
    },
  });
  const saving = useMutation({
    mutationFn: ({ lines, draft, versions }: { lines: GridLine[]; draft: GridDraft; versions: Record<string, string> }) => {
      const source = draft.source.trim();
      return api.send('grid.save', { body: { rows: bodyRows(lines), reason: draft.reason.trim(), source: source || null, versions } });
    },
    onSuccess: (answer) => {
      onSaved(answer.changes);
      for (const key of ['portfolio', 'cluster', 'reminders']) void client.invalidateQueries({ queryKey: [key] });
    },
    onError: (error, { lines }) => {
      // Without an answer the preview still holds: the versions in it make a second try harmless.
      if (!hasCode(error, 'offline')) onStale();
      // What was right a moment ago is not any more: the cells say why.
      if (hasCode(error, 'grid-has-errors')) asking.mutate(lines);
    },
  });
  return {
    state: {
      previewedAt,
      isPreviewing: asking.isPending,
      isSaving: saving.isPending,
      problem: saving.error ?? asking.error,
    },
    forget: () => {
      asking.reset();
      saving.reset();
    },
    askPreview: (sent: GridLine[]) => {
      saving.reset();
      asking.mutate(sent);
    },
    save: saving.mutate,
  };
}

/** The clusters of the list in their order with what was typed beside them; then the lines of their own. */
function merged(rows: readonly PortfolioRow[], typed: readonly GridLine[]): GridLine[] {
  const byKey = new Map(typed.map((line) => [line.key, line]));
  const listed = listedLines(rows);
  const known = new Set(listed.map(({ key }) => key));
  const own = typed.filter(({ key, listed: slug }) => !known.has(key) && (slug === null || byKey.get(key)?.validUntil !== ''));
  // A cluster that left the list meanwhile keeps its line: it was typed.
  return [...listed.map((line) => byKey.get(line.key) ?? line), ...own.map((line) => ({ ...line, listed: null }))];
}
