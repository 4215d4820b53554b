import type { RulePreview } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.js';
import { LadderTrialView } from '../ladders/LadderTrialView.js';
import styles from './Rules.module.css';

interface RuleConsequencesProps {
  preview: RulePreview;
  /** Where days are closed or opened: how that is said. */
  days: 'close-days' | 'open-days' | null;
  /** What holds for the days before. */
  past: string;
}

/** What would be different on the day compared: named clusters with old and new answer and why, and how many reminders. */
export function RuleConsequences({ preview, days, past }: RuleConsequencesProps) {
  const { t } = useTranslation();
  const { clusters, compared, reminders } = preview;
  return (
    <>
      {days && <p>{t(`rules.edit.days.${days}`, { count: preview.days })}</p>}
      <p>
        {clusters.length === 0
          ? t('rules.edit.noCluster', { count: compared })
          : t('rules.edit.clusters', { count: clusters.length, compared })}
      </p>
      <ul className={styles['changedClusters']}>
        {clusters.map((cluster) => (
          <ChangedCluster key={cluster.slug} cluster={cluster} />
        ))}
      </ul>
      <p>
        {t('rules.edit.remindersAdded', { count: reminders.added })} {t('rules.edit.remindersWithdrawn', { count: reminders.withdrawn })}{' '}
        {t('rules.edit.remindersMoved', { count: reminders.moved })}
      </p>
      {preview.trial && <LadderTrialView trial={preview.trial} />}
      <p className="small muted">{past}</p>
    </>
  );
}

function ChangedCluster({ cluster: { slug, name, changes, reasons, noLonger } }: { cluster: RulePreview['clusters'][number] }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link {...paths.cluster(slug)} className="strong">
        {name}
      </Link>
      <ul>
        {changes.map(({ field, before, after }) => (
          <li key={field}>
            {t(`rules.edit.changed.${field}`)}: <del>{before ?? t('shell.form.empty')}</del> <ins>{after ?? t('shell.form.empty')}</ins>
          </li>
        ))}
      </ul>
      {reasons.length + noLonger.length > 0 && (
        <details className="small">
          <summary>{t('rules.drafts.why')}</summary>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
            {noLonger.map((reason) => (
              <li key={reason}>{t('rules.drafts.noLonger', { reason })}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
