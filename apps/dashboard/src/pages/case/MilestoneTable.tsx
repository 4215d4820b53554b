import type { CaseView, MilestoneView } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { CardTable } from '../../parts/CardTable.js';
import { CertaintyDot } from '../../parts/Certainty.js';
import { Icon } from '../../parts/Icon.js';
import { Panel } from '../../parts/Panel.js';
import { paths } from '../../paths.js';
import { useMe } from '../../session.js';
import styles from './Case.module.css';
import type { OpenCaseForm } from './case-forms.js';
import { type SignCode, signOf } from './case-phases.js';

interface MilestoneTableProps {
  slug: string;
  one: CaseView;
  openForm(form: OpenCaseForm): void;
}

/** Every step: by when at the latest, what is planned, what was done, and by whom. */
export function MilestoneTable({ slug, one, openForm }: MilestoneTableProps) {
  const { t } = useTranslation();
  const isRunning = one.state === 'open' || one.state === 'failed';
  return (
    <Panel title={t('recertification.list.title')} flush>
      <CardTable caption={t('recertification.list.title')} foldsAt="tablet" flush className={styles['steps']}>
        <thead>
          <tr>
            {(['step', 'owner', 'latest', 'planned', 'expected', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`recertification.list.${column}`)}
              </th>
            ))}
            {isRunning && (
              <th scope="col">
                <span className="sr">{t('recertification.list.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {one.milestones.map((milestone) => (
            <Row key={milestone.id} slug={slug} milestone={milestone} one={one} isRunning={isRunning} openForm={openForm} />
          ))}
        </tbody>
      </CardTable>
    </Panel>
  );
}

type RowProps = MilestoneTableProps & { milestone: MilestoneView; isRunning: boolean };

function Row({ slug, milestone, one, isRunning, openForm }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = t(`recertification.milestones.${milestone.milestone}`);
  const isBall = one.ball?.milestone === milestone.milestone;
  return (
    <tr className={isBall ? styles['current'] : undefined} aria-current={isBall ? 'step' : undefined}>
      <th scope="row">
        {name}
        <div className={styles['help']}>
          {t(`recertification.help.${milestone.milestone}`)} {milestone.milestone === 'self-test' && <SelfTestLink slug={slug} />}
        </div>
        {milestone.note && <div className={`${styles['help']} ${styles['text']}`}>{milestone.note}</div>}
      </th>
      <td data-label={t('recertification.list.owner')}>{t(`recertification.owner.${milestone.owner}`)}</td>
      <td data-label={t('recertification.list.latest')}>
        <Latest milestone={milestone} />
      </td>
      <td data-label={t('recertification.list.planned')}>
        {milestone.plannedOn ? format.date(milestone.plannedOn) : <span className="muted">{t('recertification.list.notPlanned')}</span>}
      </td>
      <td data-label={t(milestone.doneOn ? 'recertification.list.done' : 'recertification.list.expected')}>
        <Expected milestone={milestone} />
      </td>
      <td>
        <StepSign milestone={milestone} />
      </td>
      {isRunning && (
        <td>
          <div className={styles['actions']}>
            <StepActions milestone={milestone} name={name} openForm={openForm} />
          </div>
        </td>
      )}
    </tr>
  );
}

function SelfTestLink({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const isManager = useMe().role === 'manager';
  return (
    <Link {...(isManager ? paths.myClusterIndicators(slug) : paths.clusterIndicators(slug))}>{t('recertification.list.openSelfTest')}</Link>
  );
}

function Latest({ milestone: { latestOn, rawOn, rule, dueOn, doneOn } }: { milestone: MilestoneView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!latestOn) return null;
  return (
    <>
      <span className="nowrap">
        {format.date(latestOn)} {rule && <CertaintyDot confidence={rule.confidence} />}
      </span>
      {rawOn && <div className={styles['help']}>{t('recertification.list.rolled', { date: format.date(rawOn) })}</div>}
      {dueOn && dueOn !== latestOn && doneOn === null && (
        <div className={styles['help']}>{t('recertification.list.dueForAudit', { date: format.date(dueOn) })}</div>
      )}
    </>
  );
}

function Expected({ milestone: { doneOn, doneByBooking, expectedOn, expectedEndsOn, slackWorkingDays } }: { milestone: MilestoneView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (doneOn) {
    return (
      <>
        <b className="nowrap">{format.date(doneOn)}</b>
        {doneByBooking && <div className={styles['help']}>{t('recertification.list.doneByBooking')}</div>}
      </>
    );
  }
  if (!expectedOn) return null;
  const days = expectedEndsOn && expectedEndsOn !== expectedOn ? ` – ${format.date(expectedEndsOn)}` : '';
  const slack =
    slackWorkingDays !== null &&
    (slackWorkingDays < 0
      ? t('recertification.list.lateBy', { count: -slackWorkingDays })
      : t('recertification.list.slack', { count: slackWorkingDays }));
  return (
    <>
      {format.date(expectedOn)}
      {days}
      {slack && <div className={`${styles['help']} ${(slackWorkingDays ?? 0) < 0 ? 'loud' : ''}`}>{slack}</div>}
    </>
  );
}

const shapes = {
  done: 'valid',
  overdue: 'expired',
  tooLate: 'expired',
  behindPlan: 'soon',
  squeezed: 'soon',
  ready: 'left',
  waiting: 'none',
} as const satisfies Record<SignCode, string>;

function StepSign({ milestone }: { milestone: MilestoneView }) {
  const { t } = useTranslation();
  const sign = signOf(milestone);
  const isLoud = sign === 'overdue' || sign === 'tooLate';
  return (
    <span className={`${styles['sign']} ${styles[sign]} ${isLoud ? 'loud' : ''}`}>
      <Icon name={shapes[sign]} size={14} /> {t(`recertification.signs.${sign}`)}
    </span>
  );
}

interface StepActionsProps {
  milestone: MilestoneView;
  name: string;
  openForm(form: OpenCaseForm): void;
}

function StepActions({ milestone, name, openForm }: StepActionsProps) {
  const { t } = useTranslation();
  const { id, doneOn, doneByBooking, plannedOn, mayComplete } = milestone;
  const planned = plannedOn ? 'reschedule' : 'plan';
  const isTicked = doneOn !== null && !doneByBooking;
  return (
    <>
      {doneOn === null && (
        <ActionButton
          permission="case:manage"
          size="xs"
          name={t(`recertification.actions.${planned}One`, { milestone: name })}
          onClick={() => openForm({ kind: 'plan', milestoneId: id })}
        >
          {t(`recertification.actions.${planned}`)}
        </ActionButton>
      )}
      {mayComplete && (
        <ActionButton
          permission="case:report"
          size="xs"
          name={t(isTicked ? 'recertification.actions.undoOne' : 'recertification.actions.doneOne', { milestone: name })}
          onClick={() => openForm({ kind: isTicked ? 'undo' : 'done', milestoneId: id })}
        >
          {t(isTicked ? 'recertification.actions.undo' : 'recertification.actions.done')}
        </ActionButton>
      )}
      <ActionButton
        permission="case:report"
        size="xs"
        name={t('recertification.actions.noteOne', { milestone: name })}
        onClick={() => openForm({ kind: 'note', milestoneId: id })}
      >
        {t('recertification.actions.note')}
      </ActionButton>
    </>
  );
}
