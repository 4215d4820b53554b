import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar-date.js';
import { countMails, type SentReminder } from './reminder-mails.js';

const reminder = (more: Partial<SentReminder> = {}): SentReminder => ({
  clusterId: 'one',
  personId: 'karen',
  sentOn: calendarDate('2026-11-25'),
  urgency: 'routine',
  channel: 'mail',
  ...more,
});

describe('reminders and mails', () => {
  it('makes one mail of what a person is told on a day, about whatever clusters', () => {
    expect(countMails([reminder(), reminder(), reminder({ clusterId: 'other' })])).toBe(1);
    expect(countMails([reminder(), reminder({ personId: 'ole' }), reminder({ sentOn: calendarDate('2026-11-26') })])).toBe(3);
  });

  it('sends what is urgent or final alone, with everything else about its cluster', () => {
    expect(countMails([reminder({ urgency: 'urgent' }), reminder()])).toBe(1);
    expect(
      countMails([reminder({ urgency: 'final' }), reminder({ clusterId: 'other', urgency: 'urgent' }), reminder({ clusterId: 'third' })]),
    ).toBe(3);
  });

  it('makes no mail of what is shown in the product only', () => {
    expect(countMails([reminder({ channel: 'inbox' })])).toBe(0);
    expect(countMails([reminder({ channel: 'inbox', urgency: 'urgent' }), reminder()])).toBe(1);
  });
});
