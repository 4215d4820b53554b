import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { Panel } from '../../parts/Panel.js';
import { useMay } from '../../session.js';
import styles from './Cluster.module.css';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';

/** What was talked about with the cluster. Hidden from readers and from the cluster itself. */
export function ClusterNotes({ detail, openForm }: ClusterPartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!useMay('note:read')) return null;
  const add = (
    <ActionButton permission="note:write" size="xs" onClick={() => openForm({ kind: 'note' })}>
      {t('cluster.notes.add')}
    </ActionButton>
  );
  return (
    <Panel title={t('cluster.notes.title')} aside={add}>
      {detail.notes.length === 0 && <p className="muted">{t('cluster.notes.none')}</p>}
      <ul className={styles['rows']}>
        {detail.notes.map((note) => (
          <li key={note.id}>
            <div>
              <p className={styles['text']}>{note.text ?? <span className="muted">{t('cluster.notes.erased')}</span>}</p>
              <p className="small muted">
                {t('cluster.notes.by', { name: note.writtenBy ?? t('cluster.notes.erased'), at: format.instant(note.writtenAt) })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
