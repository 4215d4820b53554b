import { useTranslation } from 'react-i18next';
import { Note } from '../../parts/Note.js';
import styles from './Grid.module.css';
import { type CellError, cellId } from './grid-preview.js';
import type { GridEntry } from './use-grid-entry.js';

const labels = { slug: 'cluster', validUntil: 'validUntil', level: 'level' } as const;

/** All wrong cells in one place, each a way to its field. */
export function CellErrorList({ entry: { errors, lines } }: { entry: GridEntry }) {
  const { t } = useTranslation();
  if (errors.length === 0) return null;
  const goTo = (error: CellError) => {
    const line = lines.find(({ key }) => key === error.key);
    if (line) document.getElementById(cellId(line, error.column))?.focus();
  };
  return (
    <Note tone="red" role="alert" title={t('grid.errors', { count: errors.length })}>
      <ul className={styles['errors']}>
        {errors.map((error) => (
          <li key={`${error.key} ${error.column} ${error.message}`}>
            <button className={styles['link']} type="button" onClick={() => goTo(error)}>
              {t('grid.errorLink', { line: error.line, column: t(`grid.table.${labels[error.column]}`), message: error.message })}
            </button>
          </li>
        ))}
      </ul>
    </Note>
  );
}
