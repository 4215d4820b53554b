import { scoreReasonCodes } from '@klyngevagt/scoring';
import { expect, it } from 'vitest';
import { explainScoreReason } from './score-reasons.js';
import { createTranslator, languages } from './translator.js';

const params = {
  level: 'gold',
  share: 79.6,
  required: 80,
  over: 0,
  missing: 0.4,
  missingPoints: 1,
  lowest: 40.5,
  highest: 90,
  unanswered: 2,
  gates: 1,
  indicator: 'C2',
  score: 2,
  minimum: 3,
  distance: 1,
  of: 31,
};

it.each(languages)('every reason is a whole sentence in %s, for one and for many', (language) => {
  const t = createTranslator(language);
  for (const code of scoreReasonCodes) {
    for (const count of [1, 3]) {
      const sentence = explainScoreReason(t, language, { code, params: { ...params, count } }, { C2: 'Navn' });
      expect(sentence).toMatch(/^[A-ZÆØÅ0-9].*\.$/);
      expect(sentence).not.toMatch(/\{\{|indicators\.reasons/);
    }
  }
});

it('writes figures as the reader does, and the indicator by its name', () => {
  const say = (language: 'da' | 'en') => explainScoreReason(createTranslator(language), language, { code: 'share-not-met', params });
  expect(say('da')).toBe('Andelen af point er 79,6 %. Der mangler 0,4 procentpoint til 80 %.');
  expect(say('en')).toBe('The share of points is 79.6%. 0.4 percentage points are missing from 80%.');
  const named = explainScoreReason(createTranslator('da'), 'da', { code: 'minimum-open', params }, { C2: 'Privat finansiering' });
  expect(named).toBe('C2 Privat finansiering: minimum er 3, og indikatoren er ikke besvaret.');
});
