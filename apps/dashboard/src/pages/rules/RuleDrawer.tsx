import type { RuleList } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ChangeDrawer } from './ChangeDrawer.js';
import type { RuleTask } from './rule-form.js';
import { RuleConsequences } from './RuleConsequences.js';
import { useTypedRule } from './use-typed-rule.js';

interface RuleDrawerProps {
  task: RuleTask;
  programmes: RuleList['programmes'];
  onClose(): void;
  /** With the sentence that says what happened. */
  onDone(sentence: string): void;
}

/** A rule is changed, or days are closed or opened, after a look at what follows. */
export function RuleDrawer({ task, programmes, onClose, onDone }: RuleDrawerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ChangeDrawer
      typed={useTypedRule(task, programmes)}
      lookLabel={t('rules.edit.look')}
      saveLabel={t('rules.edit.save')}
      consequences={(preview) => (
        <>
          <h3>{t('rules.edit.consequences', { date: format.longDate(preview.on) })}</h3>
          <RuleConsequences
            preview={preview}
            days={task.kind === 'rule' ? null : task.kind}
            past={t(task.kind === 'rule' ? 'rules.edit.past' : 'rules.edit.replan')}
          />
        </>
      )}
      onClose={onClose}
      onDone={() => onDone(t(`rules.edit.done.${task.kind}`))}
    />
  );
}
