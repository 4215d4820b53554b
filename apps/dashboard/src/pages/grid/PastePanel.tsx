import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../parts/Panel.js';
import styles from './Grid.module.css';
import { maximum } from './grid-lines.js';
import type { GridEntry } from './use-grid-entry.js';

/** One field for lines out of a spreadsheet. What does not fit stays in it. */
export function PastePanel({ entry }: { entry: GridEntry }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<string[]>([]);
  const apply = () => {
    if (entry.draft.pasteText.trim() === '') return setSaid([t('grid.paste.nothing')]);
    const { placed, withoutDate, hadHeading, left } = entry.place();
    setSaid(
      [
        t('grid.paste.result', { count: placed }),
        withoutDate > 0 && t('grid.paste.withoutDate', { count: withoutDate }),
        hadHeading && t('grid.paste.heading'),
        left.length > 0 && t('grid.paste.tooMany', { maximum, count: left.length }),
      ].filter((sentence) => sentence !== false),
    );
  };
  return (
    <Panel title={t('grid.paste.title')}>
      <div className={styles['stack']}>
        <Textarea
          label={t('grid.paste.label')}
          description={t('grid.paste.help')}
          placeholder={t('grid.paste.placeholder')}
          rows={5}
          spellCheck={false}
          autoComplete="off"
          value={entry.draft.pasteText}
          onChange={(event) => entry.write({ pasteText: event.currentTarget.value })}
        />
        <div>
          <Button onClick={apply}>{t('grid.paste.apply')}</Button>
        </div>
        <p className="small" role="status">
          {said.join(' ')}
        </p>
      </div>
    </Panel>
  );
}
