import type { ProgrammeSummary } from '@klyngevagt/contracts';
import type { Language } from '@klyngevagt/messages';
import type { Programme } from './decision-reader.js';

export function presentProgramme(
  { id, slug, nameDa, nameEn, startsOn, endsOn, portfolio }: Programme,
  language: Language,
): ProgrammeSummary {
  return { id, slug, name: language === 'da' ? nameDa : nameEn, startsOn, endsOn, fictional: portfolio === 'exercise' };
}
