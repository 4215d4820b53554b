import type { CaseView, MilestoneView } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Documents } from '../../documents/Documents.js';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';
import { Panel } from '../../parts/Panel.js';
import { paths } from '../../paths.js';
import { useCases } from '../case/case-query.js';
import styles from './MyCluster.module.css';
import { OwnTaskList } from './OwnTaskList.js';
import { decisiveMilestone } from './own-words.js';

/** The steps of the own case: what waits for the cluster, what for others. Without a case the steps of the deadlines. */
export function OwnChecklist({ detail, openForm }: ClusterPartProps) {
  const { slug } = detail.row;
  const current = useCases(slug).data?.current ?? null;
  if (current?.state !== 'open') return <OwnTaskList detail={detail} openForm={openForm} />;
  return <Steps detail={detail} openForm={openForm} current={current} />;
}

function Steps({ detail, openForm, current }: ClusterPartProps & { current: CaseView }) {
  const { t } = useTranslation();
  const { slug } = detail.row;
  const { milestones } = current;
  const done = milestones.filter(({ doneOn }) => doneOn !== null);
  const open = milestones.filter(({ doneOn }) => doneOn === null);
  const ours = open.filter(({ owner }) => owner === 'cluster');
  const theirs = open.filter(({ owner }) => owner !== 'cluster');
  // The deadline that the head of the page speaks of; preparations are advice, and stand out only where no deadline does.
  const decisive = decisiveMilestone(detail);
  const first = (ours.find(({ milestone }) => milestone === decisive) ?? ours.find(({ ready }) => ready))?.id;
  const count = <span className="small muted">{t('myCluster.tasks.done', { done: done.length, count: milestones.length })}</span>;
  return (
    <div id="tasks">
      <Panel title={t('myCluster.tasks.title')} aside={count} flush>
        <Group title={t('myCluster.waiting.you')} none={t('myCluster.waiting.noneOfYou')} isEmpty={ours.length === 0}>
          {ours.map((step) => (
            <Step key={step.id} step={step} slug={slug} openForm={openForm} isCurrent={step.id === first} />
          ))}
        </Group>
        <Group title={t('myCluster.waiting.others')} none={t('myCluster.waiting.noneOfOthers')} isEmpty={theirs.length === 0}>
          {theirs.map((step) => (
            <Step key={step.id} step={step} slug={slug} openForm={openForm} isCurrent={false} />
          ))}
        </Group>
        {done.length > 0 && (
          <details className={styles['doneSteps']}>
            <summary>{t('myCluster.waiting.done', { count: done.length })}</summary>
            <ul>
              {done.map((step) => (
                <DoneStep key={step.id} step={step} />
              ))}
            </ul>
          </details>
        )}
        <p className={styles['wholeCase']}>
          <Link {...paths.clusterCase(slug)}>{t('myCluster.waiting.case')}</Link>
        </p>
      </Panel>
    </div>
  );
}

function Group({ title, none, isEmpty, children }: { title: string; none: string; isEmpty: boolean; children: ReactNode }) {
  return (
    <>
      <h3 className={styles['group']}>{title}</h3>
      {isEmpty ? <p className={`muted ${styles['noTasks']}`}>{none}</p> : <ol>{children}</ol>}
    </>
  );
}

/** Steps to which files belong: they are sent right where they are asked for. */
const withFiles: ReadonlySet<MilestoneView['milestone']> = new Set(['documentation', 'submission']);

interface StepProps {
  step: MilestoneView;
  slug: string;
  openForm: ClusterPartProps['openForm'];
  isCurrent: boolean;
}

function Step({ step, slug, openForm, isCurrent }: StepProps) {
  const { t } = useTranslation();
  const isOurs = step.owner === 'cluster';
  return (
    <li className={`${styles['task']} ${isCurrent ? styles['current'] : ''}`} aria-current={isCurrent ? 'step' : undefined}>
      <span className={styles['mark']} aria-hidden="true">
        {step.ready || isCurrent ? '!' : '…'}
      </span>
      <div>
        <div className={styles['taskHead']}>
          <h4>{t(`recertification.milestones.${step.milestone}`)}</h4>
          <StepDue step={step} />
        </div>
        <p className="muted">{t(`recertification.help.${step.milestone}`)}</p>
        {step.milestone === 'self-test' && <Link {...paths.myClusterIndicators(slug)}>{t('recertification.list.openSelfTest')}</Link>}
        {!isOurs && <p className="small muted">{t('myCluster.waiting.by', { owner: t(`recertification.owner.${step.owner}`) })}</p>}
        {isOurs && withFiles.has(step.milestone) && (
          <Documents slug={slug} subject={{ kind: 'milestone', id: step.id }} of={t(`recertification.milestones.${step.milestone}`)} />
        )}
      </div>
      {isOurs && step.milestone === 'order' && (
        <div className={styles['taskAction']}>
          <ActionButton permission="audit:report" onClick={() => openForm({ kind: 'audit' })}>
            {t('myCluster.action.audit')}
          </ActionButton>
        </div>
      )}
    </li>
  );
}

function StepDue({ step: { dueOn, latestOn, overdue } }: { step: MilestoneView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = dueOn ?? latestOn;
  if (day === null) return <span className={styles['due']}>{t('myCluster.tasks.undated')}</span>;
  return <span className={styles['due']}>{t(overdue ? 'myCluster.tasks.was' : 'myCluster.tasks.by', { date: format.longDate(day) })}</span>;
}

function DoneStep({ step: { milestone, doneOn } }: { step: MilestoneView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className={styles['doneStep']}>
      <Check size={14} aria-hidden /> {t(`recertification.milestones.${milestone}`)}
      <span className="small muted">{doneOn && t('myCluster.waiting.doneOn', { date: format.longDate(doneOn) })}</span>
    </li>
  );
}
