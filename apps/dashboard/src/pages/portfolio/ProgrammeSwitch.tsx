import type { ProgrammeSummary } from '@klyngevagt/contracts';
import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './PortfolioPage.module.css';

interface ProgrammeSwitchProps {
  programmes: readonly ProgrammeSummary[];
  value: string | undefined;
  onChange(programme: string | undefined): void;
}

/** The national portfolio, or the clusters and the duty of one programme. */
export function ProgrammeSwitch({ programmes, value, onChange }: ProgrammeSwitchProps) {
  const { t } = useTranslation();
  const id = useId();
  const known = programmes.some(({ slug }) => slug === value) ? value : undefined;
  return (
    <div className={styles['programme']}>
      <label htmlFor={id}>{t('portfolio.programme')}</label>
      <NativeSelect
        id={id}
        size="sm"
        value={known ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
        data={[{ value: '', label: t('portfolio.national') }, ...programmes.map(({ slug, name }) => ({ value: slug, label: name }))]}
      />
    </div>
  );
}
