import { createTranslator } from '@klyngevagt/messages';
import { expect, test } from 'vitest';
import { heatMapFileName, heatMapRows, type HeatMapTable } from './heat-map-file.js';

const t = createTranslator('da');
const table: HeatMapTable = {
  on: '2026-11-25',
  level: 'gold',
  columns: [
    { code: 'A1', name: 'Forpligtet klyngedeltagelse', maximum: 5, minimum: 3, belowMinimum: 1 },
    { code: 'A2', name: 'Sammensætning', maximum: 5, minimum: null, belowMinimum: 0 },
  ],
  rows: [
    {
      name: 'Alfa',
      share: null,
      belowMinimum: 1,
      unanswered: 1,
      assessment: { kind: 'agreed', round: 2, closedOn: '2026-06-01', frameworkVersion: '2020', illustrative: true },
      cells: [
        { state: 'below-minimum', score: 2 },
        { state: 'unanswered', score: null },
      ],
    },
    { name: 'Beta', share: null, belowMinimum: 0, unanswered: 0, assessment: null, cells: [] },
  ],
};

test('a line for each cluster with where its scores come from; a missing answer is a word and never an empty cell', () => {
  const [heading, alfa, beta, minimum, below] = heatMapRows(table, t);
  expect(heading?.slice(-2)).toEqual(['A1 Forpligtet klyngedeltagelse', 'A2 Sammensætning']);
  expect(alfa).toEqual(['Alfa', 'Auditens resultat', 2, '2026-06-01', '2020', null, 1, 1, 'ja', 2, 'ikke besvaret']);
  expect(beta).toEqual(['Beta', 'ingen afsluttet vurdering']);
  expect(minimum?.slice(-2)).toEqual([3, 'ikke offentliggjort']);
  expect(below?.slice(-2)).toEqual([1, 0]);
  for (const line of [alfa, minimum, below]) expect(line).toHaveLength(heading?.length ?? 0);
});

test('the name says level, day, and that something is invented', () => {
  expect(heatMapFileName(table, t)).toBe('klyngevagt-indikatorer-guld-2026-11-25-illustrativ');
  expect(heatMapFileName({ ...table, rows: [] }, createTranslator('en'))).toBe('klyngevagt-indicators-gold-2026-11-25');
});
