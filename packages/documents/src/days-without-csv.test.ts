import { createTranslator } from '@klyngevagt/messages';
import { calendarDate } from '@klyngevagt/scoring';
import { expect, it } from 'vitest';
import { type DaysCsvAnswer, daysWithoutCsv, daysWithoutCsvName } from './days-without-csv.js';

const span = (from: string, to: string, days: number, status: string, verdict: string) => ({
  from: calendarDate(from),
  to: calendarDate(to),
  days,
  status,
  verdict,
  counts: status !== 'unknown',
});
const answer: DaysCsvAnswer = {
  level: 'gold',
  from: calendarDate('2025-01-01'),
  to: calendarDate('2025-12-31'),
  countedTo: calendarDate('2025-12-31'),
  known: null,
  knownThen: '2025-12-31T22:59:59.999999Z',
  rows: [
    {
      name: '=Opdigtet klynge',
      illustrative: true,
      now: { days: 0, unknownDays: 0, boundDays: 365, spans: [] },
      atEnd: { days: 245, unknownDays: 31, boundDays: 365, spans: [span('2025-05-01', '2025-12-31', 245, 'renewable', 'renewable')] },
    },
  ],
};
const danish = { t: createTranslator('da'), programme: 'Nationale klynger' };

it('writes both answers with the spans they are the sum of', () => {
  const [header, now, then, first] = daysWithoutCsv(answer, danish).replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(header).toBe(
    'Klynge;Kendt;Linje;Fra;Til;Dage;Ukendte dage;Forpligtede dage;Status;Forpligtelse;Tæller med;Illustrativ;Program;Periode fra;Periode til;Kendt til og med',
  );
  expect(now).toBe("'=Opdigtet klynge;nu;Sum;;;0;0;365;;;;ja;Nationale klynger;2025-01-01;2025-12-31;");
  expect(then).toContain(';ved periodens slut;Sum;;;245;31;365;');
  expect(first).toBe(
    "'=Opdigtet klynge;ved periodens slut;Periode;2025-05-01;2025-12-31;245;;;Udløbet, kan fornyes;Ikke opfyldt, kan fornyes;ja;ja;Nationale klynger;2025-01-01;2025-12-31;2025-12-31T22:59:59.999999Z",
  );
});

it('says in the name which period, what was known, and that rows are invented', () => {
  expect(daysWithoutCsvName(answer, danish)).toBe('klyngevagt-dage-uden-guld-2025-01-01-2025-12-31-illustrativ.csv');
  const known = { ...answer, rows: [], known: '2025-06-30T21:59:59.999999Z' };
  expect(daysWithoutCsvName(known, danish)).toBe('klyngevagt-dage-uden-guld-2025-01-01-2025-12-31-kendt-2025-06-30.csv');
});
