// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { officer, portfolio, signInOptions } from '../../fixtures/portfolio.js';
import { showPage } from '../../fixtures/show-page.js';

const answers = {
  'GET /api/v1/sign-in-options': signInOptions,
  'GET /api/v1/me': officer,
  'GET /api/v1/portfolio': portfolio,
  'POST /api/auth/sign-in/email': { token: 'x' },
  'POST /api/auth/request-password-reset': { status: true },
  'POST /api/auth/reset-password': { status: true },
};

beforeAll(
  () =>
    Promise.all([
      import('./SignInPage.js'),
      import('./ForgottenPasswordPage.js'),
      import('./SetPasswordPage.js'),
      import('../portfolio/PortfolioPage.js'),
      import('../../shell/AppShell.js'),
    ]),
  60_000,
);

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const bodyOf = (requests: { address: string; init: RequestInit | undefined }[], address: string) => {
  const found = requests.find((request) => request.address === address)?.init?.body;
  return typeof found === 'string' ? (JSON.parse(found) as unknown) : undefined;
};

it('who signs out is past the page before the session ends, and nobody is brought back to it', async () => {
  let leftFor = '';
  const { router } = await showPage('/portfolio', {
    ...answers,
    get 'POST /api/auth/sign-out'() {
      leftFor = router.state.location.href;
      return { success: true };
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: /^Din konto/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Log ud' }));
  await screen.findByRole('heading', { name: 'Log ind' });
  await waitFor(() => expect(leftFor).toBe('/sign-in'));
  expect(router.state.location.href).toBe('/sign-in');
});

describe('sign-in', () => {
  it('leads back to the address that was asked for', async () => {
    const { router, requests } = await showPage('/sign-in?returnTo=%2Fportfolio%3Fview%3Dmine', answers);
    await screen.findByRole('heading', { name: 'Log ind' });
    type('E-mail', ' officer@klyngevagt.example ');
    type('Adgangskode', 'hemmelig sætning');
    press('Log ind');
    await waitFor(() => expect(router.state.location.href).toBe('/portfolio?view=mine'));
    expect(bodyOf(requests, '/api/auth/sign-in/email')).toEqual({ email: 'officer@klyngevagt.example', password: 'hemmelig sætning' });
  });

  it('never leads out of the product', async () => {
    const { router } = await showPage('/sign-in?returnTo=https%3A%2F%2Fevil.example', answers);
    await screen.findByRole('heading', { name: 'Log ind' });
    type('E-mail', 'a@b.dk');
    type('Adgangskode', 'x');
    press('Log ind');
    await waitFor(() => expect(router.state.location.href).toBe('/portfolio'));
  });

  it('asks for what is missing, at the field, and sends nothing', async () => {
    const { requests } = await showPage('/sign-in', answers);
    await screen.findByRole('heading', { name: 'Log ind' });
    press('Log ind');
    expect(await screen.findByText('Skriv din e-mail, f.eks. navn@klynge.dk')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('E-mail'));
    expect(requests.some(({ address }) => address.startsWith('/api/auth'))).toBe(false);
  });

  it.each([
    [401, 'E-mail eller adgangskode er forkert.'],
    [429, 'For mange forsøg. Vent et minut, og prøv igen.'],
    [500, 'Noget gik galt hos os. Prøv igen om lidt.'],
  ])('says %i in words', async (status, sentence) => {
    await showPage('/sign-in', { ...answers, 'POST /api/auth/sign-in/email': [status, { code: 'X' }] });
    await screen.findByRole('heading', { name: 'Log ind' });
    type('E-mail', 'a@b.dk');
    type('Adgangskode', 'x');
    press('Log ind');
    expect((await screen.findByRole('alert')).textContent).toBe(sentence);
    expect((screen.getByLabelText('E-mail') as HTMLInputElement).value).toBe('a@b.dk');
  });

  it('offers the accounts of the demo, and only there', async () => {
    const { requests, unmount } = await showPage('/sign-in', answers);
    await screen.findByText('Prøv demoen som');
    press('Læser');
    await waitFor(() =>
      expect(bodyOf(requests, '/api/auth/sign-in/email')).toEqual({ email: 'reader@klyngevagt.example', password: 'demo-password' }),
    );
    unmount();
    const { client } = await showPage('/sign-in', { ...answers, 'GET /api/v1/sign-in-options': { ...signInOptions, demo: false } });
    await screen.findByRole('heading', { name: 'Log ind' });
    await waitFor(() => expect(client.getQueryData(['sign-in-options'])).toMatchObject({ demo: false }));
    expect(screen.queryByText('Prøv demoen som')).toBeNull();
  });
});

describe('forgotten password', () => {
  it('answers the same whether there is an account or not', async () => {
    const { requests } = await showPage('/forgotten-password', answers);
    await screen.findByRole('heading', { name: 'Glemt adgangskode' });
    type('E-mail', 'nogen@klynge.dk');
    press('Send link');
    expect(await screen.findByText(/Findes der en konto med nogen@klynge\.dk/)).toBeTruthy();
    expect(bodyOf(requests, '/api/auth/request-password-reset')).toEqual({ email: 'nogen@klynge.dk', redirectTo: '/set-password' });
  });
});

describe('choosing a password', () => {
  const choose = async (password: string, repeated: string) => {
    await screen.findByRole('heading', { name: 'Vælg adgangskode' });
    type('Ny adgangskode', password);
    type('Gentag adgangskoden', repeated);
    press('Gem adgangskoden');
  };

  it('saves it with the token of the link', async () => {
    const { requests } = await showPage('/set-password?token=abc', answers);
    await choose('en lang sætning', 'en lang sætning');
    expect(await screen.findByRole('heading', { name: 'Adgangskoden er gemt' })).toBeTruthy();
    expect(bodyOf(requests, '/api/auth/reset-password')).toEqual({ token: 'abc', newPassword: 'en lang sætning' });
  });

  it('refuses short and differing ones before they are sent', async () => {
    const { requests } = await showPage('/set-password?token=abc', answers);
    await choose('kort', 'kort');
    expect(await screen.findByText('Adgangskoden skal have mindst 12 tegn')).toBeTruthy();
    await choose('en lang sætning', 'en anden sætning');
    expect(await screen.findByText('De to adgangskoder er ikke ens')).toBeTruthy();
    expect(requests.some(({ address }) => address.startsWith('/api/auth'))).toBe(false);
  });

  it.each(['/set-password', '/set-password?token=abc&error=INVALID_TOKEN'])(
    '%s: the link is no longer good, and where to get another',
    async (address) => {
      await showPage(address, answers);
      expect(await screen.findByRole('heading', { name: 'Linket gælder ikke længere.' })).toBeTruthy();
      expect(screen.getByRole('link', { name: 'Få et nyt link' }).getAttribute('href')).toBe('/forgotten-password');
    },
  );

  it('says so when the server finds the link used up', async () => {
    await showPage('/set-password?token=abc', { ...answers, 'POST /api/auth/reset-password': [400, { code: 'INVALID_TOKEN' }] });
    await choose('en lang sætning', 'en lang sætning');
    expect(await screen.findByRole('heading', { name: 'Linket gælder ikke længere.' })).toBeTruthy();
  });
});
