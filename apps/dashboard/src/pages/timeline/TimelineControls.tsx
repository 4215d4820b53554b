import type { Timeline } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Switch } from '../reminders/Switch.js';
import styles from './Timeline.module.css';
import type { TimelineSearch } from './timeline-search.js';
import { useTimelineExport } from './use-timeline-export.js';

interface ControlsProps {
  timeline: Timeline;
  search: TimelineSearch;
  onChange(part: Partial<TimelineSearch>): void;
}

/** How long the axis is and how rows are grouped; both stand in the address. */
export function TimelineControls({ timeline, search, onChange }: ControlsProps) {
  const { t } = useTranslation();
  const save = useTimelineExport(timeline);
  const { zoom, group, earlier } = search;
  return (
    <div className={`${styles['controls']} no-print`}>
      <div className={styles['named']}>
        <span className="muted small" aria-hidden="true">
          {t('timeline.zoom.label')}
        </span>
        <Switch
          label={t('timeline.zoom.label')}
          choices={[
            { value: '1', label: t('timeline.zoom.one') },
            { value: '3', label: t('timeline.zoom.three') },
            { value: '6', label: t('timeline.zoom.six') },
          ]}
          value={String(zoom ?? 6) as '1' | '3' | '6'}
          onChange={(value) => onChange({ zoom: value === '6' ? undefined : value === '3' ? 3 : 1 })}
        />
      </div>
      <div className={styles['named']}>
        <span className="muted small" aria-hidden="true">
          {t('timeline.group.label')}
        </span>
        <Switch
          label={t('timeline.group.label')}
          choices={[
            { value: 'none', label: t('timeline.group.none') },
            { value: 'officer', label: t('timeline.group.officer') },
            { value: 'level', label: t('timeline.group.level') },
          ]}
          value={group ?? 'none'}
          onChange={(value) => onChange({ group: value === 'none' ? undefined : value })}
        />
      </div>
      <Button size="sm" aria-pressed={earlier === true} onClick={() => onChange({ earlier: earlier ? undefined : true })}>
        {t(earlier ? 'timeline.earlier.hide' : 'timeline.earlier.show')}
      </Button>
      <Button
        className={styles['last']}
        size="sm"
        leftSection={<Download size={14} aria-hidden />}
        title={t('timeline.exportHint')}
        onClick={() => void save()}
      >
        {t('timeline.export')}
      </Button>
    </div>
  );
}
