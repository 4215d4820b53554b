import { test } from 'vitest';
import { linkIn, nextMailTo } from './mails.js';
import { eventually, shows, useVisitors } from './visitor.js';

const { visit } = useVisitors();
const notSignedIn = /\/api\/v1\/me$/;

test('an invited person chooses a password by the link of the mail, signs in, and can choose another when it is forgotten', async () => {
  const email = 'sofie.lykke@klyngevagt.example';
  const officer = (await visit('officer')).page;
  await officer.goto('/people');
  await officer.getByRole('button', { name: 'Ny person' }).click();
  const form = officer.getByRole('dialog', { name: 'Ny person' });
  await form.getByLabel('Navn').fill('Sofie Lykke');
  await form.getByLabel('E-mail').fill(email);
  await form.getByLabel('Rolle', { exact: true }).selectOption({ label: 'Klyngeleder: ser kun sine egne klynger' });
  await form.getByRole('button', { name: 'Tilføj klynge' }).click();
  await form.getByLabel('Klynge 1', { exact: true }).selectOption({ label: 'Food & Bio Cluster Denmark' });
  await form.getByLabel('Begrundelse').fill('Ny leder i klyngen.');
  await form.getByRole('button', { name: 'Opret og invitér' }).click();
  await shows(officer.getByText('Sofie Lykke er oprettet, og invitationen er sendt.'));
  await shows(officer.getByRole('row', { name: /Sofie Lykke.*Inviteret/ }));

  const invitation = await nextMailTo(email, 'Vælg adgangskode til Klyngevagt');
  const { page } = await visit(null, { refusals: notSignedIn });
  await page.goto(linkIn(invitation, /\/set-password/));
  await page.getByRole('textbox', { name: 'Ny adgangskode' }).fill('en rolig dag i november');
  await page.getByRole('textbox', { name: 'Gentag adgangskoden' }).fill('en rolig dag i november');
  await page.getByRole('button', { name: 'Gem adgangskoden' }).click();
  await shows(page.getByRole('heading', { name: 'Adgangskoden er gemt' }));
  const signIn = async (password: string) => {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Adgangskode', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Log ind', exact: true }).click();
    await page.waitForURL('**/my-cluster/food-bio-cluster-denmark');
  };
  await signIn('en rolig dag i november');
  await page.getByRole('button', { name: /^Din konto: Sofie Lykke/ }).click();
  await page.getByRole('button', { name: 'Log ud' }).click();
  await page.waitForURL('**/sign-in');

  await page.getByRole('link', { name: 'Glemt adgangskode?' }).click();
  // The page before has a field of the same name.
  await shows(page.getByRole('button', { name: 'Send link' }));
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await shows(page.getByRole('heading', { name: 'Se i din indbakke' }));
  const reset = await nextMailTo(email, 'Ny adgangskode til Klyngevagt');
  await page.goto(linkIn(reset, /\/set-password/));
  await page.getByRole('textbox', { name: 'Ny adgangskode' }).fill('en helt anden sætning');
  await page.getByRole('textbox', { name: 'Gentag adgangskoden' }).fill('en helt anden sætning');
  await page.getByRole('button', { name: 'Gem adgangskoden' }).click();
  await shows(page.getByRole('heading', { name: 'Adgangskoden er gemt' }));
  await signIn('en helt anden sætning');

  await officer.goto('/people');
  await eventually(() => officer.getByRole('row', { name: /Sofie Lykke.*Kan logge ind/ }).count()).toBe(1);
});

test('a used link leads to a new one', async () => {
  const { page } = await visit(null, { refusals: notSignedIn });
  await page.goto('/set-password?token=brugt&error=INVALID_TOKEN');
  await shows(page.getByRole('heading', { name: 'Linket gælder ikke længere.' }));
  await page.getByRole('link', { name: 'Få et nyt link' }).click();
  await page.waitForURL('**/forgotten-password');
  await shows(page.getByRole('button', { name: 'Send link' }));
});
