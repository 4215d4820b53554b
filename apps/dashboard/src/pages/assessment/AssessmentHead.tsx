import type { AssessmentView, ClusterAssessments } from '@klyngevagt/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLookingBack } from '../../as-of.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { Note } from '../../parts/Note.js';
import { paths } from '../../paths.js';
import { nameOf } from './assessment-name.js';
import { useFigures } from './figures.js';
import { Downloads } from './FilePanel.js';
import styles from './Indicators.module.css';
import type { Shown } from './shown-assessment.js';
import { StartButtons } from './StartButtons.js';
import { StepDrawer, type DecisionStep } from './StepDrawer.js';

interface HeadProps {
  answer: ClusterAssessments;
  shown: Shown;
  onChoose(id: string): void;
}

/** Which assessment, how it came out, why, and what can be done with it now. */
export function AssessmentHead({ answer, shown, onChoose }: HeadProps) {
  const { t } = useTranslation();
  const { assessment } = shown;
  return (
    <section className={styles['head']} aria-labelledby="assessment-title">
      <div className={styles['title']}>
        <h2 id="assessment-title">
          <Title assessment={assessment} of={shown.document.indicators.length} />
        </h2>
        <p>
          <b>{t('indicators.gold', { outcome: t(`indicators.outcome.${assessment.score.outcome}`) })}</b>
          {' · '}
          {t(`indicators.state.${assessment.state}`)} {assessment.illustrative && <IllustrativeTag />}
        </p>
        {assessment.caseId && (
          <p>
            <Link {...paths.clusterCase(answer.cluster.slug)}>{t('indicators.ofCase')}</Link>
          </p>
        )}
      </div>
      <NativeSelect
        label={t('indicators.choose')}
        value={assessment.id}
        onChange={(event) => onChoose(event.currentTarget.value)}
        data={answer.assessments.map((one) => ({ value: one.id, label: nameOf(one, t) }))}
      />
      <Returned assessment={assessment} />
      <div className={styles['why']}>
        <h3>{t('indicators.why')}</h3>
        <ul>
          {assessment.score.reasons.map(({ code, text }) => (
            <li key={`${code} ${text}`}>{text}</li>
          ))}
        </ul>
      </div>
      <Actions answer={answer} shown={shown} />
    </section>
  );
}

function Title({ assessment, of }: { assessment: AssessmentView; of: number }) {
  const { t } = useTranslation();
  const figure = useFigures();
  const { share, unanswered } = assessment.score;
  const name = nameOf(assessment, t);
  return share === null
    ? t('indicators.title.open', { name, answered: of - unanswered.length, of })
    : t('indicators.title.share', { name, share: figure(share) });
}

function Returned({ assessment: { state, remarks } }: { assessment: AssessmentView }) {
  const { t } = useTranslation();
  const open = remarks.filter((remark) => remark.open).length;
  if (state !== 'returned') return null;
  return <Note tone="amber" title={t('indicators.returned', { count: open })} />;
}

function Actions({ answer, shown }: Pick<HeadProps, 'answer' | 'shown'>) {
  const { t } = useTranslation();
  const [step, setStep] = useState<DecisionStep | null>(null);
  const isLookingBack = useLookingBack();
  const { id, may, state } = shown.assessment;
  const steps = (['return', 'close', 'reopen'] as const).filter((one) => may[one]);
  const key = state === 'returned' || state === 'reopened' ? state : 'draft';
  return (
    <div className={styles['actions']} role="group" aria-label={t('indicators.actions.label')}>
      {may.edit && !isLookingBack && (
        <Link className={styles['primary']} {...paths.assessment(id)}>
          {t(`indicators.fill.${key}`)}
        </Link>
      )}
      {!isLookingBack &&
        steps.map((one) => (
          <Button key={one} variant={one === 'close' ? 'filled' : 'default'} onClick={() => setStep(one)}>
            {t(`indicators.actions.${one}`)}
          </Button>
        ))}
      {answer.mayStart.length > 0 && <StartButtons answer={answer} />}
      <Downloads id={id} />
      {step && <StepDrawer step={step} shown={shown} onClose={() => setStep(null)} />}
    </div>
  );
}
