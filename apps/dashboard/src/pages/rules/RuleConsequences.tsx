import type { RulePreview } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import styles from './Rules.module.css';
import type { RuleTask } from './rule-form.js';

/** What would be different on the day compared: named clusters with old and new answer, and how many reminders. */
export function RuleConsequences({ task, preview }: { task: RuleTask; preview: RulePreview | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (preview === null) return <div aria-live="polite" />;
  const { clusters, compared, reminders, days, on } = preview;
  const isSpan = task.kind === 'close-days' || task.kind === 'open-days';
  return (
    <div className={styles['consequences']} aria-live="polite">
      <h3>{t('rules.edit.consequences', { date: format.longDate(on) })}</h3>
      {isSpan && <p>{t(`rules.edit.days.${task.kind}`, { count: days })}</p>}
      <p>
        {clusters.length === 0
          ? t('rules.edit.noCluster', { count: compared })
          : t('rules.edit.clusters', { count: clusters.length, compared })}
      </p>
      <ul>
        {clusters.map(({ slug, name, changes }) => (
          <li key={slug}>
            <span className="strong">{name}</span>
            <ul>
              {changes.map(({ field, before, after }) => (
                <li key={field}>
                  {t(`rules.edit.changed.${field}`)}: <del>{before ?? t('shell.form.empty')}</del>{' '}
                  <ins>{after ?? t('shell.form.empty')}</ins>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p>
        {t('rules.edit.remindersAdded', { count: reminders.added })} {t('rules.edit.remindersWithdrawn', { count: reminders.withdrawn })}
      </p>
      <p className="small muted">{t(task.kind === 'rule' ? 'rules.edit.past' : 'rules.edit.replan')}</p>
    </div>
  );
}
