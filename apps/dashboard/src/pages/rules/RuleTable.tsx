import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { CertaintyTag } from '../../parts/Certainty.js';
import { Panel } from '../../parts/Panel.js';
import { SourceText } from '../../parts/SourceText.js';
import { useMay } from '../../session.js';
import type { RuleTask } from './rule-form.js';
import type { RuleGroup } from './rule-groups.js';
import { CardTable } from '../../parts/CardTable.js';
import styles from './Rules.module.css';

interface RuleTableProps {
  group: RuleGroup;
  onEdit(task: RuleTask): void;
}

const columns = ['label', 'value', 'effectiveFrom', 'source', 'confidence'] as const;

/** The rules of a group, those that were replaced or are still to come among them. */
export function RuleTable({ group, onEdit }: RuleTableProps) {
  const { t } = useTranslation();
  const mayEdit = useMay('rules:edit');
  return (
    <Panel title={t(`rules.groups.${group.name}`)} flush>
      <CardTable caption={t(`rules.groups.${group.name}`)} flush className={styles['table']}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`rules.columns.${column}`)}
              </th>
            ))}
            {mayEdit && (
              <th scope="col">
                <span className="sr">{t('rules.columns.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {group.rules.map((rule) => (
            <RuleRow key={rule.id} rule={rule} mayEdit={mayEdit} onEdit={onEdit} />
          ))}
        </tbody>
      </CardTable>
    </Panel>
  );
}

function RuleRow({ rule, mayEdit, onEdit }: { rule: RuleGroup['rules'][number]; mayEdit: boolean; onEdit: RuleTableProps['onEdit'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr className={rule.applies === 'no-longer' ? styles['past'] : undefined}>
      <th scope="row">{rule.label}</th>
      <td className="strong">
        {rule.value}
        {rule.applies !== 'now' && <span className="fine">{t(`rules.applies.${rule.applies}`)}</span>}
      </td>
      <td data-label={t('rules.columns.effectiveFrom')} className="nowrap">
        {format.date(rule.effectiveFrom)}
      </td>
      <td data-label={t('rules.columns.source')}>
        <SourceText source={rule.source} />
      </td>
      <td>
        <CertaintyTag confidence={rule.confidence} />
      </td>
      {mayEdit && (
        <td className={styles['actions']}>
          {rule.applies !== 'no-longer' && (
            <ActionButton
              permission="rules:edit"
              size="xs"
              name={t('rules.edit.buttonName', { rule: rule.label })}
              onClick={() => onEdit({ kind: 'rule', rule })}
            >
              {t('rules.edit.button')}
            </ActionButton>
          )}
        </td>
      )}
    </tr>
  );
}
