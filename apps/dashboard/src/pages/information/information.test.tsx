// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { signInOptions } from '../../fixtures/portfolio.js';
import { showPage } from '../../fixtures/show-page.js';

const statementUrl = 'https://was.example/klyngevagt';
const answers = {
  'GET /api/v1/sign-in-options': { ...signInOptions, contact: 'hjaelp@example.dk', demo: true, accessibilityStatementUrl: statementUrl },
};

beforeAll(
  () =>
    Promise.all([import('./AccessibilityPage.js'), import('./PrivacyPage.js'), import('./ContactPage.js'), import('./DataSourcesPage.js')]),
  60_000,
);

describe('information pages', () => {
  it.each([
    ['/was', 'Alle skal kunne bruge Klyngevagt'],
    ['/privacy', 'Klyngevagt gemmer så lidt om personer som muligt'],
    ['/contact', 'Skriv til os'],
    ['/data-sources', 'Hver dato viser, hvor sikker den er'],
  ])('%s can be read without being signed in', async (address, title) => {
    const { requests } = await showPage(address, answers);
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy();
    expect(requests.map((request) => request.address)).toEqual(['/api/v1/sign-in-options']);
  });

  it('leads to the official statement of this copy', async () => {
    await showPage('/was', answers);
    const link = await screen.findByRole('link', { name: 'Læs tilgængelighedserklæringen' });
    expect(link.getAttribute('href')).toBe(statementUrl);
  });

  it('says so where there is no official statement, in English too', async () => {
    const none = { 'GET /api/v1/sign-in-options': { ...signInOptions, accessibilityStatementUrl: null } };
    await showPage('/was', none, 'en');
    expect(await screen.findByText(/No official accessibility statement has been given/)).toBeTruthy();
  });

  it('gives the address to write to', async () => {
    await showPage('/contact', answers);
    const link = await screen.findByRole('link', { name: 'hjaelp@example.dk' });
    expect(link.getAttribute('href')).toBe('mailto:hjaelp@example.dk');
  });
});
