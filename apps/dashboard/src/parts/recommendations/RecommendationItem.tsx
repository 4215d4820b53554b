import type { RecommendationView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { useMe } from '../../session.js';
import { ActionButton } from '../ActionButton.js';
import { IllustrativeTag } from '../IllustrativeTag.js';
import type { OpenedForm } from './opened-form.js';
import styles from './Recommendations.module.css';

interface RecommendationItemProps {
  recommendation: RecommendationView;
  onForm(form: OpenedForm): void;
}

/** One recommendation: what is advised, where it stands, how it is followed up, and what may be done next. */
export function RecommendationItem({ recommendation, onForm }: RecommendationItemProps) {
  const { t } = useTranslation();
  const isReader = useMe().role === 'reader';
  const { text, indicators, illustrative, may } = recommendation;
  return (
    <li>
      <p className="strong">{text ?? t(isReader ? 'recommendations.hidden' : 'recommendations.erased')}</p>
      <Standing recommendation={recommendation} />
      {indicators.length > 0 && (
        <p className="small muted">
          {t('recommendations.about', { names: indicators.map(({ code, name }) => `${code} ${name}`).join(', ') })}
        </p>
      )}
      {illustrative && <IllustrativeTag />}
      <Notes recommendation={recommendation} />
      <div className={styles['actions']}>
        {may.note && (
          <ActionButton permission="recommendation:follow-up" size="sm" onClick={() => onForm({ kind: 'note', of: recommendation })}>
            {t('recommendations.note')}
          </ActionButton>
        )}
        {may.steps.map((step) => (
          <ActionButton
            key={step}
            permission="recommendation:follow-up"
            size="sm"
            onClick={() => onForm({ kind: 'step', of: recommendation, step })}
          >
            {t(`recommendations.steps.${step}`)}
          </ActionButton>
        ))}
        {may.edit && (
          <ActionButton permission="recommendation:write" size="sm" onClick={() => onForm({ kind: 'write', of: recommendation })}>
            {t('recommendations.edit')}
          </ActionButton>
        )}
      </div>
    </li>
  );
}

function Standing({ recommendation }: { recommendation: RecommendationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, owner, givenOn, dueOn, overdue, carriedOver, reportedOn, closedOn } = recommendation;
  const parts = [
    state === 'reported' && reportedOn
      ? t('recommendations.reported', { date: format.date(reportedOn) })
      : t(`recommendations.state.${state}`),
    closedOn && t('recommendations.closed', { date: format.date(closedOn) }),
    t(`recommendations.owner.${owner}`),
    t('recommendations.given', { date: format.date(givenOn) }),
    dueOn ? t('recommendations.due', { date: format.date(dueOn) }) : t('recommendations.noDue'),
    carriedOver && t('recommendations.carriedOver'),
  ];
  return (
    <p className="small">
      {overdue && <strong className={styles['overdue']}>{t('recommendations.overdue')}. </strong>}
      {parts.filter(Boolean).join(' · ')}
    </p>
  );
}

function Notes({ recommendation: { notes } }: { recommendation: RecommendationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (notes.length === 0) return null;
  return (
    <ul className={styles['notes']}>
      {notes.map(({ id, on, by, text }) => (
        <li key={id} className="small">
          <span className="muted">{t('recommendations.noteLine', { date: format.date(on), by: t(`recommendations.by.${by}`) })}</span>{' '}
          {text}
        </li>
      ))}
    </ul>
  );
}
