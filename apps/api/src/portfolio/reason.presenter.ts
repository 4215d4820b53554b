import type { ExplainedReason, ShortReason } from '@klyngevagt/contracts';
import { createTranslator, explainReason, type Language } from '@klyngevagt/messages';
import type { Reason } from '@klyngevagt/scoring';
import type { Programme } from './decision-reader.js';
import { presentProgramme } from './programme.presenter.js';

type Names = Readonly<Record<string, string>>;

/** Reasons with their sentences: the same text on the screen, in the mail and here. */
export function presentReasons(reasons: readonly Reason[], programmes: readonly Programme[], language: Language): ExplainedReason[] {
  const names = namesOf(programmes, language);
  return reasons.map((reason) => ({ ...reason, text: sentenceOf(reason, names, language) }));
}

/** Why a cluster stands where it stands, as sentences. How the days of its chain were counted back is told on its own page. */
export function presentShortReasons(reasons: readonly Reason[], programmes: readonly Programme[], language: Language): ShortReason[] {
  const names = namesOf(programmes, language);
  const told: ShortReason[] = [];
  for (const reason of reasons) {
    if (reason.code !== 'step-counted-back') told.push({ code: reason.code, text: sentenceOf(reason, names, language) });
  }
  return told;
}

const namesKept = new WeakMap<readonly Programme[], Map<Language, Names>>();

/** Programmes are read again only when one of them changed: their names are gathered once. */
function namesOf(programmes: readonly Programme[], language: Language): Names {
  let languages = namesKept.get(programmes);
  if (!languages) namesKept.set(programmes, (languages = new Map()));
  let names = languages.get(language);
  if (!names) {
    names = Object.fromEntries(programmes.map((programme) => [programme.id, presentProgramme(programme, language).name]));
    languages.set(language, names);
  }
  return names;
}

const sentencesKept = 20_000;
const sentences = new WeakMap<Names, Map<string, string>>();

/**
 * Wording takes far longer than deciding, and most clusters have the same reasons tomorrow: a sentence is put into words once. Names are
 * gathered for one language; of the figures, ids are never told, except the programme's by its name.
 */
function sentenceOf(reason: Reason, names: Names, language: Language): string {
  let told = sentences.get(names);
  if (!told) sentences.set(names, (told = new Map()));
  const { code, params } = reason;
  let key: string = code;
  for (const name in params) if (name === 'programmeId' || !name.endsWith('Id')) key += `|${params[name]}`;
  const known = told.get(key);
  if (known !== undefined) return known;
  if (told.size >= sentencesKept) told.clear();
  const sentence = explainReason(createTranslator(language), language, reason, names);
  told.set(key, sentence);
  return sentence;
}
