import type { Language } from '@klyngevagt/messages';
import type { Caller } from '../auth/caller.js';
import { maySeeNames } from '../auth/permissions.js';

/** For whom something is presented. */
export interface Viewer {
  language: Language;
  personId: string;
  seesNames: boolean;
  /** Reminders that failed and wait for a person, by cluster. */
  failedReminders: ReadonlyMap<string, number>;
}

export function viewerOf(caller: Caller, failedReminders: ReadonlyMap<string, number> = new Map()): Viewer {
  return { language: caller.language, personId: caller.personId, seesNames: maySeeNames(caller.role), failedReminders };
}
