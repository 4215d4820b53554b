import type { AssessmentSheet } from '@klyngevagt/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLookingBack } from '../../as-of.js';
import { useFormat } from '../../format.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { NoAccess } from '../../parts/NoAccess.js';
import { Note } from '../../parts/Note.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { paths } from '../../paths.js';
import { hasCode } from '../../queries.js';
import { useMe } from '../../session.js';
import { NotFoundPage } from '../../shell/NotFoundPage.js';
import styles from './Assessment.module.css';
import { assessmentQuery } from './assessment-queries.js';
import { AssessmentForm } from './AssessmentForm.js';
import { nameIn } from './sheet.js';

/** Filling in an assessment: five steps, phone first. What is typed is never lost. */
export function AssessmentPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/signed-in/assessments/$id' });
  const query = useQuery(assessmentQuery(id));
  const sheet = query.data;
  if (hasCode(query.error, 'not-found')) return <NotFoundPage />;
  return (
    <div className={styles['roomy']}>
      {sheet ? <Head sheet={sheet} /> : <AnswerBand title={t('assessment.document')} />}
      <div className={`wrap ${styles['page']}`}>
        {hasCode(query.error, 'not-allowed') ? (
          <NoAccess />
        ) : (
          query.isError && !sheet && <ErrorState what={t('assessment.what')} error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.isPending && <PanelSkeleton count={3} />}
        {sheet && <Body key={id} sheet={sheet} refetch={() => void query.refetch()} />}
      </div>
    </div>
  );
}

function Head({ sheet: { assessment } }: { sheet: AssessmentSheet }) {
  const { t } = useTranslation();
  const { kind, round, cluster, illustrative } = assessment;
  const isManager = useMe().role === 'manager';
  const back = isManager ? paths.myClusterIndicators(cluster.slug) : paths.clusterIndicators(cluster.slug);
  return (
    <AnswerBand
      title={t('assessment.title', { kind: t('indicators.named', { kind: t(`indicators.kind.${kind}`), round }), cluster: cluster.name })}
      documentTitle={t('assessment.document')}
      above={
        <>
          <Link {...back}>{t('assessment.back')}</Link> {illustrative && <IllustrativeTag />}
        </>
      }
      lead={t(`indicators.state.${assessment.state}`)}
    />
  );
}

function Body({ sheet, refetch }: { sheet: AssessmentSheet; refetch(): void }) {
  const { t } = useTranslation();
  const isLookingBack = useLookingBack();
  const { may, state } = sheet.assessment;
  if (may.edit && !isLookingBack) return <AssessmentForm sheet={sheet} refetch={refetch} />;
  const why = isLookingBack
    ? t('shell.asOf.disabled')
    : t(`assessment.locked.${state === 'submitted' || state === 'closed' ? state : 'other'}`);
  return (
    <>
      <Note tone="blue" title={why} role="status" />
      <ReadOnly sheet={sheet} />
    </>
  );
}

function ReadOnly({ sheet: { assessment, framework } }: { sheet: AssessmentSheet }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const answers = new Map(assessment.answers.map((answer) => [answer.indicator, answer]));
  return (
    <dl className={styles['answers']}>
      {framework.document.indicators.map((indicator) => {
        const answer = answers.get(indicator.code);
        return (
          <div key={indicator.code}>
            <dt>
              {indicator.code} {nameIn(language, indicator)}
            </dt>
            <dd>
              {answer?.score == null
                ? t('indicators.bars.unanswered')
                : t('indicators.bars.score', { score: answer.score, maximum: indicator.maximum })}
              {answer?.comment && <p className="small muted">{answer.comment}</p>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
