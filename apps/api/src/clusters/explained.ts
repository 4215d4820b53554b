import type { Language } from '@klyngevagt/messages';
import type { LabelState, Level } from '@klyngevagt/scoring';
import type { DecidedCluster, Reading } from '../portfolio/decision-reader.js';
import type { RuleWords } from '../rules/rule-words.js';

/** What the parts of an explanation are told from. */
export interface Explained {
  decided: DecidedCluster;
  reading: Reading;
  /** The label that the explanation is about: the one the duty asks for, where there is a duty. */
  state: LabelState;
  level: Level;
  language: Language;
  words: RuleWords;
}
