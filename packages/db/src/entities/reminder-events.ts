/** As a check writes them. */
export const reminderEvents = `'booking', 'end', 'window-end', 'plan', 'waiver', 'milestone', 'recommendation', 'document', 'self-test-returned'`;
