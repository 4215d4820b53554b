import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.js';
import styles from './AnswerBand.module.css';
import { AsOfBanner, AsOfControl } from './AsOfControl.js';

interface AnswerBandProps {
  /** The answer in a sentence: the page's only h1. */
  title: ReactNode;
  /** Title of the browser's tab; the title's text where absent. */
  documentTitle?: string;
  /** Next date, name, days. */
  lead?: ReactNode;
  /** Bread crumbs or badges above the title. */
  above?: ReactNode;
  /** The as-of control; for pages that read. */
  withAsOf?: boolean;
  /** Beside the stamp instead, where the page has one button that matters more. */
  isAsOfQuiet?: boolean;
  /** Further controls left of it. */
  controls?: ReactNode;
  /** A row at the foot of the band: tabs, buttons. */
  below?: ReactNode;
  /** When the newest fact shown was recorded. */
  dataRecordedAt?: string | null | undefined;
  isRefreshing?: boolean;
}

/** The pale band at the top of each page. */
export function AnswerBand(props: AnswerBandProps) {
  const {
    title,
    documentTitle,
    lead,
    above,
    withAsOf = false,
    isAsOfQuiet = false,
    controls,
    below,
    dataRecordedAt,
    isRefreshing = false,
  } = props;
  const { t } = useTranslation();
  const format = useFormat();
  useDocumentTitle(documentTitle ?? (typeof title === 'string' ? title : ''));
  const stamp = dataRecordedAt ? t('shell.stamp', { at: format.instant(dataRecordedAt) }) : '';
  return (
    <>
      {withAsOf && <AsOfBanner />}
      <div className={styles['band']}>
        <div className={`wrap ${styles['row']}`}>
          <div className={styles['say']}>
            {above && <div className={styles['above']}>{above}</div>}
            <h1 tabIndex={-1}>{title}</h1>
            {lead && <p className={styles['lead']}>{lead}</p>}
          </div>
          {(withAsOf || controls || stamp) && (
            <div className={styles['side']}>
              <div className={styles['controls']}>
                {controls}
                {withAsOf && !isAsOfQuiet && <AsOfControl />}
              </div>
              <div className={styles['quiet']}>
                <p className={styles['stamp']}>{isRefreshing ? t('shell.refreshing') : stamp}</p>
                {withAsOf && isAsOfQuiet && <AsOfControl />}
              </div>
            </div>
          )}
        </div>
        {below && <div className="wrap">{below}</div>}
      </div>
    </>
  );
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Klyngevagt` : 'Klyngevagt';
  }, [title]);
}
