import { formatDate, formatInstant } from './dates.js';
import type { Language, Translator } from './translator.js';

/** Words for what the ledger records: its tables, columns and values. What has no words stands as it is recorded. */
export interface RecordedWords {
  entity(table: string): string;
  field(name: string): string;
  role(name: string): string;
  /** `field` in camel case: names, sources and the like are never taken for words of the catalogue. */
  value(field: string, recorded: string | null): string | null;
}

/** What people wrote themselves. */
const asWritten = new Set([
  'name',
  'shortName',
  'nameDa',
  'nameEn',
  'domainDa',
  'domainEn',
  'city',
  'website',
  'source',
  'score',
  'slug',
  'funder',
  'cvrNumber',
  'journalNumber',
  'note',
  'text',
  'place',
]);
/** Stands for a text that the ledger does not hold. */
const withheld = '…';

export function recordedWords(t: Translator, language: Language): RecordedWords {
  const words = (key: string) => t(key, { returnObjects: true }) as Record<string, string>;
  const entities = { ...words('cluster.history.entities'), ...words('auditTrail.entities') };
  const fields = { ...words('cluster.history.fields'), ...words('auditTrail.fields') };
  const values = { ...words('cluster.history.values'), ...words('auditTrail.values') };
  const roles = { ...words('terms.role'), ...words('auditTrail.roles') };
  const from = (known: Readonly<Record<string, string>>, name: string) => known[name] ?? name;
  return { entity: (table) => from(entities, table), field: (name) => from(fields, name), role: (name) => from(roles, name), value };

  function value(field: string, recorded: string | null): string | null {
    if (recorded === null) return null;
    const parts = partsOf(recorded);
    if (Array.isArray(parts)) return parts.map((part) => value(field, part)).join(', ');
    if (parts)
      return Object.entries(parts)
        .map(([name, part]) => `${from(fields, name)} ${value(name, part) ?? t('auditTrail.nothing')}`)
        .join(', ');
    if (asWritten.has(field) && recorded !== withheld) return recorded;
    if (/^\d{4}-\d\d(-\d\d)?$/.test(recorded)) return formatDate(recorded, language);
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(recorded)) return formatInstant(recorded, language);
    return from(values, recorded);
  }
}

/** Several values recorded as one. */
function partsOf(recorded: string): string[] | Record<string, string | null> | null {
  if (!/^[[{]/.test(recorded)) return null;
  try {
    const parsed = JSON.parse(recorded) as unknown[] | Record<string, unknown>;
    if (Array.isArray(parsed)) return parsed.map(String);
    return Object.fromEntries(Object.entries(parsed).map(([name, part]) => [name, part === null ? null : String(part)]));
  } catch {
    return null;
  }
}
