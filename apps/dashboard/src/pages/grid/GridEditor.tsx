import type { PortfolioRow } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLookingBack } from '../../as-of.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { Note } from '../../parts/Note.js';
import { PageContent } from '../../parts/PageContent.js';
import { paths } from '../../paths.js';
import { CellErrorList } from './CellErrorList.js';
import styles from './Grid.module.css';
import { GridTable } from './GridTable.js';
import { cellId } from './grid-preview.js';
import { PastePanel } from './PastePanel.js';
import { SavePanel } from './SavePanel.js';
import { type GridEntry, useGridEntry } from './use-grid-entry.js';

export function GridEditor({ rows }: { rows: readonly PortfolioRow[] }) {
  const { t } = useTranslation();
  const entry = useGridEntry(rows);
  const isLookingBack = useLookingBack();
  useFocusOnFirstError(entry);
  const [title, lead] = useAnswer(entry);
  return (
    <>
      <AnswerBand title={title} documentTitle={t('grid.document')} lead={lead} withAsOf={isLookingBack} />
      <PageContent>
        <Notes entry={entry} />
        <div className={styles['columns']}>
          <div className={styles['paste']}>
            <PastePanel entry={entry} />
          </div>
          <div className={styles['main']}>
            <CellErrorList entry={entry} />
            <GridTable entry={entry} rows={rows} />
          </div>
          <div className={styles['save']}>
            <SavePanel entry={entry} />
          </div>
        </div>
      </PageContent>
    </>
  );
}

function Notes({ entry: { saved, wasKept } }: { entry: GridEntry }) {
  const { t } = useTranslation();
  if (saved !== null) {
    const link = <Link {...paths.portfolio()}>{t('grid.toPortfolio')}</Link>;
    return (
      <Note tone="green" role="status" title={t('grid.saved', { count: saved })} actions={link}>
        {t('grid.savedText')}
      </Note>
    );
  }
  return wasKept ? <Note tone="blue" role="status" title={t('grid.draft')} /> : null;
}

/** Title and lead: what stands between the reader and saved dates. */
function useAnswer({ saved, errors, preview, isCurrent, typed }: GridEntry): [title: string, lead: string] {
  const { t } = useTranslation();
  if (saved !== null) return [t('grid.title.saved', { count: saved }), t('grid.leadSaved')];
  if (errors.length > 0) return [t('grid.title.errors', { count: errors.length }), t('grid.leadErrors')];
  if (preview && isCurrent) {
    return preview.changes > 0
      ? [t('grid.title.ready', { count: preview.changes }), t('grid.leadReady')]
      : [t('grid.title.nothing'), t('grid.leadNothing')];
  }
  return [typed > 0 ? t('grid.title.typed', { count: typed }) : t('grid.title.start'), t('grid.lead')];
}

/** After each answer of the server the first wrong cell gets the focus. */
function useFocusOnFirstError({ errors, lines, previewedAt }: GridEntry): void {
  const seen = useRef(previewedAt);
  useEffect(() => {
    if (seen.current === previewedAt) return;
    seen.current = previewedAt;
    const first = errors[0];
    const line = first && lines.find(({ key }) => key === first.key);
    if (line) document.getElementById(cellId(line, first.column))?.focus();
  }, [errors, lines, previewedAt]);
}
