import type { ClusterDetail } from '@klyngevagt/contracts';
import { daysBetween } from '@klyngevagt/scoring';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { type ChainNode, chainNodes, type StepName } from '../../parts/chain-nodes.js';
import styles from './Cluster.module.css';
import { Section } from './Section.js';

const shown = 3;

/** The steps of the chain that are still to come, who has the ball, and how long there is. */
export function NextSteps({ detail }: { detail: ClusterDetail }) {
  const { t } = useTranslation();
  const { chain, row, on } = detail;
  if (!chain) return null;
  const ahead = chainNodes(chain, on, row.nextStep).filter((node) => isAhead(node, on));
  const steps = ahead.slice(0, shown);
  return (
    <Section title={t('cluster.steps.title')}>
      {steps.length === 0 && <p className="muted">{t('cluster.steps.none')}</p>}
      <ol className={styles['steps']}>
        {steps.map((node, index) => (
          <Step key={node.name} node={node} number={index + 1} detail={detail} />
        ))}
      </ol>
    </Section>
  );
}

function Step({ node, number, detail }: { node: ChainNode; number: number; detail: ClusterDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name: StepName = node.name === 'anchor' ? 'decision' : (node.name as StepName);
  const by = detail.chain?.steps.find(({ step }) => step === name)?.by ?? 'eucles';
  const days = node.on ? daysBetween(detail.on, node.on) : null;
  const isNear = node.isDecisive && days !== null;
  return (
    <li>
      <span className={styles['number']} aria-hidden="true">
        {number}
      </span>
      <span className={node.isDecisive ? 'strong' : undefined}>{t(`cluster.steps.names.${name}`)}</span>
      <span className="muted small">{t(`cluster.steps.by.${by}`)}</span>
      <span className="nowrap">{node.on ? format.date(node.on) : t('cluster.chain.notInCalendar')}</span>
      <span className={`nowrap ${isNear ? styles['near'] : 'muted'}`}>{days !== null && awayText(days)}</span>
    </li>
  );

  function awayText(count: number): string {
    return count === 0
      ? t('portfolio.days.today')
      : count > 0
        ? t('portfolio.days.in', { count })
        : t('portfolio.days.ago', { count: -count });
  }
}

/** Still to come, or passed but undone and deciding. */
function isAhead(node: ChainNode, on: string): boolean {
  if (node.name === 'today' || node.isDone) return false;
  return node.isDecisive || node.on === null || node.on >= on;
}
