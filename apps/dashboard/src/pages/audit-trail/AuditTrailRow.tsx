import type { AuditTrailEntry } from '@klyngevagt/contracts';
import { Link } from '@tanstack/react-router';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.js';
import { paths } from '../../paths.js';
import type { AsOfSearch } from '../../search-params.js';
import styles from './AuditTrail.module.css';

const fieldsInARow = 3;

interface AuditTrailRowProps {
  entry: AuditTrailEntry;
  isOpen: boolean;
  onToggle(): void;
}

export function AuditTrailRow({ entry, isOpen, onToggle }: AuditTrailRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const { recordedAt, actor, role, roleName, entityName, change, cluster, subject, requestId } = entry;
  const Sign = isOpen ? ChevronDown : ChevronRight;
  const about = [cluster?.name, subject].filter(Boolean).join(', ');
  return (
    <>
      <tr>
        <td className={styles['when']}>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={`${t(isOpen ? 'auditTrail.close' : 'auditTrail.open')}: ${[entityName, about, format.instant(recordedAt)].filter(Boolean).join(', ')}`}
            onClick={onToggle}
          >
            <Sign size={14} aria-hidden />
          </button>
          <time dateTime={recordedAt} title={utc(recordedAt)}>
            {format.instant(recordedAt)}
          </time>
        </td>
        <td>
          {actor.name ?? t(`auditTrail.actor.${actor.kind === 'person' ? 'hidden' : actor.kind}`)}
          {role !== 'system' && <span className={styles['fine']}>{roleName}</span>}
        </td>
        <th scope="row">
          {entityName} {t(`auditTrail.changes.${change}`)}
          {about && <span className={styles['fine']}>{about}</span>}
        </th>
        <td className={styles['change']}>
          <FieldList entry={entry} />
        </td>
        <td>
          <Reason entry={entry} />
        </td>
        <td className={styles['request']} title={requestId} data-label={t('auditTrail.columns.requestId')}>
          {shortened(requestId)}
        </td>
      </tr>
      {isOpen && (
        <tr className={styles['opened']} id={id}>
          <td colSpan={6}>
            <Details entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
}

function FieldList({ entry: { fields, change } }: { entry: AuditTrailEntry }) {
  const { t } = useTranslation();
  const further = fields.length - fieldsInARow;
  if (fields.length === 0) return <span className="muted">{t('auditTrail.noFields')}</span>;
  return (
    <ul>
      {fields.slice(0, fieldsInARow).map(({ field, label, before, after }) => (
        <li key={field}>
          <span className="muted">{label}:</span>{' '}
          {change !== 'insert' && (
            <>
              <del>{before ?? t('auditTrail.nothing')}</del> <span aria-hidden="true">→</span>{' '}
            </>
          )}
          <ins>{after ?? t('auditTrail.nothing')}</ins>
        </li>
      ))}
      {further > 0 && <li className="muted">{t('auditTrail.more', { count: further })}</li>}
    </ul>
  );
}

function Reason({ entry: { reason, reasonWithheld } }: { entry: AuditTrailEntry }) {
  const { t } = useTranslation();
  return reason ?? <span className="muted">{t(reasonWithheld ? 'auditTrail.reasonWithheld' : 'auditTrail.noReason')}</span>;
}

/** Every field side by side, and the way to the page without and with the change. */
function Details({ entry }: { entry: AuditTrailEntry }) {
  const { t } = useTranslation();
  const nothing = <span className="muted">{t('auditTrail.nothing')}</span>;
  return (
    <>
      {entry.fields.length > 0 && (
        <table className={styles['fields']}>
          <thead>
            <tr>
              <th scope="col">{t('auditTrail.details.field')}</th>
              <th scope="col">{t('auditTrail.details.before')}</th>
              <th scope="col">{t('auditTrail.details.after')}</th>
            </tr>
          </thead>
          <tbody>
            {entry.fields.map(({ field, label, before, after }) => (
              <tr key={field}>
                <th scope="row">{label}</th>
                <td data-label={t('auditTrail.details.before')}>{before ?? nothing}</td>
                <td data-label={t('auditTrail.details.after')}>{after ?? nothing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles['links']}>
        <PageAsThen entry={entry} />
        <span className="small muted">
          {t('auditTrail.details.requestId')} {entry.requestId} · {utc(entry.recordedAt)}
        </span>
      </p>
    </>
  );
}

function PageAsThen({ entry: { cluster, entity, seen } }: { entry: AuditTrailEntry }) {
  const { t } = useTranslation();
  const page = cluster ? paths.cluster(cluster.slug) : isRule(entity) ? paths.rules() : null;
  if (!page) return null;
  const asKnown = (known: string): AsOfSearch => ({ on: seen.on, known });
  return (
    <>
      <Link {...page} search={asKnown(seen.before)}>
        {t('auditTrail.details.seenBefore')}
      </Link>
      <Link {...page} search={asKnown(seen.after)}>
        {t('auditTrail.details.seenAfter')}
      </Link>
    </>
  );
}

/** Enough of a random id to tell it from others; the name of a job in full. */
function shortened(requestId: string): string {
  return /^[0-9a-f]{8}-/.test(requestId) ? requestId.slice(0, 8) : requestId;
}

function isRule(entity: string): boolean {
  return entity.endsWith('_rule') || entity === 'closed_day';
}

function utc(instant: string): string {
  return `${instant.slice(0, 19).replace('T', ' ')} UTC`;
}
