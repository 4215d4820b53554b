import type { PortfolioRow } from '@klyngevagt/contracts';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../../format.js';
import { Sentence } from '../../parts/Sentence.js';

/** "Guld gælder til 31. marts 2027. Audit skal bookes senest 18. december 2026." */
export function Headline({ row }: { row: PortfolioRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const level = t(`terms.level.${row.level ?? row.requiredLevel ?? 'none'}`);
  const required = t(`terms.level.${row.requiredLevel ?? 'gold'}`).toLowerCase();
  const { key, params } = headlineOf(row, format);
  const next = nextSentenceOf(row, format);
  return (
    <span>
      <Sentence text={`cluster.headline.${key}`} values={{ ...params, level: inSentence(key, level), required }} />
      {row.status !== row.requiredStatus && row.bound && (
        <> {t('cluster.headline.required', { required, status: t(`terms.status.${row.requiredStatus}`).toLowerCase() })}</>
      )}
      {next && (
        <>
          {' '}
          <Sentence text={`cluster.next.${next.key}`} values={{ ...next.params, required }} />
        </>
      )}
    </span>
  );
}

type HeadlineKey =
  | 'in-force'
  | 'in-force-open'
  | 'expiring'
  | 'renewable'
  | 'lapsed'
  | 'revoked'
  | 'none'
  | 'unknown'
  | 'unknown-end'
  | 'unknown-partial'
  | 'exited';

function inSentence(key: HeadlineKey, level: string): string {
  return key.startsWith('unknown') ? level.toLowerCase() : level;
}

/** Which sentence tells the label's state. */
export function headlineOf(row: PortfolioRow, format: Format): { key: HeadlineKey; params: Record<string, string> } {
  const { status, validUntil, windowEndsOn, exitedOn, validUntilPartial } = row;
  if (exitedOn !== null && row.verdict === 'not-bound') return { key: 'exited', params: { date: format.longDate(exitedOn) } };
  const date = validUntil ? format.longDate(validUntil) : '';
  if (status === 'in-force' || status === 'expiring') return { key: validUntil ? status : 'in-force-open', params: { date } };
  if (status === 'renewable') return { key: 'renewable', params: { date, windowEnd: windowEndsOn ? format.longDate(windowEndsOn) : '' } };
  if (status === 'unknown' && validUntilPartial) return { key: 'unknown-partial', params: { partial: format.date(validUntilPartial) } };
  if (status === 'unknown' && row.level !== null && validUntil === null) return { key: 'unknown-end', params: {} };
  return { key: status, params: { date } };
}

type NextCode = Exclude<PortfolioRow['nextStep']['code'], 'none'>;
type NextKey = NextCode | 'book-audit-overdue' | 'await-decision-overdue';
const dated = new Set<NextCode>(['self-test', 'book-audit', 'submit-documents', 'hold-audit', 'await-decision', 'renew-in-window']);

/** The next thing to do, and by which day; null where there is nothing, or no day for it. */
export function nextSentenceOf({ nextStep }: PortfolioRow, format: Format): { key: NextKey; params: Record<string, string> } | null {
  const { code, dueOn, overdue } = nextStep;
  if (code === 'none') return null;
  if (dated.has(code) && dueOn === null) return null;
  const isLate = overdue && (code === 'book-audit' || code === 'await-decision');
  return { key: isLate ? `${code}-overdue` : code, params: { date: dueOn ? format.longDate(dueOn) : '' } };
}
