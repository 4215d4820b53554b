import type { ExplainedReason } from '@klyngevagt/contracts';
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
const sentences = new Map<string, string>();

/** Wording takes far longer than deciding, and most clusters have the same reasons tomorrow: a sentence is put into words once. */
function sentenceOf(reason: Reason, names: Names, language: Language): string {
  const { code, params } = reason;
  const programmeId = params['programmeId'];
  let key = `${language}|${code}|${typeof programmeId === 'string' ? (names[programmeId] ?? '') : ''}`;
  for (const name in params) key += `|${name}=${typeof params[name]}:${params[name]}`;
  const known = sentences.get(key);
  if (known !== undefined) return known;
  if (sentences.size >= sentencesKept) sentences.clear();
  const sentence = explainReason(createTranslator(language), language, reason, names);
  sentences.set(key, sentence);
  return sentence;
}
