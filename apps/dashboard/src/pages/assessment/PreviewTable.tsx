import type { RoundPreview } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import styles from './Assessment.module.css';

/** What a file would change, or what is wrong with it, cell by cell. */
export function PreviewTable({ preview: { changes, errors } }: { preview: RoundPreview }) {
  const { t } = useTranslation();
  const none = t('assessment.file.none');
  if (errors.length > 0) {
    return (
      <table className={styles['table']}>
        <caption className="sr">{t('assessment.file.errors', { count: errors.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('assessment.file.columns.row')}</th>
            <th scope="col">{t('assessment.file.columns.column')}</th>
            <th scope="col">{t('assessment.file.columns.message')}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map(({ row, column, message }) => (
            <tr key={`${row} ${column} ${message}`}>
              <td>{row}</td>
              <td>{column}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  if (changes.length === 0) return null;
  return (
    <table className={styles['table']}>
      <caption className="sr">{t('assessment.file.changes', { count: changes.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('assessment.file.columns.indicator')}</th>
          <th scope="col">{t('assessment.file.columns.before')}</th>
          <th scope="col">{t('assessment.file.columns.after')}</th>
          <th scope="col">{t('assessment.file.columns.comment')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ indicator, name, before, after, commentChanged }) => (
          <tr key={indicator}>
            <th scope="row">
              {indicator} {name}
            </th>
            <td>{before ?? none}</td>
            <td>{after ?? none}</td>
            <td>{commentChanged ? t('assessment.file.commentChanged') : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
