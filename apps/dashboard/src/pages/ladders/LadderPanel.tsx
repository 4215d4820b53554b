import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { CardTable } from '../../parts/CardTable.js';
import { CertaintyTag } from '../../parts/Certainty.js';
import { Panel } from '../../parts/Panel.js';
import { SourceText } from '../../parts/SourceText.js';
import { LadderLine, UrgencyMark } from './LadderLine.js';
import styles from './Ladders.module.css';
import type { EventLadders, Ladder, Step } from './ladders-query.js';

interface LadderPanelProps {
  ladders: EventLadders;
  /** Empty: the steps of all clusters that have none of their own. */
  onEdit(cluster: string): void;
}

const columns = ['about', 'recipients', 'channel', 'urgency', 'source', 'confidence'] as const;

/** The steps towards one event: those for all, then those of single clusters. */
export function LadderPanel({ ladders: { name, ladders }, onEdit }: LadderPanelProps) {
  const { t } = useTranslation();
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const edit = (
    <ActionButton permission="rules:edit" size="xs" name={t('ladders.edit.buttonName', { event: name })} onClick={() => onEdit('')}>
      {t('ladders.edit.button')}
    </ActionButton>
  );
  return (
    <Panel title={title} aside={edit}>
      <div className={styles['ladders']}>
        {ladders.map((ladder) => (
          <OneLadder key={ladder.cluster?.slug ?? ''} name={name} ladder={ladder} onEdit={onEdit} />
        ))}
      </div>
    </Panel>
  );
}

function OneLadder({
  name,
  ladder: { cluster, steps, later },
  onEdit,
}: {
  name: string;
  ladder: Ladder;
  onEdit: LadderPanelProps['onEdit'];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles['ladder']}>
      {cluster && (
        <div className={styles['own']}>
          <h3>{t('ladders.own', { cluster: cluster.name })}</h3>
          <ActionButton
            permission="rules:edit"
            size="xs"
            name={t('ladders.edit.buttonOwnName', { cluster: cluster.name, event: name })}
            onClick={() => onEdit(cluster.slug)}
          >
            {t('ladders.edit.buttonOwn')}
          </ActionButton>
          <p className="small">{t(steps.length > 0 ? 'ladders.ownText' : 'ladders.ownEnded')}</p>
        </div>
      )}
      {steps.length > 0 && <LadderLine steps={steps} />}
      {steps.length > 0 && <StepTable caption={cluster ? `${name}, ${cluster.name}` : name} steps={steps} />}
      {steps.length === 0 && !cluster && <p className="muted">{t('ladders.none')}</p>}
      {later.map(({ from, steps: ofLater }) => (
        <div key={from} className={styles['later']}>
          <p className="strong">{t(ofLater.length > 0 ? 'ladders.later' : 'ladders.laterNone', { date: format.longDate(from) })}</p>
          {ofLater.length > 0 && <StepTable caption={`${name}, ${format.longDate(from)}`} steps={ofLater} />}
        </div>
      ))}
    </div>
  );
}

function StepTable({ caption, steps }: { caption: string; steps: readonly Step[] }) {
  const { t } = useTranslation();
  return (
    <CardTable caption={caption} className={styles['table']}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`ladders.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.id}>
            <th scope="row">
              {step.about}
              {step.level && (
                <span className={styles['level']}>{t('ladders.level', { level: t(`terms.level.${step.level}`).toLowerCase() })}</span>
              )}
            </th>
            <td data-label={t('ladders.columns.recipients')}>{step.recipients.map((role) => t(`terms.clusterRole.${role}`)).join(', ')}</td>
            <td data-label={t('ladders.columns.channel')}>{t(`ladders.channel.${step.channel}`)}</td>
            <td data-label={t('ladders.columns.urgency')}>
              <UrgencyMark urgency={step.urgency} /> {t(`ladders.urgency.${step.urgency}`)}
            </td>
            <td data-label={t('ladders.columns.source')}>
              <SourceText source={step.source} />
            </td>
            <td>
              <CertaintyTag confidence={step.confidence} />
            </td>
          </tr>
        ))}
      </tbody>
    </CardTable>
  );
}
