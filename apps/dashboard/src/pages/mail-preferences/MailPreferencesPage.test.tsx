// @vitest-environment jsdom
import type { AbsenceList, MailPreferences, Me } from '@klyngevagt/contracts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { officer, signInOptions } from '../../fixtures/portfolio.js';
import { showPage } from '../../fixtures/show-page.js';

const me: Me = { ...officer, permissions: [...officer.permissions, 'absence:plan'] };
const nobodyAway: AbsenceList = { absences: [], deputies: [], standIns: [] };
const preferences: MailPreferences = { kinds: [], duties: [] };
const absences = 'GET /api/v1/me/absences';

beforeAll(() => Promise.all([import('./MailPreferencesPage.js'), import('../../shell/AppShell.js')]));

it('what was typed about an absence stays when the list is fetched anew, or cannot be, and goes once it is recorded', async () => {
  const answers: Record<string, unknown> = {
    'GET /api/v1/me': me,
    'GET /api/v1/sign-in-options': signInOptions,
    'GET /api/v1/me/mail-preferences': preferences,
    [absences]: nobodyAway,
    'POST /api/v1/me/absences': { id: '00000000-0000-4000-8000-000000000001' },
  };
  const { client } = await showPage('/mail-preferences', answers);
  const first = () => screen.getByRole<HTMLInputElement>('textbox', { name: /Første dag væk/ });
  fireEvent.change(await screen.findByRole('textbox', { name: /Første dag væk/ }), { target: { value: '21.12.2026' } });
  await client.refetchQueries({ queryKey: ['absences'] });
  expect(first().value).toBe('21.12.2026');
  answers[absences] = [500, { code: 'internal', status: 500 }];
  await client.refetchQueries({ queryKey: ['absences'] });
  await screen.findByRole('alert');
  expect(first().value).toBe('21.12.2026');
  answers[absences] = nobodyAway;
  fireEvent.change(screen.getByRole('textbox', { name: /Sidste dag væk/ }), { target: { value: '03.01.2027' } });
  fireEvent.click(screen.getByRole('button', { name: 'Registrér fravær' }));
  await waitFor(() => expect(first().value).toBe(''));
});

it('a switch stands as it was set from the click on, and goes back when the choice was not kept', async () => {
  const quiet = (wanted: boolean): MailPreferences => ({ kinds: [{ kind: 'quiet', wanted }], duties: [] });
  const answers: Record<string, unknown> = {
    'GET /api/v1/me': me,
    'GET /api/v1/sign-in-options': signInOptions,
    'GET /api/v1/me/mail-preferences': quiet(false),
    [absences]: nobodyAway,
    'POST /api/v1/me/mail-preferences': [500, { code: 'internal', status: 500 }],
  };
  await showPage('/mail-preferences', answers);
  const box = await screen.findByRole<HTMLInputElement>('switch', { name: 'Ugens »alt er i orden«' });
  fireEvent.click(box);
  expect(box.checked).toBe(true);
  await screen.findByRole('alert');
  await waitFor(() => expect(box.checked).toBe(false));
  answers['POST /api/v1/me/mail-preferences'] = quiet(true);
  fireEvent.click(box);
  expect(box.checked).toBe(true);
  await screen.findByText('Gemt: Ugens »alt er i orden«, sendes.');
  expect(box.checked).toBe(true);
});
