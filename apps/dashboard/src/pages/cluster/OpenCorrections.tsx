import type { ClusterDetail } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { OldAndNew } from '../../parts/form-fields.js';
import { Note } from '../../parts/Note.js';
import { useCorrectionLines } from '../../parts/use-correction-lines.js';
import styles from './Cluster.module.css';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';

/** What the cluster thinks is wrong, waiting for an answer: old and new value side by side. */
export function OpenCorrections({ detail, openForm }: ClusterPartProps) {
  const { t } = useTranslation();
  const open = detail.corrections.filter(({ state }) => state === 'open');
  if (open.length === 0) return null;
  return (
    <Note tone="blue" title={t('cluster.corrections.title', { count: open.length })}>
      <ul className={styles['rows']}>
        {open.map((correction) => (
          <OpenCorrection key={correction.id} correction={correction} detail={detail} openForm={openForm} />
        ))}
      </ul>
    </Note>
  );
}

function OpenCorrection({ correction, detail, openForm }: ClusterPartProps & { correction: ClusterDetail['corrections'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const lines = useCorrectionLines(detail, correction);
  const at = format.instant(correction.proposedAt);
  return (
    <li>
      <div>
        <p className="small muted">
          {correction.proposedBy ? t('cluster.corrections.atBy', { at, name: correction.proposedBy }) : t('cluster.corrections.at', { at })}
        </p>
        {correction.text && <p className={styles['text']}>{correction.text}</p>}
        {lines.length > 0 && <OldAndNew values={lines} />}
      </div>
      <div className={styles['rowActions']}>
        <ActionButton
          permission="correction:decide"
          size="sm"
          onClick={() => openForm({ kind: 'correction-decision', correctionId: correction.id })}
        >
          {t('cluster.corrections.decide')}
        </ActionButton>
      </div>
    </li>
  );
}
