import { TextInput, UnstyledButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Calendar } from 'lucide-react';
import { lazy, Suspense, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../queries.js';
import { parseTypedDate, typedDate } from '../typed-date.js';
import styles from './DateField.module.css';
import { useFold } from './use-fold.js';

const CalendarHelp = lazy(() => import('./CalendarHelp.js'));

interface DateFieldProps {
  id?: string;
  label: string;
  help?: string;
  /** As typed. Read it with `parseTypedDate`. */
  value: string;
  onChange(text: string): void;
  error?: string | null | undefined;
  required?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
}

/**
 * Known dates are typed, in any way people write them; left, the field says in full how the day was understood. The calendar is a help and is
 * fetched only when it is asked for.
 */
export function DateField({ id, label, help, value, onChange, error, required, disabled, autoFocus }: DateFieldProps) {
  const { t } = useTranslation();
  const ownId = useId();
  const fieldId = id ?? ownId;
  const fold = useFold<HTMLDivElement>();
  const today = useQueryClient().getQueryData(meQuery.queryKey)?.today;
  const writeInFull = () => {
    const day = parseTypedDate(value, today);
    if (day !== null && typedDate(day) !== value) onChange(typedDate(day));
  };
  return (
    <div className={styles['field']} ref={fold.ref}>
      <TextInput
        id={fieldId}
        label={label}
        description={help}
        value={value}
        error={error}
        required={required ?? false}
        disabled={disabled ?? false}
        placeholder={t('shell.date.format')}
        autoComplete="off"
        data-autofocus={autoFocus || undefined}
        ref={(input) => {
          if (autoFocus && input && !input.dataset['seen']) {
            input.dataset['seen'] = 'yes';
            input.focus();
          }
        }}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={writeInFull}
        onKeyDown={(event) => {
          // Enter sends the form that the field stands in, with the day in full.
          if (event.key === 'Enter') writeInFull();
        }}
        rightSectionPointerEvents="all"
        rightSection={
          <UnstyledButton
            className={styles['open'] ?? ''}
            disabled={disabled ?? false}
            aria-label={t(fold.isOpen ? 'shell.date.close' : 'shell.date.calendar')}
            aria-describedby={`${fieldId}-label`}
            aria-expanded={fold.isOpen}
            onClick={fold.toggle}
          >
            <Calendar size={16} aria-hidden />
          </UnstyledButton>
        }
      />
      {fold.isOpen && (
        <div className={styles['calendar']}>
          <Suspense fallback={<p className="small muted">{t('shell.loading')}</p>}>
            <CalendarHelp
              day={parseTypedDate(value)}
              onChoose={(day) => {
                onChange(typedDate(day));
                fold.close();
              }}
            />
          </Suspense>
        </div>
      )}
    </div>
  );
}
