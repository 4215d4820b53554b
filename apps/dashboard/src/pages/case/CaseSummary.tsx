import type { CaseBoard, CaseView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { Icon } from '../../parts/Icon.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { Note } from '../../parts/Note.js';
import { Panel } from '../../parts/Panel.js';
import styles from './Case.module.css';
import type { OpenCaseForm } from './case-forms.js';

interface CaseSummaryProps {
  board: CaseBoard;
  one: CaseView;
  openForm(form: OpenCaseForm): void;
}

/** Who has the ball, what the case works towards, and whether the decision comes in time. */
export function CaseSummary({ board, one, openForm }: CaseSummaryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t(`recertification.kind.${one.kind}`, { level: t(`recertification.level.${one.level}`) });
  const opened = t(one.openedByItself ? 'recertification.summary.openedByItself' : 'recertification.summary.opened', {
    date: format.longDate(one.openedOn),
  });
  return (
    <Panel
      title={
        <>
          {title} {one.illustrative && <IllustrativeTag />}
        </>
      }
      aside={
        <ActionButton permission="case:manage" size="sm" onClick={() => openForm({ kind: 'decide', caseId: one.id })}>
          {t(one.state === 'open' ? 'recertification.actions.decide' : 'recertification.actions.correct')}
        </ActionButton>
      }
    >
      <dl className={styles['facts']}>
        <Ball one={one} />
        {one.anchorOn && one.anchor && (
          <div>
            <dt>{t('recertification.summary.towards')}</dt>
            <dd>{t(`recertification.summary.anchors.${one.anchor}`, { date: format.longDate(one.anchorOn) })}</dd>
          </div>
        )}
        <Decision one={one} />
        <div>
          <dt>{t('recertification.summary.state')}</dt>
          <dd>{t(`recertification.states.${one.state}`)}</dd>
          <dd className="small muted">{opened}</dd>
        </div>
      </dl>
      <Remarks board={board} one={one} />
    </Panel>
  );
}

function Ball({ one: { ball, cure } }: { one: CaseView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!ball) return null;
  const milestone = t(`recertification.milestones.${ball.milestone}`);
  return (
    <div className={styles['ball']}>
      <dt>{t('recertification.ball.title')}</dt>
      <dd className={styles['owner']}>{t(`recertification.owner.${ball.owner}`)}</dd>
      <dd>
        {cure && ball.dueOn
          ? t('recertification.cure.mend', { date: format.longDate(ball.dueOn) })
          : ball.dueOn
            ? t('recertification.ball.until', { milestone, date: format.longDate(ball.dueOn) })
            : t('recertification.ball.undated', { milestone })}
      </dd>
    </div>
  );
}

function Decision({ one: { decisionOn, inTime } }: { one: CaseView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!decisionOn || inTime === null) return null;
  return (
    <div>
      <dt>{t('recertification.summary.decision')}</dt>
      <dd>{format.longDate(decisionOn)}</dd>
      <dd className={inTime ? styles['inTime'] : styles['tooLate']}>
        <Icon name={inTime ? 'valid' : 'expired'} size={14} />
        {t(inTime ? 'recertification.summary.inTime' : 'recertification.summary.late')}
      </dd>
    </div>
  );
}

function Remarks({ board, one }: { board: CaseBoard; one: CaseView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { cure, note } = one;
  const date = cure ? format.longDate(cure.endsOn) : '';
  return (
    <>
      {cure && (
        <Note
          tone={cure.running ? 'amber' : 'red'}
          title={t(cure.running ? 'recertification.cure.running' : 'recertification.cure.ended', { date })}
        >
          {t(cure.running ? 'recertification.cure.runningText' : 'recertification.cure.endedText')}
          {note && <p className={styles['text']}>{note}</p>}
        </Note>
      )}
      {!cure && note && <p className={styles['text']}>{note}</p>}
      {!one.present && one.state === 'open' && <Note tone="amber" title={t('recertification.summary.notPresent')} />}
      {one.present && !board.cluster.bound && <Note tone="blue" title={t('recertification.summary.notBound')} />}
    </>
  );
}
