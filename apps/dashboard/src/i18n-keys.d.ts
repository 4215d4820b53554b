import type { catalogue } from '@klyngevagt/messages/da';
import 'i18next';

/** A key that no catalogue has does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof catalogue };
  }
}
