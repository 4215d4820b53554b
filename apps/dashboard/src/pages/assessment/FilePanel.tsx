import type { AssessmentSheet, RoundFile, RoundPreview } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ChangeEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api-client.js';
import { Note } from '../../parts/Note.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import styles from './Assessment.module.css';
import { PreviewTable } from './PreviewTable.js';

const mostBytes = 150_000;

interface FilePanelProps {
  sheet: AssessmentSheet;
  /** Something typed is still on its way: a file would cross it. */
  isBusy: boolean;
  onDone(): void;
}

/** The whole round by spreadsheet: down, filled in, up, looked at, and saved as a whole or not at all. */
export function FilePanel({ sheet: { assessment }, isBusy, onDone }: FilePanelProps) {
  const { t } = useTranslation();
  const { id } = assessment;
  const [file, setFile] = useState<{ name: string; base64: string } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const preview = useMutation({
    mutationFn: (body: { name: string; base64: string }) => api.send('assessment.import-preview', { params: { id }, body }),
  });
  const save = useMutation({
    mutationFn: (body: { name: string; base64: string; answersRevision: number }) =>
      api.send('assessment.import', { params: { id }, body }),
    onSuccess: () => {
      preview.reset();
      setFile(null);
      onDone();
    },
  });
  const choose = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = currentTarget.files ?? [];
    currentTarget.value = '';
    save.reset();
    preview.reset();
    if (!chosen) return;
    const wrong = !/\.(xlsx|csv)$/i.test(chosen.name) ? 'wrongKind' : chosen.size > mostBytes ? 'tooLarge' : null;
    setFault(wrong && t(`assessment.file.${wrong}`));
    if (wrong) return;
    const body = { name: chosen.name, base64: base64Of(await chosen.arrayBuffer()) };
    setFile(body);
    preview.mutate(body);
  };
  return (
    <details className={styles['file']}>
      <summary>{t('assessment.file.title')}</summary>
      <p>{t('assessment.file.text')}</p>
      <Downloads id={id} />
      <label className={styles['chooser']}>
        {t('assessment.file.choose')}
        <input type="file" accept=".xlsx,.csv" onChange={(event) => void choose(event)} />
      </label>
      {fault && <Note tone="red" role="alert" title={fault} />}
      {preview.isPending && <p role="status">{t('assessment.file.looking')}</p>}
      <SaveProblem problem={preview.error ?? save.error} />
      {save.isSuccess && <Note tone="green" role="status" title={t('assessment.file.done')} />}
      {preview.data && file && (
        <Looked
          preview={preview.data}
          isBusy={isBusy || save.isPending}
          onSave={() => save.mutate({ ...file, answersRevision: preview.data.answersRevision })}
        />
      )}
    </details>
  );
}

function Looked({ preview, isBusy, onSave }: { preview: RoundPreview; isBusy: boolean; onSave(): void }) {
  const { t } = useTranslation();
  const { changes, errors } = preview;
  return (
    <>
      {errors.length > 0 && <Note tone="red" role="alert" title={t('assessment.file.errors', { count: errors.length })} />}
      {errors.length === 0 && changes.length === 0 && <Note tone="blue" role="status" title={t('assessment.file.nothing')} />}
      {errors.length === 0 && changes.length > 0 && <p role="status">{t('assessment.file.changes', { count: changes.length })}</p>}
      <PreviewTable preview={preview} />
      {errors.length === 0 && changes.length > 0 && (
        <Button variant="filled" aria-disabled={isBusy} onClick={() => !isBusy && onSave()}>
          {t('assessment.file.save', { count: changes.length })}
        </Button>
      )}
    </>
  );
}

/** The round as a file, in both formats: also the template to fill in. */
export function Downloads({ id }: { id: string }) {
  const { t } = useTranslation();
  const fetchFile = useMutation({
    mutationFn: (format: 'xlsx' | 'csv') => api.get('assessment.export', { params: { id }, query: { format } }),
    onSuccess: saveBytes,
  });
  return (
    <div className={styles['downloads']}>
      <Button onClick={() => fetchFile.mutate('xlsx')}>
        {t('indicators.actions.download')}: {t('indicators.actions.xlsx')}
      </Button>
      <Button onClick={() => fetchFile.mutate('csv')}>
        {t('indicators.actions.download')}: {t('indicators.actions.csv')}
      </Button>
      <SaveProblem problem={fetchFile.error} />
    </div>
  );
}

function base64Of(bytes: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
}

function saveBytes({ name, mediaType, base64 }: RoundFile): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  Object.assign(link, { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
