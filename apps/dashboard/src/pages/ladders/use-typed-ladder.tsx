import type { LadderList } from '@klyngevagt/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import type { TypedChange } from '../rules/ChangeDrawer.js';
import { type EditedLadders, ladderChangeOf, ladderFormOf, mistakesIn, refusedFields } from './ladder-form.js';
import { LadderFields } from './LadderFields.js';

interface TypedLadder extends TypedChange {
  cluster: string;
  /** The steps as they were when the form was opened or begun again. */
  opened: EditedLadders;
  /** Throws away what was typed. */
  startAgain(): void;
}

/** The form of a ladder. `ladders`: as they are now; the page behind follows what others save, what is typed does not. */
export function useTypedLadder(ladders: EditedLadders, cluster: string, clusters: LadderList['clusters']): TypedLadder {
  const { t } = useTranslation();
  const { today } = useAsOf();
  const begin = (slug: string) => ({ opened: ladders, before: ladderFormOf(ladders, slug, today) });
  const [{ opened, before }, setBegun] = useState(() => begin(cluster));
  const [form, setForm] = useState(before);
  return {
    title: t('ladders.edit.title', { event: ladders.name }),
    isDirty: JSON.stringify(form) !== JSON.stringify(before),
    change: ladderChangeOf(ladders, form),
    mistakes: () => mistakesIn(ladders, form, t),
    refused: (error) => refusedFields(error, form, t),
    fields: (errors) => (
      <LadderFields
        ladders={ladders}
        clusters={clusters}
        form={form}
        errors={errors}
        onChange={(part) => setForm((now) => ({ ...now, ...part }))}
      />
    ),
    cluster: form.cluster,
    opened,
    startAgain: () => {
      const begun = begin(form.cluster);
      setBegun(begun);
      setForm(begun.before);
    },
  };
}
