import { NativeSelect, TextInput } from '@mantine/core';
import type { PortfolioRow } from '@klyngevagt/contracts';
import type { TFunction } from 'i18next';
import { X } from 'lucide-react';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { CertaintyDot } from '../../parts/Certainty.js';
import { ChangeCell } from './ChangeCell.js';
import styles from './Grid.module.css';
import { type Column, type GridLine, isTyped } from './grid-lines.js';
import { cellId } from './grid-preview.js';
import { parseBlock } from './pasted-lines.js';
import type { GridEntry } from './use-grid-entry.js';

const levels = ['gold', 'silver', 'bronze'] as const;

interface GridTableRowProps {
  line: GridLine;
  /** As shown and as the errors name it. */
  number: number;
  recorded: PortfolioRow | undefined;
  entry: GridEntry;
  namesId: string;
}

export function GridTableRow({ line, number, recorded, entry, namesId }: GridTableRowProps) {
  const { t } = useTranslation();
  const name = recorded?.name ?? (line.slug.trim() || t('grid.table.emptyName', { line: number }));
  const errorIn = (column: Column) => {
    const found = entry.errors.filter(
      (error) => error.key === line.key && (error.column === column || isShownAtDate(line, error.column, column)),
    );
    return found.map(({ message }) => message).join(' ') || undefined;
  };
  const onPaste = (column: Column) => (event: ClipboardEvent) => {
    const block = parseBlock(event.clipboardData.getData('text/plain'));
    if (!block) return;
    event.preventDefault();
    entry.fill(line.key, column, block);
  };
  return (
    <tr className={isTyped(line) ? styles['typed'] : undefined}>
      <th scope="row">
        {recorded ? (
          recorded.name
        ) : (
          <OwnCluster line={line} number={number} entry={entry} namesId={namesId} error={errorIn('slug')} onPaste={onPaste('slug')} />
        )}
      </th>
      <td data-label={t('grid.table.now')}>
        <Recorded row={recorded} />
      </td>
      <td data-label={t('grid.table.validUntil')}>
        <TextInput
          id={cellId(line, 'validUntil')}
          size="sm"
          aria-label={t('grid.table.validUntilOf', { name })}
          placeholder={t('shell.date.format')}
          autoComplete="off"
          inputMode="text"
          maxLength={40}
          value={line.validUntil}
          error={errorIn('validUntil')}
          onChange={(event) => entry.edit(line.key, 'validUntil', event.currentTarget.value)}
          onPaste={onPaste('validUntil')}
        />
      </td>
      <td data-label={t('grid.table.level')}>
        <NativeSelect
          id={cellId(line, 'level')}
          size="sm"
          aria-label={t('grid.table.levelOf', { name })}
          value={line.level}
          data={levelChoices(line.level).map((value) => ({ value, label: levelWord(value, t) }))}
          error={errorIn('level')}
          onChange={(event) => entry.edit(line.key, 'level', event.currentTarget.value)}
        />
      </td>
      <td className={styles['result']}>
        <ChangeCell row={entry.preview?.rows.get(line.key)} />
      </td>
    </tr>
  );
}

/** A cluster outside the list is typed by name, and its line can be taken away. */
function OwnCluster(
  props: Pick<GridTableRowProps, 'line' | 'number' | 'entry' | 'namesId'> & {
    error: string | undefined;
    onPaste(event: ClipboardEvent): void;
  },
) {
  const { line, number, entry, namesId, error, onPaste } = props;
  const { t } = useTranslation();
  return (
    <div className={styles['own']}>
      <TextInput
        id={cellId(line, 'slug')}
        size="sm"
        aria-label={t('grid.table.clusterOf', { line: number })}
        list={namesId}
        autoComplete="off"
        maxLength={200}
        value={line.slug}
        error={error}
        onChange={(event) => entry.edit(line.key, 'slug', event.currentTarget.value)}
        onPaste={onPaste}
      />
      <button
        className={styles['remove']}
        type="button"
        aria-label={t('grid.table.remove', { line: number })}
        onClick={() => entry.removeLine(line.key)}
      >
        <X size={16} aria-hidden />
      </button>
    </div>
  );
}

function Recorded({ row }: { row: PortfolioRow | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const date = row?.validUntil ?? row?.validUntilPartial;
  if (!row || !date) return <span className="muted">{t('grid.table.unknownDate')}</span>;
  return (
    <span className="nowrap">
      {format.date(date)}
      <CertaintyDot confidence={row.validUntilConfidence} />
    </span>
  );
}

/** What was pasted stays to be seen, also where it is no level. */
function levelChoices(typed: string): string[] {
  return levels.some((level) => level === typed) ? [...levels] : [typed, ...levels];
}

function levelWord(value: string, t: TFunction): string {
  const level = levels.find((known) => known === value);
  return level ? t(`terms.level.${level}`) : value;
}

function isShownAtDate({ listed }: GridLine, wrong: Column, shown: Column): boolean {
  return listed !== null && wrong === 'slug' && shown === 'validUntil';
}
