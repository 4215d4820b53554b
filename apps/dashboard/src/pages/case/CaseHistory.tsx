import type { CaseView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { Panel } from '../../parts/Panel.js';
import styles from './Case.module.css';
import type { OpenCaseForm } from './case-forms.js';

interface CaseHistoryProps {
  cases: readonly CaseView[];
  openForm(form: OpenCaseForm): void;
}

/** Cases that ended, the latest first, with the award that came of them. */
export function CaseHistory({ cases, openForm }: CaseHistoryProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t('recertification.history.title')}>
      {cases.length === 0 && <p className="muted">{t('recertification.history.none')}</p>}
      <ul className={styles['history']}>
        {cases.map((one) => (
          <PastCase key={one.id} one={one} openForm={openForm} />
        ))}
      </ul>
    </Panel>
  );
}

function PastCase({ one, openForm }: { one: CaseView; openForm: CaseHistoryProps['openForm'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t(`recertification.kind.${one.kind}`, { level: t(`recertification.level.${one.level}`) });
  const days = [
    t('recertification.summary.opened', { date: format.date(one.openedOn) }),
    one.decidedOn && t('recertification.history.decided', { date: format.date(one.decidedOn) }),
  ];
  return (
    <li>
      <div>
        <b>{title}</b>: {t(`recertification.states.${one.state}`)} {one.illustrative && <IllustrativeTag />}
        <div className="small muted">{days.filter(Boolean).join(' · ')}</div>
        {one.award && <p className={one.award.differs ? styles['differs'] : 'small'}>{one.award.explanation}</p>}
        {one.note && <p className={`small ${styles['text']}`}>{one.note}</p>}
      </div>
      <ActionButton
        permission="case:manage"
        size="xs"
        name={`${t('recertification.actions.correct')}: ${title}`}
        onClick={() => openForm({ kind: 'decide', caseId: one.id })}
      >
        {t('recertification.actions.correct')}
      </ActionButton>
    </li>
  );
}
