import type { AbsenceList } from '@klyngevagt/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api-client.js';
import { DateField } from '../../parts/DateField.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import { parseTypedDate } from '../../typed-date.js';
import styles from './MailPreferences.module.css';

export interface TypedAbsence {
  startsOn: string;
  endsOn: string;
  deputyId: string | null;
}

interface AbsenceFormProps {
  list: AbsenceList;
  problem: unknown;
  isSaving: boolean;
  onSave(absence: TypedAbsence): void;
  /** Further fields. */
  children?: ReactNode;
}

const fields = ['startsOn', 'endsOn', 'deputyId'] as const;
type Field = (typeof fields)[number];

/** Two days, and who is told. What the server refuses stands at its field. */
export function AbsenceForm({ list: { deputies, standIns }, problem, isSaving, onSave, children }: AbsenceFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ startsOn: '', endsOn: '', deputyId: '' });
  const [missing, setMissing] = useState<readonly Field[]>([]);
  const refused = problem instanceof ApiProblem ? problem.fields : {};
  const errorAt = (field: Field) => (missing.includes(field) ? t('mailPreferences.absence.dateMissing') : refused[field]);
  const change = (field: Field) => (text: string) => setTyped((now) => ({ ...now, [field]: text }));
  const nobody =
    standIns.length > 0
      ? t('mailPreferences.absence.noDeputyDeputies', { names: standIns.join(', ') })
      : t('mailPreferences.absence.noDeputy');
  const choices = deputies.map(({ id, name, role }) => ({
    value: id,
    label: `${name}, ${(role === 'administrator' ? t('terms.role.administrator') : t(`terms.clusterRole.${role}`)).toLowerCase()}`,
  }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSaving) return;
    const [startsOn, endsOn] = [parseTypedDate(typed.startsOn), parseTypedDate(typed.endsOn)];
    setMissing(fields.filter((field) => field !== 'deputyId' && parseTypedDate(typed[field]) === null));
    if (startsOn && endsOn) onSave({ startsOn, endsOn, deputyId: typed.deputyId || null });
    else document.getElementById(startsOn ? 'absence-endsOn' : 'absence-startsOn')?.focus();
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {!fields.some((field) => refused[field]) && <SaveProblem problem={problem} />}
      {(['startsOn', 'endsOn'] as const).map((field) => (
        <DateField
          key={field}
          id={`absence-${field}`}
          label={t(`mailPreferences.absence.${field}`)}
          required
          value={typed[field]}
          error={errorAt(field)}
          onChange={change(field)}
        />
      ))}
      <NativeSelect
        id="absence-deputyId"
        label={t('mailPreferences.absence.deputy')}
        description={t('mailPreferences.absence.deputyHelp')}
        value={typed.deputyId}
        error={errorAt('deputyId')}
        data={[{ value: '', label: nobody }, ...choices]}
        onChange={(event) => change('deputyId')(event.currentTarget.value)}
      />
      {children}
      <div>
        <Button type="submit" variant="filled" aria-disabled={isSaving}>
          {t('mailPreferences.absence.save')}
        </Button>
      </div>
    </form>
  );
}
