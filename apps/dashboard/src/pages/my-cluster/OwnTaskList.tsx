import { Check } from 'lucide-react';
import type { ClusterDetail } from '@klyngevagt/contracts';
import { daysBetween } from '@klyngevagt/scoring';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { Panel } from '../../parts/Panel.js';
import styles from './MyCluster.module.css';
import type { ClusterPartProps } from '../../parts/cluster-forms/cluster-part-props.js';
import { type OwnTask, ownTasks } from './own-tasks.js';

/** The steps as things to do; the one to do now stands out. */
export function OwnTaskList({ detail, openForm }: ClusterPartProps) {
  const { t } = useTranslation();
  const tasks = ownTasks(detail);
  const done = tasks.filter(({ isDone }) => isDone).length;
  const count = <span className="small muted">{t('myCluster.tasks.done', { done, count: tasks.length })}</span>;
  return (
    <div id="tasks">
      <Panel title={t('myCluster.tasks.title')} aside={tasks.length > 0 && count} flush>
        {tasks.length === 0 && (
          <p className={`muted ${styles['noTasks']}`}>
            <b>{t('myCluster.tasks.none')}.</b> {t('myCluster.tasks.noneText')}
          </p>
        )}
        <ol>
          {tasks.map((task, index) => (
            <Task key={task.step} task={task} number={index + 1} detail={detail} openForm={openForm} />
          ))}
        </ol>
      </Panel>
    </div>
  );
}

function Task({ task, number, detail, openForm }: ClusterPartProps & { task: OwnTask; number: number }) {
  const { t } = useTranslation();
  const text = useTaskText(task, detail);
  return (
    <li className={`${styles['task']} ${task.isCurrent ? styles['current'] : ''}`} aria-current={task.isCurrent ? 'step' : undefined}>
      <span className={`${styles['mark']} ${task.isDone ? styles['done'] : ''}`} aria-hidden="true">
        {task.isDone ? <Check size={14} /> : number}
      </span>
      <div>
        <div className={styles['taskHead']}>
          <h3>{t(`myCluster.tasks.names.${task.step}`)}</h3>
          <DueText task={task} />
        </div>
        <p className="muted">{text}</p>
      </div>
      {task.step === 'order' && !task.isDone && (
        <div className={styles['taskAction']}>
          <ActionButton permission="audit:report" onClick={() => openForm({ kind: 'audit' })}>
            {t('myCluster.action.audit')}
          </ActionButton>
        </div>
      )}
    </li>
  );
}

function DueText({ task }: { task: OwnTask }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (task.isDone) return <span className={styles['due']}>{t('myCluster.tasks.isDone')}</span>;
  if (task.dueOn === null) return <span className={styles['due']}>{t('myCluster.tasks.undated')}</span>;
  const date = format.longDate(task.dueOn);
  return <span className={styles['due']}>{t(task.isPassed ? 'myCluster.tasks.was' : 'myCluster.tasks.by', { date })}</span>;
}

function useTaskText({ step, isDone }: OwnTask, { chain }: ClusterDetail): string {
  const { t } = useTranslation();
  const format = useFormat();
  const auditBy = chain?.steps.find((one) => one.step === 'audit')?.latestOn ?? null;
  if (step === 'order') {
    if (isDone && chain?.booking) return t('myCluster.tasks.texts.order-done', { date: format.longDate(chain.booking.firstDayOn) });
    return auditBy ? t('myCluster.tasks.texts.order', { auditBy: format.longDate(auditBy) }) : t('myCluster.tasks.texts.order-undated');
  }
  if (step === 'decision') {
    const decisionBy = chain?.steps.find((one) => one.step === 'decision')?.latestOn ?? null;
    const days = auditBy && decisionBy ? daysBetween(auditBy, decisionBy) : null;
    return days === null ? t('myCluster.tasks.texts.decision-undated') : t('myCluster.tasks.texts.decision', { days });
  }
  return t(`myCluster.tasks.texts.${step}`);
}
