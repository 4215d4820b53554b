import type { Timeline } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../parts/save-file.js';

/** Saves all rows as CSV. The writer is fetched with the first export. */
export function useTimelineExport(timeline: Timeline): () => Promise<void> {
  const { t } = useTranslation();
  return async () => {
    const { timelineCsv, timelineCsvName } = await import('@klyngevagt/documents');
    saveFile(timelineCsv(timeline, { t }), timelineCsvName(timeline, { t }));
  };
}
