import type { BodyOf, GridPreview } from '@klyngevagt/contracts';
import type { ClusterWithFacts } from '@klyngevagt/db';
import { formatDate, type Language, readTypedDate, type Translator } from '@klyngevagt/messages';
import { addMonths, type CalendarDate, type Level } from '@klyngevagt/scoring';

type CellError = GridPreview['rows'][number]['errors'][number];

/** A line of the grid as it was understood. */
export interface ReadLine {
  cluster: ClusterWithFacts | null;
  validUntil: CalendarDate | null;
  level: Level | null;
  errors: CellError[];
}

interface Reader {
  clusters: readonly ClusterWithFacts[];
  today: CalendarDate;
  language: Language;
  t: Translator;
}

const yearsAhead = 10;
const yearsBack = 25;

/** Understands typed lines; every cell that cannot be used gets a sentence. */
export function readLines(rows: BodyOf<'grid.preview'>['rows'], reader: Reader): ReadLine[] {
  const lines = rows.map((row) => readLine(row, reader));
  lines.forEach(({ cluster, errors }, index) => {
    const first = cluster ? lines.findIndex((other) => other.cluster?.id === cluster.id) : index;
    if (first < index) errors.push({ column: 'slug', message: reader.t('problems.grid.duplicateCluster', { line: first + 1 }) });
  });
  return lines;
}

function readLine({ slug, validUntil, level }: BodyOf<'grid.preview'>['rows'][number], reader: Reader): ReadLine {
  const cluster = readCluster(slug, reader);
  const date = readDate(validUntil, reader);
  const label = readLevel(level, reader);
  const errors = [cluster, date, label].flatMap((cell) => (cell.error ? [cell.error] : []));
  return { cluster: cluster.value, validUntil: date.value, level: label.value, errors };
}

interface Cell<Value> {
  value: Value | null;
  error: CellError | null;
}

const fine = <Value>(value: Value): Cell<Value> => ({ value, error: null });
const wrong = (column: CellError['column'], message: string): Cell<never> => ({ value: null, error: { column, message } });

/** By slug, by name, or by a part of the name that fits one cluster only. */
function readCluster(typed: string, { clusters, t }: Reader): Cell<ClusterWithFacts> {
  const wanted = plain(typed);
  if (wanted === '') return wrong('slug', t('problems.grid.missingCluster'));
  const exact = clusters.find(({ slug, name }) => slug === typed.trim() || plain(name) === wanted);
  if (exact) return fine(exact);
  const fitting = clusters.filter(({ name, slug }) => plain(name).includes(wanted) || plain(slug) === wanted);
  const [only] = fitting;
  if (only && fitting.length === 1) return fine(only);
  if (!only) return wrong('slug', t('problems.grid.unknownCluster', { typed: typed.trim() }));
  const names = fitting
    .slice(0, 4)
    .map(({ name }) => name)
    .join(', ');
  return wrong('slug', t('problems.grid.ambiguousCluster', { typed: typed.trim(), names }));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-zæøå0-9]+/g, ' ')
    .trim();
}

function readDate(typed: string, { today, language, t }: Reader): Cell<CalendarDate> {
  const read = readTypedDate(typed, today);
  const say = (key: 'missingDate' | 'unreadableDate' | 'missingDay' | 'noSuchDay', monthEnd?: CalendarDate) =>
    wrong('validUntil', t(`problems.grid.${key}`, { typed: typed.trim(), monthEnd: monthEnd ? formatDate(monthEnd, language) : '' }));
  if (read.kind === 'empty') return say('missingDate');
  if (read.kind === 'unreadable') return say('unreadableDate');
  if (read.kind === 'month') return say('missingDay', read.monthEnd);
  if (read.kind === 'no-such-day') return say('noSuchDay', read.monthEnd);
  const date = formatDate(read.day, language);
  if (read.day > addMonths(today, yearsAhead * 12)) return wrong('validUntil', t('problems.grid.tooFarAhead', { date, years: yearsAhead }));
  if (read.day < addMonths(today, -yearsBack * 12)) return wrong('validUntil', t('problems.grid.tooFarBack', { date, years: yearsBack }));
  return fine(read.day);
}

const levelWords: Readonly<Record<string, Level>> = { guld: 'gold', gold: 'gold', sølv: 'silver', silver: 'silver', bronze: 'bronze' };

function readLevel(typed: string, { t }: Reader): Cell<Level> {
  const level = levelWords[typed.trim().toLowerCase()];
  return level ? fine(level) : wrong('level', t('problems.grid.unknownLevel', { typed: typed.trim() }));
}
