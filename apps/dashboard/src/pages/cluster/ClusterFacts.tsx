import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../parts/ActionButton.js';
import { CertaintyTag } from '../../parts/Certainty.js';
import { Panel } from '../../parts/Panel.js';
import { SourceText } from '../../parts/SourceText.js';
import styles from './Cluster.module.css';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';

/** Numbers, funder, website, who is responsible. */
export function ClusterFacts({ detail, openForm }: ClusterPartProps) {
  const { t } = useTranslation();
  const { officer } = detail.row;
  const missing = <span className="muted">{t('cluster.facts.missing')}</span>;
  const officerName = officer && (officer.name ?? t('portfolio.hiddenOfficer'));
  const facts: [label: string, value: ReactNode][] = [
    [t('cluster.facts.cvr'), detail.cvrNumber],
    [t('cluster.facts.journal'), detail.journalNumber],
    [t('cluster.facts.funder'), detail.funder],
    [t('cluster.facts.website'), detail.website && <Website address={detail.website} />],
    [t('cluster.facts.city'), detail.city],
    [t('cluster.facts.officer'), officer?.isMe ? t('cluster.facts.me', { name: officerName }) : officerName],
    [t('cluster.facts.source'), detail.source && <SourceText source={detail.source} />],
  ];
  const edit = (
    <ActionButton permission="cluster:edit" size="xs" onClick={() => openForm({ kind: 'cluster' })}>
      {t('cluster.facts.edit')}
    </ActionButton>
  );
  return (
    <Panel title={t('cluster.facts.title')} aside={edit}>
      <dl className={styles['facts']}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || missing}</dd>
          </div>
        ))}
      </dl>
      <p className={styles['certainty']}>
        <CertaintyTag confidence={detail.confidence} />
      </p>
    </Panel>
  );
}

function Website({ address }: { address: string }) {
  const href = /^https?:\/\//.test(address) ? address : `https://${address}`;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {address.replace(/^https?:\/\//, '')}
    </a>
  );
}
