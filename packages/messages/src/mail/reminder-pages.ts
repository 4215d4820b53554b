import type { RecipientRole } from '@klyngevagt/scoring';
import type { ReminderMailEvent } from './reminder-input.js';
import { isOwn } from './reminder-words.js';

/** Addresses of the pages on which a recipient deals with what a reminder is about: a cluster's own people have pages of their own. */
export function reminderPages(publicUrl: string, slug: string, role: RecipientRole) {
  const cluster = `${publicUrl}/${isOwn({ role }) ? 'my-cluster' : 'clusters'}/${encodeURIComponent(slug)}`;
  return {
    cluster,
    of: ({ event, subject = '' }: Pick<ReminderMailEvent, 'event' | 'subject'>): string => {
      if (event === 'milestone') return `${publicUrl}/clusters/${encodeURIComponent(slug)}/case`;
      if (event === 'document') return `${cluster}/documents`;
      if (event === 'self-test-returned') return `${publicUrl}/assessments/${encodeURIComponent(subject)}`;
      return cluster;
    },
  };
}
