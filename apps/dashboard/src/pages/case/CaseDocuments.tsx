import type { CaseView } from '@klyngevagt/contracts';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Documents } from '../../documents/Documents.js';
import { Panel } from '../../parts/Panel.js';
import { useMay } from '../../session.js';

/** Documents of the case, and of one of its steps: the one that somebody can do now, until another is chosen. */
export function CaseDocuments({ slug, one }: { slug: string; one: CaseView }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const step =
    one.milestones.find(({ id }) => id === chosen) ??
    one.milestones.find(({ milestone }) => milestone === one.ball?.milestone) ??
    one.milestones[0];
  if (!useMay('document:read')) return null;
  const nameOf = ({ milestone }: CaseView['milestones'][number]) => t(`recertification.milestones.${milestone}`);
  return (
    <>
      {step && (
        <Panel title={t('recertification.documents.step', { milestone: nameOf(step) })}>
          <NativeSelect
            label={t('recertification.documents.choose')}
            value={step.id}
            maw="20rem"
            mb="sm"
            data={one.milestones.map((milestone) => ({ value: milestone.id, label: nameOf(milestone) }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Documents key={step.id} slug={slug} subject={{ kind: 'milestone', id: step.id }} of={nameOf(step)} />
        </Panel>
      )}
      <Panel title={t('recertification.documents.case')}>
        <Documents key={one.id} slug={slug} subject={{ kind: 'case', id: one.id }} />
      </Panel>
    </>
  );
}
