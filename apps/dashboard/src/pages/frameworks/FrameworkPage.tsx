import type { FrameworkView } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { AnswerBand } from '../../parts/AnswerBand.js';
import { ErrorState } from '../../parts/ErrorState.js';
import { Note } from '../../parts/Note.js';
import { PageContent } from '../../parts/PageContent.js';
import { PanelSkeleton } from '../../parts/Skeleton.js';
import { saveFile } from '../../parts/save-file.js';
import { paths } from '../../paths.js';
import { hasCode } from '../../queries.js';
import { useMay } from '../../session.js';
import { NotFoundPage } from '../../shell/NotFoundPage.js';
import { ActivationForm } from './ActivationForm.js';
import { FrameworkChanges } from './FrameworkChanges.js';
import { frameworkQuery } from './framework-queries.js';
import { FrameworkTable } from './FrameworkTable.js';

const route = getRouteApi('/signed-in/frameworks/$id');

/** One version: every indicator with its figures and how sure they are, and what it changes for each cluster. */
export function FrameworkPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { known } = useAsOf();
  const mayCompare = useMay('assessment:decide');
  const query = useQuery(frameworkQuery(id, known));
  const framework = query.data;
  if (hasCode(query.error, 'not-found')) return <NotFoundPage />;
  return (
    <>
      <AnswerBand
        title={framework ? nameOf(framework, t) : t('frameworks.document')}
        above={<Link {...paths.frameworks()}>{t('frameworks.document')}</Link>}
        lead={framework && <Rule framework={framework} />}
        controls={framework && <Actions framework={framework} />}
      />
      <PageContent>
        {query.isError && <ErrorState what={t('frameworks.what')} error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <PanelSkeleton count={2} />}
        {framework && <Assumed framework={framework} />}
        {framework && mayCompare && <FrameworkChanges id={framework.id} />}
        {framework && <FrameworkTable document={framework.document} />}
      </PageContent>
    </>
  );
}

function nameOf({ document, state }: FrameworkView, t: TFunction): string {
  const name = t('frameworks.title', { level: t(`terms.level.${document.level}`), version: document.version });
  return `${name}: ${t(`frameworks.state.${state}`).toLowerCase()}`;
}

function Rule({ framework: { document } }: { framework: FrameworkView }) {
  const { t } = useTranslation();
  const { bindingMinimums, shareOfTotal: share } = document.passRule;
  const binds = (code: string) => bindingMinimums === 'all' || bindingMinimums.includes(code);
  const count = document.indicators.filter(({ code, minimum }) => minimum !== null && binds(code)).length;
  return (
    <>{t('frameworks.passRule', { share, minimums: count === 0 ? t('frameworks.noMinimums') : t('frameworks.minimums', { count }) })}</>
  );
}

function Assumed({ framework: { document } }: { framework: FrameworkView }) {
  const { t } = useTranslation();
  const count = document.indicators.filter(({ valuesConfidence }) => valuesConfidence === 'assumption').length;
  if (count === 0) return null;
  return <Note tone="blue" title={t('frameworks.assumed', { count, of: document.indicators.length })} />;
}

function Actions({ framework }: { framework: FrameworkView }) {
  const { t } = useTranslation();
  const [isActivating, setActivating] = useState(false);
  const { document, state } = framework;
  const name = t('frameworks.file', { level: t(`terms.level.${document.level}`).toLowerCase(), version: document.version });
  return (
    <>
      <Button
        leftSection={<Download size={14} aria-hidden />}
        onClick={() => saveFile(`${JSON.stringify(document, null, 2)}\n`, `${name}.json`)}
      >
        {t('frameworks.export')}
      </Button>
      {state === 'draft' && (
        <ActionButton permission="framework:edit" variant="filled" onClick={() => setActivating(true)}>
          {t('frameworks.activate.open')}
        </ActionButton>
      )}
      {isActivating && <ActivationForm framework={framework} onClose={() => setActivating(false)} />}
    </>
  );
}
