import { createTranslator } from '@klyngevagt/messages';
import { calendarDate } from '@klyngevagt/scoring';
import { describe, expect, it } from 'vitest';
import { auditTrailCsv, type AuditTrailCsvEntry, auditTrailCsvName } from './audit-trail-csv.js';

const entry: AuditTrailCsvEntry = {
  seq: '651',
  recordedAt: '2026-11-25T05:00:00.000Z',
  actor: { kind: 'person', name: 'Mette Lindholm' },
  roleName: 'Programansvarlig',
  entityName: 'Tildeling',
  change: 'update',
  cluster: { name: 'Food & Bio Cluster Denmark' },
  subject: null,
  fields: [
    { label: 'Gyldig til', before: '31.03.2027', after: '30.04.2027' },
    { label: 'Bemærkning', before: null, after: '=HYPERLINK("x")' },
  ],
  reason: 'Rettet efter certifikat',
  reasonWithheld: false,
  requestId: 'req-7',
};
const danish = { t: createTranslator('da'), language: 'da' as const };
const linesOf = (text: string) => text.replace('\uFEFF', '').trimEnd().split('\r\n');

describe('auditTrailCsv', () => {
  it('writes a line for each field, with the instant in UTC and as read in Copenhagen', () => {
    const [header, first, second] = linesOf(auditTrailCsv([entry], danish));
    expect(header).toBe(
      'Nr.;Tidspunkt (UTC);Tidspunkt (København);Hvem;Rolle;Hvad;Ændring;Klynge;Om person;Felt;Før;Efter;Begrundelse;Forespørgsel',
    );
    expect(first).toBe(
      '651;2026-11-25T05:00:00.000Z;25.\u00a0november\u00a02026 kl. 06.00;Mette Lindholm;Programansvarlig;Tildeling;ændret;Food & Bio Cluster Denmark;;Gyldig til;31.03.2027;30.04.2027;Rettet efter certifikat;req-7',
    );
    expect(second).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('names the system, erased people and names that are not shown, and keeps a change without visible fields', () => {
    const whoOf = (kind: 'system' | 'erased' | 'hidden') =>
      linesOf(auditTrailCsv([{ ...entry, actor: { kind, name: null }, fields: [] }], danish))[1]?.split(';')[3];
    expect([whoOf('system'), whoOf('erased'), whoOf('hidden')]).toEqual(['System', 'Slettet person', 'Navn vises ikke']);
  });

  it('tells a reason that is withheld from one that was never given', () => {
    const reasonOf = (withheld: boolean) =>
      linesOf(auditTrailCsv([{ ...entry, reason: null, reasonWithheld: withheld }], danish))[1]?.split(';')[12];
    expect([reasonOf(true), reasonOf(false)]).toEqual(['Begrundelsen vises ikke', '']);
  });

  it('writes English for English readers, and the day in its name', () => {
    const english = createTranslator('en');
    expect(linesOf(auditTrailCsv([entry], { t: english, language: 'en' }))[1]).toContain(';25\u00a0November\u00a02026 at 06:00;');
    expect(auditTrailCsvName(calendarDate('2026-11-25'), english)).toBe('klyngevagt-audit-trail-2026-11-25.csv');
  });
});
