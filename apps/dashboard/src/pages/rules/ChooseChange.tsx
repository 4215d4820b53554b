import type { LadderList, RuleList } from '@klyngevagt/contracts';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../parts/ActionButton.js';
import { Panel } from '../../parts/Panel.js';
import type { EventLadders } from '../ladders/ladders-query.js';
import type { RuleTask } from './rule-form.js';
import { groupRules } from './rule-groups.js';
import styles from './Rules.module.css';

/** What a draft can change: whatever can be changed by itself. */
export type DraftTask = RuleTask | { kind: 'ladder'; ladders: EventLadders };

interface ChooseChangeProps {
  list: RuleList;
  ladders: LadderList['events'];
  onChoose(task: DraftTask): void;
}

const others = ['close-days', 'open-days'] as const;

/** Which rule, which ladder or which days the next change of a draft is about. */
export function ChooseChange({ list, ladders, onChoose }: ChooseChangeProps) {
  const { t } = useTranslation();
  const rules = list.rules.filter(({ applies }) => applies !== 'no-longer');
  const [chosen, setChosen] = useState<string>(rules[0]?.id ?? others[0]);
  const start = () => {
    const rule = rules.find(({ id }) => id === chosen);
    const ofEvent = ladders.find(({ event }) => event === chosen);
    const other = others.find((kind) => kind === chosen);
    if (rule) onChoose({ kind: 'rule', rule });
    else if (ofEvent) onChoose({ kind: 'ladder', ladders: ofEvent });
    else if (other) onChoose({ kind: other });
  };
  return (
    <Panel title={t('rules.drafts.add')}>
      <div className={styles['choose']}>
        <NativeSelect
          label={t('rules.drafts.choose')}
          value={chosen}
          data={[
            ...groupRules(rules).map(({ name, rules: ofGroup }) => ({
              group: t(`rules.groups.${name}`),
              items: ofGroup.map(({ id, label, value }) => ({ value: id, label: `${label}: ${value}` })),
            })),
            {
              group: t('ladders.document'),
              items: ladders.map(({ event, name }) => ({ value: event, label: t('ladders.draft.ofAll', { event: name }) })),
            },
            { group: t('rules.closed.title'), items: others.map((kind) => ({ value: kind, label: t(`rules.edit.title.${kind}`) })) },
          ]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <ActionButton permission="rules:edit" onClick={start}>
          {t('rules.drafts.start')}
        </ActionButton>
      </div>
    </Panel>
  );
}
