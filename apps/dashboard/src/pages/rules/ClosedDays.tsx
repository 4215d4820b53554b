import type { RuleList } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { Panel } from '../../parts/Panel.js';
import type { RuleTask } from './rule-form.js';
import styles from './Rules.module.css';

/** Closed days that are still to come. */
export function ClosedDays({ closedDays, onEdit }: { closedDays: RuleList['closedDays']; onEdit(task: RuleTask): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel
      title={t('rules.closed.title')}
      aside={
        <div className={styles['asides']}>
          <ActionButton permission="rules:edit" size="xs" onClick={() => onEdit({ kind: 'close-days' })}>
            {t('rules.edit.close')}
          </ActionButton>
          <ActionButton permission="rules:edit" size="xs" onClick={() => onEdit({ kind: 'open-days' })}>
            {t('rules.edit.open')}
          </ActionButton>
        </div>
      }
    >
      <p className={styles['explain']}>
        {closedDays.from &&
          closedDays.to &&
          t('rules.closed.text', { from: format.longDate(closedDays.from), to: format.longDate(closedDays.to) })}
      </p>
      {closedDays.next.length === 0 && <p className="muted">{t('rules.closed.none')}</p>}
      <ul className={styles['days']}>
        {closedDays.next.map(({ on, name, programme }) => (
          <li key={`${on} ${name} ${programme?.slug}`}>
            <span className="strong nowrap">{format.date(on)}</span> {name}
            {programme && <span className="muted"> ({programme.name})</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
