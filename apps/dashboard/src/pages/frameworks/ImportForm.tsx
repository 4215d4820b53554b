import type { BodyOf } from '@klyngevagt/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api } from '../../api-client.js';
import { isReasonGiven, ReasonField } from '../../parts/form-fields.js';
import { Note } from '../../parts/Note.js';
import { type FieldError, SideDrawerForm } from '../../parts/SideDrawerForm.js';

/** Imports a version as a draft. What is wrong with the document is told with its row and field. */
export function ImportForm({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const id = useId();
  const [document, setDocument] = useState<unknown>();
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const save = useMutation({
    // The server looks at the document and names what is wrong with it.
    mutationFn: () => api.send('framework.import', { body: { document: document as BodyOf<'framework.import'>['document'], reason } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['rules'] });
      onClose();
    },
  });
  const file = t('frameworks.import.file');
  const choose = async (chosen: File | undefined) => {
    save.reset();
    const read = chosen === undefined ? undefined : parsed(await chosen.text());
    setDocument(read);
    setErrors(chosen !== undefined && read === undefined ? [{ id, label: file, message: t('frameworks.import.unreadable') }] : []);
  };
  const submit = () => {
    const found: FieldError[] = [];
    if (document === undefined) found.push({ id, label: file, message: t('frameworks.import.missing') });
    if (!isReasonGiven(reason)) found.push({ id: 'reason', label: t('shell.form.reason'), message: t('frameworks.reasonMissing') });
    setErrors(found);
    if (found.length === 0) save.mutate();
  };
  const faults = save.error instanceof ApiProblem ? Object.entries(save.error.fields) : [];
  const errorOf = (field: string) => errors.find((error) => error.id === field)?.message;
  return (
    <SideDrawerForm
      title={t('frameworks.import.title')}
      opened
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('frameworks.import.save')}
      isSaving={save.isPending}
      isDirty={document !== undefined || reason !== ''}
      errors={errors}
      problem={faults.length > 0 ? undefined : save.error}
    >
      <p>{t('frameworks.import.text')}</p>
      {faults.length > 0 && (
        <Note tone="red" role="alert" title={t('frameworks.import.wrong')}>
          <ul>
            {faults.map(([path, message]) => (
              <li key={path}>
                <Fault path={path} message={message} />
              </li>
            ))}
          </ul>
        </Note>
      )}
      <div>
        <label htmlFor={id}>{file}</label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          aria-invalid={errorOf(id) !== undefined}
          onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
        />
      </div>
      <ReasonField value={reason} onChange={setReason} error={errorOf('reason')} />
    </SideDrawerForm>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `document.indicators.3.minimum` is row 4 of the indicators. */
function Fault({ path, message }: { path: string; message: string }) {
  const { t } = useTranslation();
  const [, list, row, field] = /^document\.(indicators|dimensions)\.(\d+)\.?(.*)$/.exec(path) ?? [];
  if (list === undefined) return <>{t('frameworks.import.field', { field: path.replace(/^document\./, ''), message })}</>;
  const named = t(`frameworks.import.lists.${list as 'indicators' | 'dimensions'}`);
  return <>{t('frameworks.import.row', { row: Number(row) + 1, list: named, field, message })}</>;
}
