import type { ClusterDetail, PortfolioRow } from '@klyngevagt/contracts';
import { createTranslator } from '@klyngevagt/messages';
import { calendarDate as day } from '@klyngevagt/scoring';
import { describe, expect, it } from 'vitest';
import { award, chain, clusterDetail, expiringRow } from '../../fixtures/cluster.js';
import { formatIn } from '../../format.js';
import { ownAction, ownNext, ownTitleText } from './own-words.js';

const danish = createTranslator('da') as unknown as (key: string, params: object) => string;
const plain = (text: string) => text.replace(/\u00a0/g, ' ');
const of = (row: Partial<PortfolioRow>, other: Partial<ClusterDetail> = {}) => clusterDetail({ row: { ...expiringRow, ...row }, ...other });
const title = (detail: ClusterDetail, language: 'da' | 'en' = 'da') =>
  plain(ownTitleText(detail, createTranslator(language), formatIn(language)));
const next = (row: Partial<PortfolioRow>, other: Partial<ClusterDetail> = {}) => {
  const { key, params } = ownNext(of(row, other), createTranslator('da'), formatIn('da'));
  return plain(danish(`myCluster.next.${key}`, params)).replace(/<\/?b>/g, '');
};
const ended = { daysLeft: -100, validUntil: day('2026-08-17'), windowEndsOn: day('2027-08-17') };
const waiver = { ...clusterDetail().waivers[0]!, startsOn: day('2026-09-15'), endsOn: day('2027-01-31'), approvedOn: day('2026-09-01') };
const planned = { ...chain, anchor: 'plan-due', anchorOn: day('2027-03-31'), kind: 'first' } as const;

describe('the title of the own page', () => {
  it.each<[string, ClusterDetail]>([
    ['Jeres guldmærke gælder til 31. marts 2027 (om 126 dage)', of({})],
    ['Jeres guldmærke gælder til 26. november 2026 (i morgen)', of({ validUntil: day('2026-11-26'), daysLeft: 1 })],
    ['Jeres guldmærke gælder til og med i dag', of({ validUntil: day('2026-11-25'), daysLeft: 0 })],
    ['Jeres guldmærke gælder, men vi kender ikke udløbsdatoen', of({ status: 'in-force', validUntil: null, daysLeft: null })],
    ['Jeres guldmærke gælder til 31. marts 2027, men fornyelsen er i fare', of({ verdict: 'at-risk' })],
    [
      'Jeres guldmærke udløb 17. august 2026, men kan fornyes til og med 17. august 2027',
      of({ ...ended, status: 'renewable', requiredStatus: 'renewable', verdict: 'renewable' }),
    ],
    [
      'Jeres guldmærke er udløbet, og i dag er sidste dag for at forny det',
      of({ ...ended, windowEndsOn: day('2026-11-25'), status: 'renewable', verdict: 'renewable' }),
    ],
    ['Jeres guldmærke udløb 17. august 2026, men kan fornyes', of({ ...ended, windowEndsOn: null, status: 'renewable' })],
    ['Jeres guldmærke udløb 17. august 2026 og kan ikke længere fornyes', of({ ...ended, status: 'lapsed', verdict: 'breach' })],
    ['Jeres guldmærke er tilbagekaldt', of({ status: 'revoked', verdict: 'breach' })],
    ['I har ikke noget guldmærke endnu', of({ status: 'none', level: null, verdict: 'breach', validUntil: null, daysLeft: null })],
    ['Vi ved ikke, om I har et guldmærke', of({ status: 'unknown', verdict: 'unknown' }, { awards: [] })],
    [
      'Vi ved ikke, hvornår jeres guldmærke udløber',
      of({ status: 'unknown', verdict: 'unknown' }, { awards: [{ ...award, state: 'unknown' }] }),
    ],
    [
      'I følger en plan og skal have guld senest 31. marts 2027 (om 126 dage)',
      of({ status: 'none', verdict: 'by-plan' }, { chain: planned }),
    ],
    [
      'I følger en plan, og i dag er sidste dag for at få guld',
      of({ status: 'none', verdict: 'by-plan' }, { chain: { ...planned, anchorOn: day('2026-11-25') } }),
    ],
    ['I følger en plan for at få guld', of({ status: 'none', verdict: 'by-plan' }, { chain: null })],
    ['I er fritaget for kravet om guld til og med 31. januar 2027', of({ status: 'none', verdict: 'exempt' }, { waivers: [waiver] })],
    ['I er fritaget for kravet om guld', of({ status: 'none', verdict: 'exempt' }, { waivers: [] })],
    ['I har sølv, men programmet kræver guld', of({ level: 'silver', requiredStatus: 'renewable', verdict: 'renewable' })],
    ['I er ikke længere med i programmet', of({ status: 'lapsed', verdict: 'not-bound', bound: false, exitedOn: day('2022-04-30') })],
    ['I er ikke forpligtet til noget mærke', of({ status: 'none', level: null, verdict: 'not-bound', bound: false })],
  ])('%s', (sentence, detail) => expect(title(detail)).toBe(sentence));

  it('speaks English', () => {
    expect(title(of({}), 'en')).toBe('Your gold label is valid until 31 March 2027 (in 126 days)');
    expect(title(of({ level: 'silver', requiredStatus: 'none' }), 'en')).toBe('You hold silver, but the programme requires gold');
  });
});

describe('the one thing that comes next', () => {
  const code = (name: PortfolioRow['nextStep']['code'], dueOn: string | null, overdue = false) => ({
    nextStep: { code: name, dueOn: dueOn === null ? null : day(dueOn), by: 'cluster' as const, overdue },
  });
  const booking = {
    auditId: 'a',
    firstDayOn: day('2027-02-18'),
    lastDayOn: day('2027-02-18'),
    projectedDecisionOn: day('2027-04-01'),
    inTime: false,
  };
  it.each<[string, string]>([
    ['Vigtigste opgave: book audit hos ESCA senest 18. december 2026. I har 23 dage.', next({})],
    [
      'Vigtigste opgave: book den tidligste audit, I kan få. Sidste sikre dag var 18. november 2026.',
      next(code('book-audit', '2026-11-18', true)),
    ],
    [
      'Vigtigste opgave: flyt jeres audit. Afgørelsen ventes først 1. april 2027, og det er for sent.',
      next(code('rebook-audit', null), { chain: { ...chain, booking } }),
    ],
    ['Vigtigste opgave: book audit nu. Mærket kan kun fornyes til og med 17. august 2027.', next(code('renew-in-window', '2027-08-17'))],
    ['Vigtigste opgave: send dokumentationen senest 25. november 2026. Det er i dag.', next(code('submit-documents', '2026-11-25'))],
    ['Vigtigste opgave: aftal en plan for, hvornår I får guld.', next(code('hold-level', null))],
    ['Vigtigste opgave: oplys datoen på jeres certifikat.', next(code('confirm-end', null))],
    ['I skal ikke gøre noget nu. Næste frist er 18. december 2026: book audit hos ESCA.', next(code('none', null))],
    ['I skal ikke gøre noget nu.', next({ ...code('none', null), orderBy: null })],
  ])('%s', (sentence, said) => expect(said).toBe(sentence));

  it('has one button, or none where nothing is to be done', () => {
    expect(ownAction(of({}))).toBe('audit');
    expect(ownAction(of(code('hold-level', null)))).toBe('plan');
    expect(ownAction(of(code('confirm-record', null)))).toBe('correction');
    expect(ownAction(of(code('none', null)))).toBeNull();
    expect(ownAction(of(code('hold-audit', '2027-02-01')))).toBeNull();
  });
});
