import type { BodyOf, Inbox, InboxItem, QueryOf } from '@klyngevagt/contracts';
import { type InboxRow, InboxRepository } from '@klyngevagt/db';
import type { Language } from '@klyngevagt/messages';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { maySeeNames } from '../auth/permissions.js';
import { reminderAbout } from '../reminders/reminder-about.js';

const pageSize = 100;

/** What was told to the caller, and nobody else. */
@Injectable()
export class InboxService {
  constructor(private readonly inbox: InboxRepository) {}

  async list({ personId, scope, role, language, present }: Caller, { before }: QueryOf<'inbox.list'>): Promise<Inbox> {
    const [rows, unread] = await Promise.all([
      this.inbox.list(personId, scope, { before: before ?? null, limit: pageSize }),
      this.inbox.countUnread(personId),
    ]);
    const last = rows.length === pageSize ? rows.at(-1) : undefined;
    return {
      today: present.today,
      unread,
      items: rows.map((row) => presentItem(maySeeNames(role) ? row : { ...row, subjectTitle: null }, language)),
      nextBefore: last?.place ?? null,
    };
  }

  async read({ personId }: Caller, { ids, isRead }: BodyOf<'inbox.read'>): Promise<{ unread: number }> {
    await this.inbox.mark(personId, ids, isRead);
    return { unread: await this.inbox.countUnread(personId) };
  }
}

function presentItem(row: InboxRow, language: Language): InboxItem {
  const instant = (at: Date | null) => (at === null ? null : new Date(at).toISOString());
  return {
    id: row.id,
    slug: row.clusterSlug,
    clusterName: row.clusterName,
    event: row.event,
    // Who was told once may have lost the cluster since, and hears no title any more.
    about: reminderAbout(row, row.subjectTitle, language),
    deadlineOn: row.deadlineOn,
    role: row.role,
    urgency: row.urgency,
    channel: row.channel,
    state: row.state,
    arrivedAt: new Date(row.arrivedAt).toISOString(),
    readAt: instant(row.readAt),
    acknowledgedAt: instant(row.acknowledgedAt),
    illustrative: row.isIllustrative,
    fictional: row.isFictional,
  };
}
