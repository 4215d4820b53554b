import type { CaseView } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { Documents } from '../../documents/Documents.js';
import { Panel } from '../../parts/Panel.js';
import { useMay } from '../../session.js';

/** Documents of the case, and of the step that somebody can do now. */
export function CaseDocuments({ slug, one }: { slug: string; one: CaseView }) {
  const { t } = useTranslation();
  const step = one.milestones.find(({ milestone }) => milestone === one.ball?.milestone);
  if (!useMay('document:read')) return null;
  return (
    <>
      {step && (
        <Panel title={t('recertification.documents.step', { milestone: t(`recertification.milestones.${step.milestone}`) })}>
          <Documents key={step.id} slug={slug} subject={{ kind: 'milestone', id: step.id }} />
        </Panel>
      )}
      <Panel title={t('recertification.documents.case')}>
        <Documents key={one.id} slug={slug} subject={{ kind: 'case', id: one.id }} />
      </Panel>
    </>
  );
}
