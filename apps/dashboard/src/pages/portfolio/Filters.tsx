import { Button, NativeSelect } from '@mantine/core';
import { Download } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../parts/SearchField.js';
import { bookings, type PortfolioSearch, type ViewName, views } from './portfolio-search.js';
import styles from './Filters.module.css';

interface FiltersProps {
  search: PortfolioSearch;
  counts: Record<ViewName, number>;
  officers: readonly { id: string; name: string }[];
  onChange(change: Partial<PortfolioSearch>): void;
  /** Right end of the row: how many are shown, export. */
  children: ReactNode;
}

/** Views, search and three filters; all of it stands in the address. */
export function Filters({ search, counts, officers, onChange, children }: FiltersProps) {
  const { t } = useTranslation();
  const [isUnfolded, setUnfolded] = useState(false);
  const viewNames: (ViewName | undefined)[] = [undefined, ...views];
  const viewLabel = (view: ViewName | undefined) =>
    view === undefined ? t('portfolio.views.all') : t(`portfolio.views.${view}`, { count: counts[view] });
  return (
    <div className={styles['filters']}>
      <div className={styles['views']} role="group" aria-label={t('portfolio.views.label')}>
        {viewNames.map((view) => (
          <button key={view ?? 'all'} type="button" aria-pressed={search.view === view} onClick={() => onChange({ view })}>
            {viewLabel(view)}
          </button>
        ))}
      </div>
      <div className={styles['onlyPhone']}>
        <NativeSelect
          size="sm"
          aria-label={t('portfolio.views.label')}
          value={search.view ?? ''}
          data={viewNames.map((view) => ({ value: view ?? '', label: viewLabel(view) }))}
          onChange={(event) => onChange({ view: views.find((view) => view === event.currentTarget.value) })}
        />
        <Button size="sm" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
          {t('portfolio.filters.show')}
        </Button>
      </div>
      <FindField value={search.find ?? ''} onChange={(find) => onChange({ find: find === '' ? undefined : find })} />
      <div className={`${styles['choices']} ${isUnfolded ? '' : styles['folded']}`}>
        <Choice
          label={t('portfolio.filters.level')}
          value={search.level}
          options={(['gold', 'silver', 'bronze'] as const).map((level) => [level, t(`terms.level.${level}`)])}
          onChange={(level) => onChange({ level })}
        />
        <Choice
          label={t('portfolio.filters.officer')}
          value={search.officer}
          options={[...officers.map(({ id, name }) => [id, name] as const), ['none', t('portfolio.filters.noOfficer')]]}
          onChange={(officer) => onChange({ officer })}
        />
        <Choice
          label={t('portfolio.filters.booking')}
          value={search.booking}
          options={bookings.map((booking) => [booking, t(`portfolio.filters.${booking}`)])}
          onChange={(booking) => onChange({ booking })}
        />
      </div>
      <div className={styles['end']}>{children}</div>
    </div>
  );
}

interface ChoiceProps<V extends string> {
  label: string;
  value: V | undefined;
  options: readonly (readonly [value: V, label: string])[];
  onChange(value: V | undefined): void;
}

function Choice<V extends string>({ label, value, options, onChange }: ChoiceProps<V>) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      className={styles['choice'] ?? ''}
      size="sm"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(options.find(([option]) => option === event.currentTarget.value)?.[0])}
    >
      <option value="">{value === undefined ? label : t('portfolio.filters.all', { filter: label })}</option>
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </NativeSelect>
  );
}

/** `/` goes here from anywhere on the page, except out of a field. */
function FindField({ value, onChange }: { value: string; onChange(find: string): void }) {
  const { t } = useTranslation();
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, select, textarea, dialog') !== null;
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      ref.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <SearchField
      ref={ref}
      className={styles['search'] ?? ''}
      label={t('portfolio.find')}
      aria-keyshortcuts="/"
      value={value}
      onChange={onChange}
      rightSection={value === '' ? <kbd aria-hidden="true">/</kbd> : null}
    />
  );
}

/** "Viser 5 af 14", told politely, with the way back to all rows. */
export function Shown({ shown, all, isFiltered, onReset }: { shown: number; all: number; isFiltered: boolean; onReset(): void }) {
  const { t } = useTranslation();
  return (
    <>
      {isFiltered && (
        <button type="button" className={styles['reset']} aria-label={t('portfolio.filters.reset')} onClick={onReset}>
          {t('portfolio.filters.resetShort')}
        </button>
      )}
      <span role="status">{t('portfolio.showing', { shown, all })}</span>
    </>
  );
}

export function ExportButton({ onExport, isDisabled }: { onExport(): void; isDisabled: boolean }) {
  const { t } = useTranslation();
  return (
    <Button
      size="sm"
      disabled={isDisabled}
      title={t('portfolio.exportHint')}
      leftSection={<Download size={14} aria-hidden />}
      onClick={onExport}
    >
      {t('portfolio.export')}
    </Button>
  );
}
