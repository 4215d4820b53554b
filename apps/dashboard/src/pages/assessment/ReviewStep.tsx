import type { AssessmentSheet } from '@klyngevagt/contracts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import { paths } from '../../paths.js';
import { useMe } from '../../session.js';
import type { QueueState } from './answer-queue.js';
import styles from './Assessment.module.css';
import { useAssessmentChanged } from './assessment-queries.js';
import { isAnswered, nameIn, type ShownAnswer, type Step } from './sheet.js';

interface ReviewStepProps {
  sheet: AssessmentSheet;
  queue: QueueState;
  steps: readonly Step[];
  answerOf(code: string): ShownAnswer;
  onGo(step: number): void;
}

/** Everything at a glance, what is missing, and handing in. */
export function ReviewStep({ sheet: { assessment, framework }, queue, steps, answerOf, onGo }: ReviewStepProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const navigate = useNavigate();
  const isManager = useMe().role === 'manager';
  const { id, cluster, revision } = assessment;
  const changed = useAssessmentChanged(cluster.slug, id);
  const missing = framework.document.indicators.filter(({ code }) => !isAnswered(answerOf(code))).length;
  const isUnsaved = Object.keys(queue.pending).length > 0;
  const submit = useMutation({
    mutationFn: () => api.send('assessment.submit', { params: { id }, body: { revision } }),
    onSuccess: () => {
      changed();
      void navigate(isManager ? paths.myClusterIndicators(cluster.slug) : paths.clusterIndicators(cluster.slug));
    },
  });
  const blocked = missing > 0 ? t('assessment.submitBlocked', { count: missing }) : isUnsaved ? t('assessment.submitWaiting') : null;
  return (
    <>
      <SaveProblem problem={submit.error} />
      {steps.map(({ dimension, indicators }, index) => (
        <section key={dimension.code} className={styles['reviewed']}>
          <h3>
            <button type="button" onClick={() => onGo(index)}>
              {dimension.code} {nameIn(language, dimension)}
            </button>
          </h3>
          <dl className={styles['answers']}>
            {indicators.map((indicator) => {
              const answer = answerOf(indicator.code);
              return (
                <div key={indicator.code}>
                  <dt>{nameIn(language, indicator)}</dt>
                  <dd>
                    {isAnswered(answer) ? (
                      t('indicators.bars.score', { score: answer.score, maximum: indicator.maximum })
                    ) : (
                      <b>{t(answer.isToConfirm ? 'indicators.bars.toConfirm' : 'assessment.missing')}</b>
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
      <p>{t('assessment.submitText')}</p>
      {blocked && <p className="strong">{blocked}</p>}
      <ActionButton permission="assessment:fill" size="lg" variant="filled" blocked={blocked} onClick={() => submit.mutate()}>
        {t('assessment.submit')}
      </ActionButton>
    </>
  );
}
