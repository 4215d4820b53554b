import { type AsOfSearch, oneOf, readAsOf, textIn } from '../../search-params.js';

export const reminderStates = ['planned', 'sending', 'sent', 'uncertain', 'superseded', 'suppressed', 'acknowledged', 'failed'] as const;
export interface RemindersSearch extends AsOfSearch {
  /** The closed ones instead of the plan. */
  tab?: 'sent' | undefined;
  cluster?: string | undefined;
  state?: (typeof reminderStates)[number] | undefined;
  /** Id of the reminder whose text is shown. */
  reminder?: string | undefined;
}

export function readRemindersSearch(raw: Record<string, unknown>): RemindersSearch {
  return {
    ...readAsOf(raw),
    ...oneOf(raw, 'tab', ['sent'] as const),
    ...textIn(raw, 'cluster', /^[a-z0-9-]{1,80}$/),
    ...oneOf(raw, 'state', reminderStates),
    ...textIn(raw, 'reminder', /^[0-9a-f-]{36}$/i),
  };
}
