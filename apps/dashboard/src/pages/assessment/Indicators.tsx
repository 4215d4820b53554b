import type { ClusterAssessments } from '@klyngevagt/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../parts/EmptyState.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { useClusterAssessments } from './assessment-queries.js';
import { AssessmentHead } from './AssessmentHead.js';
import { GroupShares } from './GroupShares.js';
import { IndicatorBars } from './IndicatorBars.js';
import styles from './Indicators.module.css';
import { chosenAssessment, type Shown, shownWith } from './shown-assessment.js';
import { StartButtons } from './StartButtons.js';
import type { Tried } from './tried.js';
import { WhatIfPanel } from './WhatIfPanel.js';

/** A cluster's assessments: where it stands, why, group by group and indicator by indicator, and what would change it. */
export function Indicators({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const query = useClusterAssessments(slug);
  return (
    <>
      {query.isError && <ErrorState what={t('indicators.what')} error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <PanelSkeleton count={3} />}
      {query.data && <Answer answer={query.data} />}
    </>
  );
}

function Answer({ answer }: { answer: ClusterAssessments }) {
  const { t } = useTranslation();
  const { assessment: id, indicator } = useSearch({ strict: false });
  const navigate = useNavigate();
  const choose = (chosen: string) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, assessment: chosen, indicator: undefined }), replace: true });
  const assessment = chosenAssessment(answer.assessments, id);
  const shown = assessment && shownWith(answer, assessment);
  if (!shown) {
    const mayStart = answer.mayStart.length > 0;
    return (
      <EmptyState title={t('indicators.none.title')} action={mayStart && <StartButtons answer={answer} />}>
        {t(mayStart ? 'indicators.none.text' : 'indicators.none.reader')}
      </EmptyState>
    );
  }
  return (
    <div className={styles['page']}>
      <AssessmentHead answer={answer} shown={shown} onChoose={choose} />
      <Scores key={shown.assessment.id} shown={shown} opened={indicator} />
    </div>
  );
}

/** Scores tried out stay on this page and are never saved. */
function Scores({ shown, opened }: { shown: Shown; opened: string | undefined }) {
  const [tried, setTried] = useState<Tried>({});
  const [isTrying, setTrying] = useState(false);
  const close = () => {
    setTrying(false);
    setTried({});
  };
  return (
    <>
      <GroupShares shown={shown} />
      <WhatIfPanel shown={shown} tried={tried} isOpen={isTrying} onOpen={() => setTrying(true)} onClose={close} onTry={setTried} />
      <IndicatorBars
        shown={shown}
        opened={opened}
        tried={isTrying ? tried : null}
        onTry={(code, score) => setTried((before) => ({ ...before, [code]: score }))}
      />
    </>
  );
}
