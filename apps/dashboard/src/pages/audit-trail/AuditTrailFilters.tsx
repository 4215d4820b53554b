import type { AuditTrail } from '@klyngevagt/contracts';
import type { CalendarDate } from '@klyngevagt/scoring';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../parts/DateField.js';
import type { AuditTrailSearch } from './audit-trail-search.js';
import { useMay } from '../../session.js';
import { parseTypedDate, typedDate } from '../../typed-date.js';
import { entities, filterOf } from './audit-trail-query.js';
import styles from './AuditTrail.module.css';

export const noFilter = { from: undefined, to: undefined, person: undefined, entity: undefined, cluster: undefined } as const;

export function isFiltered(search: AuditTrailSearch): boolean {
  return Object.values(filterOf(search)).some((value) => value !== undefined);
}

interface AuditTrailFiltersProps {
  options: AuditTrail | undefined;
  search: AuditTrailSearch;
  onChange(change: Partial<AuditTrailSearch>): void;
}

/** Period, person, kind of fact, cluster: all of them in the address. */
export function AuditTrailFilters({ options, search, onChange }: AuditTrailFiltersProps) {
  const { t } = useTranslation();
  const readsNotes = useMay('note:read');
  const readsDocuments = useMay('document:read');
  const kinds = useKindNames();
  const people = options?.people ?? [];
  const choices = (all: string, values: readonly { value: string; label: string }[]) => [{ value: '', label: all }, ...values];
  return (
    <div className={styles['filters']} role="group" aria-label={t('auditTrail.filters.label')}>
      <DayFilter label={t('auditTrail.filters.from')} value={search.from} onChange={(from) => onChange({ from })} />
      <DayFilter label={t('auditTrail.filters.to')} value={search.to} onChange={(to) => onChange({ to })} />
      <NativeSelect
        label={t('auditTrail.filters.person')}
        value={search.person ?? ''}
        data={choices(t('auditTrail.filters.allPeople'), [
          { value: 'system', label: t('auditTrail.filters.system') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
          ...(people.length > 0 ? [{ value: 'erased', label: t('auditTrail.filters.erased') }] : []),
        ])}
        onChange={(event) => onChange({ person: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t('auditTrail.filters.entity')}
        value={search.entity ?? ''}
        data={choices(
          t('auditTrail.filters.allEntities'),
          entities
            .filter((entity) => (readsNotes || entity !== 'contact_note') && (readsDocuments || !entity.startsWith('document')))
            .map((value) => ({ value, label: kinds[value] ?? value })),
        )}
        onChange={(event) => onChange({ entity: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t('auditTrail.filters.cluster')}
        value={search.cluster ?? ''}
        data={choices(
          t('auditTrail.filters.allClusters'),
          (options?.clusters ?? []).map(({ slug, name }) => ({ value: slug, label: name })),
        )}
        onChange={(event) => onChange({ cluster: event.currentTarget.value || undefined })}
      />
      {isFiltered(search) && <Button onClick={() => onChange(noFilter)}>{t('auditTrail.filters.reset')}</Button>}
    </div>
  );
}

/** A day is taken when it is whole, or when the field is emptied. */
function DayFilter({
  label,
  value,
  onChange,
}: {
  label: string;
  value: CalendarDate | undefined;
  onChange(day: CalendarDate | undefined): void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ text: textOf(value), of: value });
  // Where the address says another day than what was typed, the address wins.
  const text = typed.of === value ? typed.text : textOf(value);
  const day = parseTypedDate(text);
  const take = (next: string) => {
    const taken = parseTypedDate(next);
    const isWhole = taken !== null && taken >= '1990-01-01' && /\d{4}/.test(next);
    const of = isWhole ? taken : next.trim() === '' ? undefined : value;
    setTyped({ text: next, of });
    if (of !== value) onChange(of);
  };
  const isWrong = text.trim().length >= 10 && day === null;
  return <DateField label={label} value={text} onChange={take} error={isWrong ? t('shell.date.wrong') : null} />;
}

function textOf(day: CalendarDate | undefined): string {
  return day ? typedDate(day) : '';
}

function useKindNames(): Record<string, string> {
  const { t } = useTranslation();
  return { ...t('cluster.history.entities', { returnObjects: true }), ...t('auditTrail.entities', { returnObjects: true }) };
}
