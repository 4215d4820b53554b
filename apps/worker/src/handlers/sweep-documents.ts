import { sweepIncoming } from '@klyngevagt/files';
import type { JobHandlers } from '@klyngevagt/jobs';
import type { WorkerContext } from '../worker-context.js';

const day = 24 * 3_600_000;
/** A file is stored moments before its row; a backup that is taken back may lack rows of a few days that are taken back once more. */
const keptForMs = 7 * day;
/** Far longer than the longest upload. */
const arrivingForMs = day;
const askedAtOnce = 500;

export function sweepDocuments(context: WorkerContext): JobHandlers['sweep-documents'] {
  return () => sweep(context, new Date());
}

/** Removes stored files that no version names, and what never arrived whole. What came lately stays: its row may be on its way. */
export async function sweep(
  { documents, files, log }: Pick<WorkerContext, 'documents' | 'files' | 'log'>,
  now: Date,
): Promise<{ removed: number; unfinished: number }> {
  const storedBefore = new Date(now.getTime() - keptForMs);
  let removed = 0;
  let batch: string[] = [];
  const removeUnnamed = async () => {
    const named = await documents.readNamedKeys(batch);
    for (const key of batch.filter((one) => !named.has(one))) {
      await files.kept.remove(key);
      removed += 1;
    }
    batch = [];
  };
  for await (const { key, keptAt } of files.kept.list()) {
    if (keptAt < storedBefore) batch.push(key);
    if (batch.length >= askedAtOnce) await removeUnnamed();
  }
  await removeUnnamed();
  const unfinished = await sweepIncoming(files.incoming, new Date(now.getTime() - arrivingForMs));
  if (removed + unfinished > 0) log.warn({ removed, unfinished }, 'files without a document removed');
  return { removed, unfinished };
}
