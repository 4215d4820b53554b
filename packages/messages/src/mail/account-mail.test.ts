import { expect, test } from 'vitest';
import { composeInvitationMail, composePasswordResetMail } from './account-mail.js';

test('account mails hold the link once in each part, and when it ends', () => {
  const account = {
    language: 'da' as const,
    recipient: { name: 'Anne Holm', email: 'anne.holm@example.dk' },
    url: 'https://klyngevagt.example/set-password?token=a&b=c',
    expiresAt: '2026-11-27T05:00:00Z',
  };
  const invitation = composeInvitationMail({ ...account, inviter: 'Mette Lindholm' });
  expect(invitation.subject).toBe('Vælg adgangskode til Klyngevagt');
  expect(invitation.text).toContain('Mette Lindholm har oprettet dig');
  expect(invitation.text).toContain('https://klyngevagt.example/set-password?token=a&b=c');
  expect(invitation.html).toContain('token=a&amp;b=c');
  expect(invitation.text).toContain('27. november 2026 kl. 06.00');
  const reset = composePasswordResetMail({ ...account, language: 'en' });
  expect(reset.subject).toBe('New password for Klyngevagt');
  expect(reset.text).toContain('your present password still works');
});
