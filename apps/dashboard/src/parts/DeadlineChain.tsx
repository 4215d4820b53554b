import type { PortfolioRow } from '@klyngevagt/contracts';
import { type CalendarDate, weekday } from '@klyngevagt/scoring';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.js';
import { type Chain, type ChainNode, chainNodes, type NodeShape } from './chain-nodes.js';
import styles from './DeadlineChain.module.css';

interface DeadlineChainProps {
  chain: Chain;
  /** The day shown. */
  on: CalendarDate;
  today: CalendarDate;
  nextStep: PortfolioRow['nextStep'];
  /** Speaks of "klyngen" to officers, of "I" to the cluster itself. */
  voice: 'cluster' | 'you';
}

/** The way to the label, counted back from its anchor: knots with dates, days on the links, the deciding knot boxed. */
export function DeadlineChain({ chain, on, today, nextStep, voice }: DeadlineChainProps) {
  const nodes = chainNodes(chain, on, nextStep);
  const columns = nodes.map(({ name, isDecisive }) => (name === 'today' ? '.72fr' : isDecisive ? '1.5fr' : '1.15fr')).join(' ');
  return (
    <div className={styles['chain']}>
      <ol style={{ gridTemplateColumns: columns }}>
        {nodes.map((node) => (
          <Knot key={node.name} node={node} chain={chain} isToday={on === today} voice={voice} />
        ))}
      </ol>
    </div>
  );
}

interface KnotProps {
  node: ChainNode;
  chain: Chain;
  isToday: boolean;
  voice: 'cluster' | 'you';
}

function Knot({ node, chain, isToday, voice }: KnotProps) {
  const words = useKnotWords(node, chain, isToday, voice);
  const look = [
    styles['knot'],
    node.isOpenTime && styles['open'],
    node.isDecisive && styles['decisive'],
    node.isOverdue && styles['late'],
    node.name === 'anchor' && chain.anchor === 'end' && styles['renewable'],
  ];
  return (
    <li className={look.filter(Boolean).join(' ')} aria-current={node.isDecisive ? 'step' : undefined}>
      <span className={styles['shape']}>
        <Shape shape={node.shape} />
      </span>
      <div className={styles['box']}>
        <div className={styles['what']}>{words.what}</div>
        <div className={styles['when']}>{words.when}</div>
        {words.who && <div className={styles['who']}>{words.who}</div>}
        {words.moved && <div className={styles['who']}>{words.moved}</div>}
      </div>
      <span className={styles['days']}>{words.link}</span>
    </li>
  );
}

function useKnotWords(node: ChainNode, chain: Chain, isToday: boolean, voice: 'cluster' | 'you') {
  const { t } = useTranslation();
  const format = useFormat();
  const level = t(`terms.level.${chain.level}`);
  const days = node.daysToNext === null ? '' : t('cluster.chain.days', { count: node.daysToNext });
  const by = voice === 'you' ? ('byYou' as const) : ('by' as const);
  const date = node.on ? format.date(node.on) : t('cluster.chain.notInCalendar');
  const moved = node.rawOn && node.isDecisive ? t('cluster.chain.rolledBack', { date: format.date(node.rawOn) }) : null;
  if (node.name === 'today') {
    const what = t(isToday ? 'cluster.chain.today' : 'cluster.chain.chosenDay');
    return { what, when: date, who: node.on && t('cluster.chain.weekdays', { returnObjects: true })[weekday(node.on)], link: days, moved };
  }
  if (node.name === 'anchor') {
    const hasEnded = chain.anchor === 'end' && (node.daysAway ?? 0) < 0;
    const what = t(`cluster.chain.anchors.${hasEnded ? 'ended' : chain.anchor}`, { level });
    const link = chain.anchor === 'end' ? t('cluster.chain.renewable') : '';
    return { what, when: whenOf(), who: t(`cluster.chain.${by}.anchor`), link, moved };
  }
  const what = t(node.isBooking ? bookedWords[node.name === 'audit' ? 'audit' : 'decision'] : `cluster.chain.steps.${node.name}`);
  return { what, when: whenOf(), who: t(`cluster.chain.${by}.${node.name}`), link: days, moved };

  function whenOf(): string {
    const whole = node.untilOn ? t('cluster.memberships.fromTo', { from: date, to: format.date(node.untilOn) }) : date;
    if (node.isDone) return t('cluster.chain.whenIn', { date: whole, days: t('cluster.chain.done') });
    if (node.isOverdue && (node.daysAway ?? 0) < 0) return t('cluster.chain.whenIn', { date: whole, days: t('cluster.chain.passed') });
    if (!node.isDecisive || node.daysAway === null || node.daysAway < 0) return whole;
    const away = node.daysAway === 0 ? t('myCluster.days.today') : t('myCluster.days.in', { count: node.daysAway });
    return t('cluster.chain.whenIn', { date: whole, days: away });
  }
}

const bookedWords = { audit: 'cluster.chain.booked', decision: 'cluster.chain.expected' } as const;

const shapes: Record<NodeShape, ReactNode> = {
  ring: <circle cx="8" cy="8" r="5.5" fill="var(--kv-white)" stroke="currentColor" strokeWidth="2.2" />,
  dot: <circle cx="8" cy="8" r="6.5" fill="currentColor" />,
  flag: (
    <>
      <rect width="16" height="16" fill="var(--kv-white)" />
      <path d="M4 0v16" stroke="currentColor" strokeWidth="2.2" />
      <path d="M4 1.2h11L12 5l3 3.8H4z" fill="currentColor" />
    </>
  ),
  diamond: <path d="M8 1.5L14.5 8 8 14.5 1.5 8z" fill="var(--kv-white)" stroke="currentColor" strokeWidth="2" />,
  'diamond-full': <path d="M8 1.5L14.5 8 8 14.5 1.5 8z" fill="currentColor" stroke="currentColor" strokeWidth="2" />,
  level: (
    <>
      <circle cx="8" cy="4.6" r="2.7" fill="currentColor" />
      <circle cx="4.4" cy="11" r="2.7" fill="currentColor" />
      <circle cx="11.6" cy="11" r="2.7" fill="currentColor" />
    </>
  ),
};

function Shape({ shape }: { shape: NodeShape }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" data-shape={shape}>
      {shapes[shape]}
    </svg>
  );
}
