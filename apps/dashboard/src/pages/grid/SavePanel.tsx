import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api-client.js';
import { ActionButton } from '../../parts/ActionButton.js';
import { isReasonGiven, ReasonField } from '../../parts/form-fields.js';
import { Note } from '../../parts/Note.js';
import { Panel } from '../../parts/Panel.js';
import { SaveProblem } from '../../parts/SaveProblem.js';
import styles from './Grid.module.css';
import type { GridEntry } from './use-grid-entry.js';

/** Preview first, then a reason, then all or nothing. One filled button at a time: the next thing to do. */
export function SavePanel({ entry }: { entry: GridEntry }) {
  const { t } = useTranslation();
  const [isReasonMissing, setReasonMissing] = useState(false);
  const { preview, isCurrent, errors, typed, draft } = entry;
  const isReady = preview !== null && isCurrent && errors.length === 0 && preview.changes > 0;
  const count = preview?.changes ?? 0;
  const refusedReason = entry.problem instanceof ApiProblem ? entry.problem.fields['reason'] : undefined;
  const save = () => {
    setReasonMissing(!isReasonGiven(draft.reason));
    if (!isReasonGiven(draft.reason)) document.getElementById('reason')?.focus();
    else if (!entry.isSaving) entry.save();
  };
  return (
    <Panel title={t('grid.saveTitle')}>
      <div className={styles['stack']}>
        <ActionButton
          permission="grid:save"
          variant={isReady ? 'default' : 'filled'}
          blocked={typed === 0 ? t('grid.nothingTyped') : null}
          onClick={() => !entry.isPreviewing && entry.askPreview()}
        >
          {entry.isPreviewing ? t('grid.previewing') : t('grid.preview')}
        </ActionButton>
        <Problem entry={entry} />
        <TextInput
          label={t('grid.source')}
          description={t('grid.sourceHelp')}
          maxLength={500}
          value={draft.source}
          onChange={(event) => entry.write({ source: event.currentTarget.value })}
        />
        <ReasonField
          value={draft.reason}
          onChange={(reason) => entry.write({ reason })}
          error={isReasonMissing && !isReasonGiven(draft.reason) ? t('shell.form.reasonMissing') : refusedReason}
        />
        <ActionButton
          permission="grid:save"
          variant={isReady ? 'filled' : 'default'}
          blocked={isReady ? null : t(errors.length > 0 ? 'grid.saveErrors' : 'grid.saveHint')}
          onClick={save}
        >
          {entry.isSaving ? t('grid.saving', { count }) : isReady ? t('grid.save', { count }) : t('grid.saveAll')}
        </ActionButton>
        <p className="sr" role="status">
          {entry.isSaving && t('grid.saving', { count })}
        </p>
        {entry.isTouched && <StartOver onClear={entry.clear} />}
      </div>
    </Panel>
  );
}

/** Why nothing was saved; what was typed is still there, and it says so. */
function Problem({ entry: { problem, isPreviewing } }: { entry: GridEntry }) {
  const { t } = useTranslation();
  if (!problem || isPreviewing) return null;
  const code = problem instanceof ApiProblem ? problem.code : null;
  // The cells say it.
  if (code === 'grid-has-errors') return null;
  if (code === 'changed-meanwhile') {
    return (
      <Note tone="amber" role="alert" title={t('grid.changed')}>
        {t('grid.changedText')}
      </Note>
    );
  }
  if (code === 'offline') {
    return (
      <Note tone="red" role="alert" title={t('grid.offline')}>
        {t('grid.offlineText')}
      </Note>
    );
  }
  return (
    <>
      <SaveProblem problem={problem} />
      <p className="small">{t('grid.refusedText')}</p>
    </>
  );
}

function StartOver({ onClear }: { onClear(): void }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <button className={styles['link']} type="button" onClick={() => setAsking(true)}>
        {t('grid.clear')}
      </button>
    );
  }
  return (
    <Note
      tone="amber"
      role="status"
      title={t('grid.clearSure')}
      actions={
        <>
          <Button size="sm" onClick={onClear}>
            {t('grid.clearYes')}
          </Button>
          <Button size="sm" onClick={() => setAsking(false)}>
            {t('grid.clearNo')}
          </Button>
        </>
      }
    />
  );
}
