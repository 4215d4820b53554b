import type { RuleList } from '@klyngevagt/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../as-of.js';
import type { TypedChange } from './ChangeDrawer.js';
import { changeOf, mistakesIn, refusedFields, ruleFormOf, type RuleTask } from './rule-form.js';
import { RuleFields } from './RuleFields.js';

/** The form of one rule, or of days that are closed or opened. */
export function useTypedRule(task: RuleTask, programmes: RuleList['programmes']): TypedChange {
  const { t } = useTranslation();
  const { today } = useAsOf();
  const [before] = useState(() => ruleFormOf(task, today));
  const [form, setForm] = useState(before);
  return {
    title: task.kind === 'rule' ? t('rules.edit.title.rule', { rule: task.rule.label }) : t(`rules.edit.title.${task.kind}`),
    isDirty: JSON.stringify(form) !== JSON.stringify(before),
    change: changeOf(task, form),
    mistakes: () => mistakesIn(task, form, t),
    refused: (error) => refusedFields(error, t),
    fields: (errors) => (
      <RuleFields
        task={task}
        form={form}
        programmes={programmes}
        errors={errors}
        onChange={(part) => setForm((now) => ({ ...now, ...part }))}
      />
    ),
  };
}
