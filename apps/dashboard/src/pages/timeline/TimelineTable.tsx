import type { Timeline, TimelineRow } from '@klyngevagt/contracts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { CardTable } from '../../parts/CardTable.js';
import { CertaintyDot } from '../../parts/Certainty.js';
import { IllustrativeTag } from '../../parts/IllustrativeTag.js';
import { Panel } from '../../parts/Panel.js';
import { paths } from '../../paths.js';
import { quarterName } from './quarter-name.js';
import { useTimelineExport } from './use-timeline-export.js';

const columns = ['level', 'status', 'verdict', 'validUntil', 'recertifyBy', 'orderBy', 'auditOn', 'decisionOn', 'officer'] as const;

/** All that the bars show, in words and dates. */
export function TimelineTable({ timeline }: { timeline: Timeline }) {
  const { t } = useTranslation();
  const save = useTimelineExport(timeline);
  return (
    <>
      <Panel
        title={t('timeline.table.caption', { count: timeline.rows.length })}
        aside={
          <Button size="sm" leftSection={<Download size={14} aria-hidden />} title={t('timeline.exportHint')} onClick={() => void save()}>
            {t('timeline.export')}
          </Button>
        }
        flush
      >
        <CardTable caption={t('timeline.table.caption', { count: timeline.rows.length })} foldsAt="tablet" flush>
          <thead>
            <tr>
              {(['name', ...columns] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(`timeline.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {timeline.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </CardTable>
      </Panel>
      <Quarters timeline={timeline} />
    </>
  );
}

function Row({ row }: { row: TimelineRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dash = (day: string | null | undefined) => (day ? format.date(day) : '–');
  const decisionOn = row.dates.find(({ kind }) => kind === 'expected-decision')?.on;
  const cells: [key: (typeof columns)[number], content: ReactNode][] = [
    ['level', row.level === null ? '–' : t(`terms.level.${row.level}`)],
    ['status', row.exitedOn === null ? t(`terms.status.${row.status}`) : t('timeline.row.exited', { date: format.date(row.exitedOn) })],
    ['verdict', t(`terms.verdict.${row.verdict}`)],
    [
      'validUntil',
      <>
        {dash(row.validUntil ?? row.validUntilPartial)}
        <CertaintyDot confidence={row.validUntilConfidence} />
      </>,
    ],
    ['recertifyBy', dash(row.recertifyBy)],
    ['orderBy', dash(row.orderBy)],
    ['auditOn', dash(row.booking?.firstDayOn)],
    ['decisionOn', dash(decisionOn)],
    ['officer', row.officer === null ? t('portfolio.noOfficer') : (row.officer.name ?? t('portfolio.hiddenOfficer'))],
  ];
  return (
    <tr>
      <th scope="row">
        <Link {...paths.cluster(row.slug)}>{row.shortName}</Link> {row.illustrative && <IllustrativeTag />}
      </th>
      {cells.map(([key, content]) => (
        <td key={key} data-label={t(`timeline.columns.${key}`)}>
          {content}
        </td>
      ))}
    </tr>
  );
}

function Quarters({ timeline: { quarters, rows } }: { timeline: Timeline }) {
  const { t } = useTranslation();
  const nameOf = (slug: string) => rows.find((row) => row.slug === slug)?.shortName ?? slug;
  const filled = quarters.filter(({ clusters }) => clusters.length > 0);
  return (
    <Panel title={t('timeline.quarters.title')} flush>
      <CardTable caption={t('timeline.quarters.caption')} flush>
        <thead>
          <tr>
            <th scope="col">{t('timeline.quarters.quarter')}</th>
            <th scope="col">{t('timeline.quarters.count')}</th>
            <th scope="col">{t('timeline.quarters.clusters')}</th>
          </tr>
        </thead>
        <tbody>
          {filled.map(({ startsOn, clusters }) => (
            <tr key={startsOn}>
              <th scope="row">{quarterName(startsOn, t)}</th>
              <td data-label={t('timeline.quarters.count')}>{clusters.length}</td>
              <td data-label={t('timeline.quarters.clusters')}>{clusters.map(nameOf).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </CardTable>
    </Panel>
  );
}
